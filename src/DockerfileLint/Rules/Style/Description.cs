using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.Style;

/// <summary>The comment above a FROM or an ARG, which says what the stage or the argument is for.</summary>
internal static class Description
{
    /// <summary>
    /// The text of a comment line. The builder cuts the line's first character, so that an indented comment keeps its
    /// sign and describes nothing.
    /// </summary>
    internal static string Read(TextSpan comment, SourceText text)
    {
        string written = text.ToString(comment);
        return text.GetLinePosition(comment.Start).Character == 0 ? written.Substring(1).Trim() : written;
    }

    /// <summary>
    /// What an instruction defines: the word that a finding underlines, and the names of which the description may
    /// begin with any.
    /// </summary>
    internal static (WordSyntax Word, string[] Names)? FindDefined(InstructionSyntax instruction) =>
        instruction switch
        {
            FromInstructionSyntax { Name: { } name } => (name, [name.Text.ToLowerInvariant()]),
            ArgInstructionSyntax { Declarations: { IsEmpty: false } declarations } => (
                declarations[0].Key,
                [.. declarations.Select(declaration => declaration.Key.Text)]
            ),
            _ => null,
        };

    /// <summary>Whether a description begins with one of the names.</summary>
    internal static bool Names(string description, string[] names) =>
        Array.IndexOf(names, description.Split(' ')[0]) >= 0;
}
