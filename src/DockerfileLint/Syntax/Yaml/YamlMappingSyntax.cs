using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Text;

namespace DockerfileLint.Syntax.Yaml;

/// <summary>
/// A mapping in block style or flow style. Merge keys and duplicate keys are kept as they are written; the lookups
/// follow them.
/// </summary>
[Experimental(ExperimentalApi.Id)]
public sealed class YamlMappingSyntax : YamlNodeSyntax
{
    // A few string comparisons are cheaper than a table.
    private const int LinearSearchSize = 12;

    private readonly YamlPairSyntax[] _pairs;
    private Dictionary<string, YamlPairSyntax>? _pairsByName;
    private YamlMappingSyntax[] _mergeSources = [];

    internal YamlMappingSyntax(TextSpan span, YamlProperties? properties, YamlPairSyntax[] pairs, bool isFlow)
        : base(span, properties)
    {
        _pairs = pairs;
        IsFlow = isFlow;
        foreach (YamlPairSyntax pair in pairs)
        {
            Adopt(pair);
        }
    }

    /// <inheritdoc/>
    public override SyntaxKind SyntaxKind => SyntaxKind.YamlMapping;

    /// <summary>The pairs as they are written, merge keys and duplicates included.</summary>
    public IReadOnlyList<YamlPairSyntax> Pairs => _pairs;

    /// <summary>Whether it is written in braces, or as a single pair inside brackets.</summary>
    public bool IsFlow { get; }

    /// <summary>Whether pairs are left out that could not be read: what it lacks may stand there.</summary>
    internal bool IsIncomplete { get; init; }

    /// <summary>
    /// The mappings that merge keys bring in, strongest first, each once, those that they merge themselves included.
    /// </summary>
    public IReadOnlyList<YamlMappingSyntax> MergeSources => _mergeSources;

    internal override int SlotCount => 1;

    internal override ChildSlot GetSlot(int index) => ChildSlot.Of(_pairs);

    /// <summary>
    /// The pair that decides a key: the mapping's own (of duplicates the last), else that of the strongest merged
    /// mapping; <c>null</c> where there is none.
    /// </summary>
    public YamlPairSyntax? Find(string name)
    {
        YamlPairSyntax? pair = FindOwn(name);
        for (int i = 0; pair is null && i < _mergeSources.Length; i++)
        {
            pair = _mergeSources[i].FindOwn(name);
        }

        return pair;
    }

    /// <summary>
    /// The value of a key with merges and aliases followed; <c>null</c> where the key is missing or its alias leads
    /// nowhere.
    /// </summary>
    public YamlNodeSyntax? FindValue(string name) => Find(name)?.Value.Resolved;

    /// <summary>The pairs that count, merged ones included, each key once.</summary>
    public IEnumerable<YamlPairSyntax> GetEffectivePairs()
    {
        foreach (YamlPairSyntax pair in _pairs)
        {
            if (!pair.IsMerge && (pair.Name is not { } name || FindOwn(name) == pair))
            {
                yield return pair;
            }
        }

        if (_mergeSources.Length == 0)
        {
            yield break;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (YamlPairSyntax pair in _pairs)
        {
            seen.Add(pair.Name ?? "");
        }

        foreach (YamlMappingSyntax source in _mergeSources)
        {
            foreach (YamlPairSyntax pair in source._pairs)
            {
                if (!pair.IsMerge && pair.Name is { } name && source.FindOwn(name) == pair && seen.Add(name))
                {
                    yield return pair;
                }
            }
        }
    }

    internal void SetMergeSources(YamlMappingSyntax[] sources) => _mergeSources = sources;

    private YamlPairSyntax? FindOwn(string name)
    {
        if (_pairs.Length > LinearSearchSize)
        {
            return (_pairsByName ??= IndexPairs()).TryGetValue(name, out YamlPairSyntax? found) ? found : null;
        }

        for (int i = _pairs.Length - 1; i >= 0; i--)
        {
            if (_pairs[i].Name == name)
            {
                return _pairs[i].IsMerge ? null : _pairs[i];
            }
        }

        return null;
    }

    private Dictionary<string, YamlPairSyntax> IndexPairs()
    {
        var index = new Dictionary<string, YamlPairSyntax>(_pairs.Length, StringComparer.Ordinal);
        foreach (YamlPairSyntax pair in _pairs)
        {
            if (pair.Name is { } name && !pair.IsMerge)
            {
                index[name] = pair;
            }
        }

        return index;
    }
}
