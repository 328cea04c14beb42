using System.Collections.Immutable;
using DockerfileLint.Diagnostics;
using DockerfileLint.Rules.Style;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.BuildKit;

[Rule("DL6012", Behaviour = RuleBehaviour.BuildKit)]
internal sealed partial class DescriptionMismatch : DockerfileRule
{
    public override void VisitFrom(FromInstructionSyntax instruction, DockerfileRuleContext context) =>
        Check(instruction, context);

    public override void VisitArg(ArgInstructionSyntax instruction, DockerfileRuleContext context) =>
        Check(instruction, context);

    /// <summary>The last comment line counts, however far above it stands and whatever tool it is for.</summary>
    private static void Check(InstructionSyntax instruction, DockerfileRuleContext context)
    {
        ImmutableArray<TextSpan> comments = instruction.LeadingComments;
        if (
            !comments.IsEmpty
            && Description.FindDefined(instruction) is var (word, names)
            && !Description.Names(Description.Read(comments[comments.Length - 1], context.File.Text), names)
        )
        {
            context.Report(word.Span, Message(name: names[0]));
        }
    }
}
