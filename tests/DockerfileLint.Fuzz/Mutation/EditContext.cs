using DockerfileLint.Text;

namespace DockerfileLint.Fuzz.Mutation;

/// <summary>Makes one change to a text.</summary>
internal delegate string TextEdit(EditContext context);

/// <summary>What a change has at hand.</summary>
/// <param name="Text">The text.</param>
/// <param name="Mutator">The language.</param>
/// <param name="Random">Decides everything.</param>
internal sealed record EditContext(string Text, Mutator Mutator, Random Random)
{
    /// <summary>One of some texts.</summary>
    internal T Pick<T>(IReadOnlyList<T> choices) => choices[Random.Next(choices.Count)];

    /// <summary>A part of the text; an empty one at some place where it has none.</summary>
    internal TextPart PickPart() => Mutator.PickPart(Text, Random);

    /// <summary>A hostile piece of the language.</summary>
    internal string PickAtom() => Pick(Mutator.Atoms);

    /// <summary>A position in the text, its end included.</summary>
    internal int PickPosition() => Random.Next(Text.Length + 1);

    /// <summary>A line with its line end.</summary>
    internal TextSpan PickLine()
    {
        int position = PickPosition();
        int start = position == 0 ? 0 : Text.LastIndexOf('\n', position - 1) + 1;
        int end = Text.IndexOf('\n', position);
        return TextSpan.FromBounds(start, end < 0 ? Text.Length : end + 1);
    }

    /// <summary>A small number, seldom a large one: what is repeated is so a few times or very often.</summary>
    internal int PickCount() =>
        Random.Next(40) switch
        {
            0 => Random.Next(300, 3000),
            < 6 => Random.Next(10, 100),
            _ => Random.Next(2, 5),
        };

    /// <summary>The characters of a span.</summary>
    internal string Get(TextSpan span) => Text.Substring(span.Start, span.Length);

    /// <summary>The text with something else in the place of a span.</summary>
    internal string Replace(TextSpan span, string replacement) =>
        string.Concat(Text.AsSpan(0, span.Start), replacement, Text.AsSpan(span.End));

    /// <summary>A piece as often as fits.</summary>
    internal static string Repeat(string piece, int count) =>
        string.Concat(Enumerable.Repeat(piece, Math.Min(count, Mutator.MaxLength / Math.Max(1, piece.Length))));
}
