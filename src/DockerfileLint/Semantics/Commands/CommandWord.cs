using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Syntax.Shell;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Commands;

/// <summary>An argument of a command after quoting is removed.</summary>
/// <param name="Text">
/// The characters that the program gets, as far as they are known: variables stand as <c>${NAME}</c>.
/// </param>
/// <param name="Span">Where the word is written, quotes included.</param>
/// <param name="IsStatic">
/// Whether nothing in the word is expanded by the shell, so that <paramref name="Text"/> is exact.
/// </param>
/// <param name="IsVerbatim">
/// Whether <paramref name="Text"/> is the text of the span, so that offsets in one are offsets in the other.
/// </param>
[Experimental(ExperimentalApi.Id)]
public readonly record struct CommandWord(string Text, TextSpan Span, bool IsStatic, bool IsVerbatim)
{
    /// <summary>
    /// The text without folders, which tells what program a word means: <c>apt-get</c> for <c>/usr/bin/apt-get</c>.
    /// </summary>
    internal string ProgramName => Text.Substring(Text.LastIndexOf('/') + 1);

    /// <summary>A word of a script.</summary>
    internal static CommandWord Create(ShellWordSyntax word)
    {
        string text = word.DisplayText;
        return new CommandWord(text, word.Span, word.IsLiteral, word.Parts.IsEmpty && word.Span.Length == text.Length);
    }

    /// <summary>The span of a part of <see cref="Text"/>; the whole word where the word is not verbatim.</summary>
    /// <param name="start">0-based offset in <see cref="Text"/>.</param>
    /// <param name="length">Number of UTF-16 code units.</param>
    public TextSpan GetSpan(int start, int length) => IsVerbatim ? new TextSpan(Span.Start + start, length) : Span;

    /// <summary>The text.</summary>
    public override string ToString() => Text;
}
