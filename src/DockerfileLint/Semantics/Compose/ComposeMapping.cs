using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Compose;

/// <summary>A mapping of the effective project: merged and duplicate keys are settled, each key comes once.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed class ComposeMapping : ComposeNode
{
    // A few string comparisons are cheaper than a table.
    private const int LinearSearchSize = 12;

    private const string ResetTag = "!reset";

    // Of a merged mapping only; another one has them as tags.
    private readonly IReadOnlyList<string>? _resets;
    private ComposeEntry[]? _entries;
    private Dictionary<string, ComposeEntry>? _entriesByName;

    internal ComposeMapping(YamlMappingSyntax mapping, ComposeScope scope, ComposeOrigin? via)
        : base(mapping, scope, via) { }

    /// <summary>A merged mapping.</summary>
    /// <param name="into">The node that it takes the place of.</param>
    /// <param name="entries">The entries.</param>
    /// <param name="resets">The keys that it still takes away from what it is merged onto.</param>
    internal ComposeMapping(ComposeNode into, ComposeEntry[] entries, IReadOnlyList<string> resets)
        : this(into.Syntax, into.Scope, into.InnerVia, entries, resets) { }

    private ComposeMapping(
        YamlNodeSyntax syntax,
        ComposeScope scope,
        ComposeOrigin? via,
        ComposeEntry[] entries,
        IReadOnlyList<string> resets
    )
        : base(syntax, scope, via)
    {
        _entries = entries;
        _resets = resets;
    }

    /// <summary>The entries: the mapping's own in text order, then those that merge keys bring in.</summary>
    public IReadOnlyList<ComposeEntry> Entries => EntryArray;

    private ComposeEntry[] EntryArray =>
        _entries ?? InterlockedOperations.Initialize(ref _entries, ReadEntries((YamlMappingSyntax)Syntax));

    /// <summary>Whether the entries are others than those of <see cref="ComposeNode.Syntax"/>.</summary>
    internal bool IsMerged => _resets is not null;

    /// <summary>
    /// The keys with the tag <c>!reset</c>: they are no entries, and take the key away from what the mapping is merged
    /// onto.
    /// </summary>
    internal IReadOnlyList<string> Resets =>
        _resets
        ??
        [
            .. ((YamlMappingSyntax)Syntax)
                .GetEffectivePairs()
                .Where(pair => pair.Name is not null && ComposeEntry.GetTag(pair) == ResetTag)
                .Select(pair => pair.Name!),
        ];

    /// <summary>The entry of a key, or <c>null</c>.</summary>
    public ComposeEntry? Find(string name)
    {
        ComposeEntry[] entries = EntryArray;
        if (entries.Length > LinearSearchSize)
        {
            Dictionary<string, ComposeEntry> index =
                _entriesByName ?? InterlockedOperations.Initialize(ref _entriesByName, IndexEntries(entries));
            return index.TryGetValue(name, out ComposeEntry? found) ? found : null;
        }

        foreach (ComposeEntry entry in entries)
        {
            if (entry.Name == name)
            {
                return entry;
            }
        }

        return null;
    }

    /// <summary>The value below a path of keys; <c>null</c> where one of them is missing.</summary>
    public ComposeNode? FindPath(params string[] keys)
    {
        if (keys is null)
        {
            throw new ArgumentNullException(nameof(keys));
        }

        ComposeNode? node = this;
        foreach (string key in keys)
        {
            node = (node as ComposeMapping)?.Find(key)?.Value;
        }

        return node;
    }

    /// <summary>The scalar below a path of keys; <c>null</c> where it is missing, null or no scalar.</summary>
    public ComposeScalar? GetScalar(params string[] keys) =>
        FindPath(keys) is ComposeScalar { IsNull: false } scalar ? scalar : null;

    /// <summary>The mapping below a path of keys; <c>null</c> where it is missing or no mapping.</summary>
    public ComposeMapping? GetMapping(params string[] keys) => FindPath(keys) as ComposeMapping;

    /// <summary>
    /// The items below a path of keys that leads to a list or a single value; none where it is missing or null.
    /// </summary>
    public IReadOnlyList<ComposeNode> GetItems(params string[] keys) =>
        FindPath(keys) switch
        {
            ComposeSequence sequence => sequence.Items,
            ComposeScalar { IsNull: false } scalar => [scalar],
            _ => [],
        };

    /// <summary>
    /// The entries below a path of keys that leads to a mapping or a list of <c>KEY=VALUE</c>: <c>environment</c>,
    /// <c>labels</c>, <c>build.args</c>, <c>sysctls</c> …
    /// </summary>
    public IEnumerable<ComposeKeyValue> GetKeyValues(params string[] keys)
    {
        foreach (ComposeEntry entry in ComposeKeyValue.ReadEntries(FindPath(keys)))
        {
            yield return new ComposeKeyValue(
                entry.Name,
                entry.NameSpan,
                entry.Value is ComposeScalar { IsNull: false } scalar ? scalar.Text : null,
                entry.Syntax
            );
        }
    }

    internal override ComposeNode Through(ComposeStep step)
    {
        ComposeOrigin via = step.Follow(Scope, InnerVia);
        ComposeScope scope = step.Enter(Scope);
        return _resets is not null
            ? new ComposeMapping(Syntax, scope, via, [.. Entries.Select(entry => entry.Through(step))], _resets)
            : new ComposeMapping((YamlMappingSyntax)Syntax, scope, via);
    }

    internal override ComposeNode With(OpenVariables open) =>
        _resets is not null
            ? new ComposeMapping(
                Syntax,
                Scope.With(open),
                InnerVia,
                [.. Entries.Select(entry => entry.With(open))],
                _resets
            )
            : new ComposeMapping((YamlMappingSyntax)Syntax, Scope.With(open), InnerVia);

    private ComposeEntry[] ReadEntries(YamlMappingSyntax mapping)
    {
        var entries = new List<ComposeEntry>(mapping.Pairs.Count);
        ComposeOrigin? merged = null;
        foreach (YamlPairSyntax pair in mapping.GetEffectivePairs())
        {
            if (pair.Name is not { } name)
            {
                continue;
            }

            ComposeOrigin? via = InnerVia;
            if (pair.Parent != mapping)
            {
                via = merged ??= new ComposeOrigin(
                    ComposeOriginKind.MergeKey,
                    Scope.At(GetMergeSpan(mapping)),
                    InnerVia
                );
            }

            if (ComposeEntry.GetTag(pair) != ResetTag)
            {
                entries.Add(new ComposeEntry(name, pair, Scope, via));
            }
        }

        return [.. entries];
    }

    // A second merge key in one mapping is an error, so that the first one stands for both.
    private static TextSpan GetMergeSpan(YamlMappingSyntax mapping)
    {
        foreach (YamlPairSyntax pair in mapping.Pairs)
        {
            if (pair.IsMerge)
            {
                return pair.Value.Span;
            }
        }

        return mapping.ContentSpan;
    }

    private static Dictionary<string, ComposeEntry> IndexEntries(ComposeEntry[] entries)
    {
        var index = new Dictionary<string, ComposeEntry>(entries.Length, StringComparer.Ordinal);
        foreach (ComposeEntry entry in entries)
        {
            index[entry.Name] = entry;
        }

        return index;
    }
}
