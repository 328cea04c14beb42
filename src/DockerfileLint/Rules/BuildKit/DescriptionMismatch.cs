using DockerfileLint.Diagnostics;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.BuildKit;

[Rule("DL6012", Behaviour = RuleBehaviour.BuildKit)]
internal sealed partial class DescriptionMismatch : DockerfileRule
{
    public override void VisitFrom(FromInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (instruction.Name is { Text: { } name } word)
        {
            Check(instruction, word, [name.ToLowerInvariant()], context);
        }
    }

    public override void VisitArg(ArgInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (!instruction.Declarations.IsEmpty)
        {
            Check(
                instruction,
                instruction.Declarations[0].Key,
                [.. instruction.Declarations.Select(declaration => declaration.Key.Text)],
                context
            );
        }
    }

    /// <summary>The last comment line counts, however far above it stands and whatever tool it is for.</summary>
    private static void Check(
        InstructionSyntax instruction,
        WordSyntax word,
        string[] names,
        DockerfileRuleContext context
    )
    {
        if (
            !instruction.LeadingComments.IsEmpty
            && Style.DescriptionMismatch.GetDescription(
                context.File.Text,
                instruction.LeadingComments[instruction.LeadingComments.Length - 1]
            )
                is var description
            && !Style.DescriptionMismatch.Names(description, names)
        )
        {
            context.Report(word.Span, Message(name: names[0]));
        }
    }
}
