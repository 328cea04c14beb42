using System.Collections.Immutable;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.Style;

[Rule("DL6012")]
internal sealed partial class DescriptionMismatch : DockerfileRule
{
    /// <summary>Comments for tools describe nothing; the builder reads them as descriptions all the same.</summary>
    private static readonly string[] ToolPrefixes = ["check=", "hadolint ", "dockerfile-lint "];

    public override void VisitFrom(FromInstructionSyntax instruction, DockerfileRuleContext context) =>
        Check(instruction, context);

    public override void VisitArg(ArgInstructionSyntax instruction, DockerfileRuleContext context) =>
        Check(instruction, context);

    private static void Check(InstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (
            FindDescription(instruction, context.File.Text) is { } description
            && Description.FindDefined(instruction) is var (word, names)
            && !Description.Names(description, names)
        )
        {
            context.Report(word.Span, Message(name: names[0]));
        }
    }

    /// <summary>The last comment right above an instruction that is for people.</summary>
    private static string? FindDescription(InstructionSyntax instruction, SourceText text)
    {
        ImmutableArray<TextSpan> comments = instruction.LeadingComments;
        int line = text.GetLinePosition(instruction.Span.Start).Line;
        for (int i = comments.Length - 1; i >= 0; i--)
        {
            if (text.GetLinePosition(comments[i].Start).Line + (comments.Length - i) != line)
            {
                return null;
            }

            string description = Description.Read(comments[i], text);
            if (!Array.Exists(ToolPrefixes, prefix => description.StartsWith(prefix, StringComparison.Ordinal)))
            {
                return description;
            }
        }

        return null;
    }
}
