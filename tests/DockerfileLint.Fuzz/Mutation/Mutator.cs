using DockerfileLint.Text;

namespace DockerfileLint.Fuzz.Mutation;

/// <summary>
/// Changes texts of a language as its structure suggests: what stands for a word is taken for a word elsewhere. The
/// same random numbers make the same mutants.
/// </summary>
internal sealed class Mutator
{
    /// <summary>Length of a mutant, in UTF-16 code units.</summary>
    internal const int MaxLength = 200_000;

    private const int MaxEdits = 8;
    private const int MaxPooledLength = 400;

    private readonly Func<string, IEnumerable<TextPart>> _findParts;
    private readonly TextEdit[] _edits;
    private readonly Lazy<Dictionary<int, List<string>>> _pool;

    /// <param name="seeds">Texts to start from.</param>
    /// <param name="findParts">The parts of a text.</param>
    /// <param name="atoms">Pieces that trip its readers, beside those of all languages.</param>
    /// <param name="edits">Changes that only this language knows.</param>
    internal Mutator(
        IReadOnlyList<string> seeds,
        Func<string, IEnumerable<TextPart>> findParts,
        IReadOnlyList<string> atoms,
        IReadOnlyList<TextEdit> edits
    )
    {
        Seeds = seeds;
        _findParts = findParts;
        Atoms = [.. HostileText.Atoms, .. atoms, .. atoms];
        _edits = [.. TextEdits.All, .. edits, .. edits];
        _pool = new(CreatePool);
    }

    /// <summary>The texts to start from.</summary>
    internal IReadOnlyList<string> Seeds { get; }

    /// <summary>Pieces that trip readers.</summary>
    internal IReadOnlyList<string> Atoms { get; }

    /// <summary>Makes a mutant of one of the seeds.</summary>
    internal string Mutate(Random random) => Mutate(Seeds[random.Next(Seeds.Count)], random);

    /// <summary>Makes a mutant of a text.</summary>
    internal string Mutate(string text, Random random)
    {
        for (int edits = 1 + random.Next(MaxEdits); edits > 0; edits--)
        {
            text = _edits[random.Next(_edits.Length)](new EditContext(text, this, random));
            text = text.Length > MaxLength ? text[..MaxLength] : text;
        }

        return text;
    }

    internal TextPart PickPart(string text, Random random)
    {
        List<TextPart> parts = FindParts(text);
        return parts.Count > 0
            ? parts[random.Next(parts.Count)]
            : new TextPart(0, new TextSpan(random.Next(text.Length + 1), 0));
    }

    /// <summary>A part of some seed that may stand where one of this kind stands.</summary>
    internal string PickSibling(int kind, Random random) =>
        _pool.Value.TryGetValue(kind, out List<string>? siblings) ? siblings[random.Next(siblings.Count)] : "";

    /// <summary>Any part of any seed.</summary>
    internal string PickStranger(Random random) =>
        _pool.Value.Count == 0 ? "" : PickSibling(_pool.Value.Keys.ElementAt(random.Next(_pool.Value.Count)), random);

    private List<TextPart> FindParts(string text)
    {
        // What the parser cannot bear is a mutant that has reached its end; the check will find the same.
        try
        {
            return [.. _findParts(text).Where(part => part.Span.End <= text.Length)];
        }
        catch (Exception)
        {
            return [];
        }
    }

    private Dictionary<int, List<string>> CreatePool() =>
        Seeds
            .SelectMany(seed =>
                FindParts(seed).Select(part => (part.Kind, seed.Substring(part.Span.Start, part.Span.Length)))
            )
            .Where(part => part.Item2.Length is > 0 and <= MaxPooledLength)
            .Distinct()
            .GroupBy(part => part.Kind, part => part.Item2)
            .ToDictionary(group => group.Key, group => group.ToList());
}
