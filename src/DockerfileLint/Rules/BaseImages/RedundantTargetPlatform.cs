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

        string compatibility = Compatibility(context);
        if (
            compatibility == "hadolint"
                ? value.Text.Trim('"', '\'') is "$TARGETPLATFORM" or "${TARGETPLATFORM}"
                : IsTargetPlatform(value, stage, compatibility)
        )
        {
            context.Report(value.Span, Message(platform: value.Text));
        }
    }

    private static bool IsTargetPlatform(WordSyntax value, Stage stage, string compatibility)
    {
        ImmutableArray<VariableReference> references = stage.FindGlobalVariables(value);
        if (
            references.IsEmpty
            || !references.All(reference => reference is { Name: TargetPlatform, Variable.State: VariableState.Set })
        )
        {
            return false;
        }

        // An ARG of that name before the first FROM chooses another default.
        Variable variable = references[0].Variable;
        return stage.ExpandGlobal(value).DisplayText == variable.Guess
            && (compatibility == "buildkit" || variable.Certainty == Certainty.Unknown);
    }
}
