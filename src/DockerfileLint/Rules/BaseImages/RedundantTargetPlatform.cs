using System.Collections.Immutable;
using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.BaseImages;

[Rule("DL3065")]
internal sealed partial class RedundantTargetPlatform : DockerfileRule
{
    private const string TargetPlatform = "TARGETPLATFORM";

    public override void VisitFrom(FromInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (
            instruction.GetFlag("platform") is not { Value: { } value }
            || context.Stage is not { } stage
            || value.AsSpan().IndexOf('$') < 0
        )
        {
            return;
        }

        // An ARG of that name before the first FROM chooses another default.
        if (FindTargetPlatform(value, stage) is { Certainty: Certainty.Unknown })
        {
            context.Report(value.Span, Message(platform: value.Text));
        }
    }

    /// <summary>
    /// The variable of the platform that is built for, where a value comes to the same; <c>null</c> for any other
    /// value.
    /// </summary>
    internal static Variable? FindTargetPlatform(WordSyntax value, Stage stage)
    {
        ImmutableArray<VariableReference> references = stage.FindGlobalVariables(value);
        if (
            references.IsEmpty
            || !references.All(reference => reference is { Name: TargetPlatform, Variable.State: VariableState.Set })
        )
        {
            return null;
        }

        Variable variable = references[0].Variable;
        return stage.ExpandGlobal(value).Value == variable.Value ? variable : null;
    }
}
