using System.Collections.Immutable;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.Style;

[Rule("DL6012")]
internal sealed partial class DescriptionMismatch : DockerfileRule
{
    /// <summary>Comments for tools describe nothing; the builder reads them as descriptions all the same.</summary>
    private static readonly string[] ToolPrefixes = ["check=", "hadolint ", "dockerfile-lint "];

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

    private static void Check(
        InstructionSyntax instruction,
        WordSyntax word,
        string[] names,
        DockerfileRuleContext context
    )
    {
        ImmutableArray<TextSpan> comments = instruction.LeadingComments;
        int line = context.File.Text.GetLinePosition(instruction.Span.Start).Line;
        for (int i = comments.Length - 1; i >= 0; i--)
        {
            if (context.File.Text.GetLinePosition(comments[i].Start).Line + (comments.Length - i) != line)
            {
                return;
            }

            string description = GetDescription(context.File.Text, comments[i]);
            if (!Array.Exists(ToolPrefixes, prefix => description.StartsWith(prefix, StringComparison.Ordinal)))
            {
                if (!Names(description, names))
                {
                    context.Report(word.Span, Message(name: names[0]));
                }

                return;
            }
        }
    }

    /// <summary>
    /// What a comment line says. The builder cuts the line's first character, so that an indented comment keeps its
    /// sign and describes nothing.
    /// </summary>
    internal static string GetDescription(SourceText text, TextSpan comment)
    {
        string written = text.ToString(comment);
        return text.GetLinePosition(comment.Start).Character == 0 ? written.Substring(1).Trim() : written;
    }

    /// <summary>Whether a description begins with one of the names.</summary>
    internal static bool Names(string description, string[] names) =>
        Array.IndexOf(names, description.Split(' ')[0]) >= 0;
}
