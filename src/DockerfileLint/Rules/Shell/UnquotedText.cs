using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>A run of unquoted text in a word, with its escapes.</summary>
/// <param name="Text">The text that the offsets mean.</param>
/// <param name="Start">0-based offset of its first character.</param>
/// <param name="End">Offset behind its last character.</param>
internal readonly record struct UnquotedText(ShellText Text, int Start, int End)
{
    /// <summary>The characters that the offsets mean.</summary>
    internal string Source => Text.Text;

    internal ReadOnlySpan<char> AsSpan() => Text.AsSpan(Start, End);

    /// <summary>The runs of a word in order.</summary>
    internal static Enumerable Find(ShellWordSyntax word) => new(word);

    /// <summary>Whether a part of a word is unquoted text.</summary>
    internal static bool Is(ShellWordPartSyntax part) => part is ShellLiteralSyntax { Escapes: ShellEscapes.All };

    internal readonly struct Enumerable(ShellWordSyntax word)
    {
        public Enumerator GetEnumerator() => new(word);
    }

    internal struct Enumerator(ShellWordSyntax word)
    {
        private int _index = -1;

        public readonly UnquotedText Current =>
            word.Parts.IsEmpty
                ? new UnquotedText(word.Text, word.Start, word.End)
                : new UnquotedText(word.Text, word.Parts[_index].Start, word.Parts[_index].End);

        public bool MoveNext()
        {
            if (word.Parts.IsEmpty)
            {
                return ++_index == 0;
            }

            do
            {
                _index++;
            } while (_index < word.Parts.Length && !Is(word.Parts[_index]));

            return _index < word.Parts.Length;
        }
    }
}
