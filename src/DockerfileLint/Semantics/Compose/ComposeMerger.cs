using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Compose;

/// <summary>Merges values as Compose does for override files, documents, <c>extends</c> and <c>include</c>.</summary>
/// <param name="maxWork">Entries and items that it may touch.</param>
/// <param name="cancellation">Ends the merging.</param>
internal sealed class ComposeMerger(int maxWork, CancellationToken cancellation)
{
    private int _work;

    /// <summary>Entries of different kinds that were to be one; the later one was taken.</summary>
    internal List<(ComposeEntry Earlier, ComposeEntry Later)> Mismatches { get; } = [];

    /// <summary>Whether something was left unmerged since there is too much.</summary>
    internal bool IsExhausted => _work > maxWork;

    /// <summary>Takes the work of copying something; <c>false</c> where there is too much.</summary>
    internal bool TryTake(int entries)
    {
        _work = (int)Math.Min((long)_work + entries, int.MaxValue / 2);
        return !IsExhausted;
    }

    /// <summary>Merges two mappings.</summary>
    /// <param name="below">The earlier one.</param>
    /// <param name="above">The one that wins.</param>
    /// <param name="place">What they are.</param>
    /// <param name="isAboveOwner">
    /// Whether the merged mapping takes the place of the later one, as with <c>extends</c>; otherwise of the earlier
    /// one.
    /// </param>
    internal ComposeMapping Merge(ComposeMapping below, ComposeMapping above, ComposePlace place, bool isAboveOwner) =>
        MergeMappings(below, above, place, isAboveOwner, 0);

    private ComposeMapping MergeMappings(
        ComposeMapping below,
        ComposeMapping above,
        ComposePlace place,
        bool isAboveOwner,
        int depth
    )
    {
        cancellation.ThrowIfCancellationRequested();
        List<ComposeEntry> entries = LeaveOut(below.Entries, above.Resets, above.Entries.Count);
        _work += entries.Count + above.Entries.Count;

        // Files that include each other bring the same many services along from one to the next.
        if (above.Entries.Count <= entries.Count)
        {
            HashSet<string>? merged = null;
            for (int i = 0; i < entries.Count; i++)
            {
                if (above.Find(entries[i].Name) is { } entry)
                {
                    entries[i] = MergeEntries(entries[i], entry, place, isAboveOwner, depth);
                    (merged ??= new HashSet<string>(StringComparer.Ordinal)).Add(entry.Name);
                }
            }

            foreach (ComposeEntry entry in above.Entries)
            {
                if (merged is null || !merged.Contains(entry.Name))
                {
                    entries.Add(entry);
                }
            }
        }
        else
        {
            var places = new Dictionary<string, int>(entries.Count, StringComparer.Ordinal);
            for (int i = 0; i < entries.Count; i++)
            {
                places[entries[i].Name] = i;
            }

            foreach (ComposeEntry entry in above.Entries)
            {
                if (places.TryGetValue(entry.Name, out int i))
                {
                    entries[i] = MergeEntries(entries[i], entry, place, isAboveOwner, depth);
                }
                else
                {
                    entries.Add(entry);
                }
            }
        }

        return new ComposeMapping(isAboveOwner ? above : below, [.. entries], above.Resets);
    }

    private ComposeEntry MergeEntries(
        ComposeEntry earlier,
        ComposeEntry later,
        ComposePlace place,
        bool isAboveOwner,
        int depth
    )
    {
        // What is included twice.
        if (earlier == later)
        {
            return earlier;
        }

        ComposeNode? value = later.Value;
        if (later.Tag is null)
        {
            ComposeKeyRule rule = ComposeKeyRules.Get(place, later.Name);
            value = MergeValues(earlier.Value, later.Value, rule, isAboveOwner, depth + 1);
            if (value == later.Value && IsMismatch(earlier.Value, value, rule))
            {
                Mismatches.Add((earlier, later));
            }
        }

        return value == earlier.Value ? earlier
            : value == later.Value ? new ComposeEntry(later, value, earlier)
            : new ComposeEntry(isAboveOwner ? later : earlier, value, replaced: null);
    }

    private static List<ComposeEntry> LeaveOut(
        IReadOnlyList<ComposeEntry> entries,
        IReadOnlyList<string> names,
        int further
    )
    {
        var kept = new List<ComposeEntry>(entries.Count + further);
        kept.AddRange(entries);
        if (names.Count > 0)
        {
            var left = new HashSet<string>(names, StringComparer.Ordinal);
            kept.RemoveAll(entry => left.Contains(entry.Name));
        }

        return kept;
    }

    /// <summary>
    /// Whether a mapping meets anything else, or a list does: a scalar gives way to all, null to nothing.
    /// </summary>
    private static bool IsMismatch(ComposeNode? below, ComposeNode? above, ComposeKeyRule rule) =>
        rule.Merge == MergeKind.Deep
        && above is not (null or ComposeScalar { IsNull: true })
        && below switch
        {
            ComposeMapping => above is not ComposeMapping,
            ComposeSequence => above is not ComposeSequence,
            _ => false,
        };

    private ComposeNode? MergeValues(
        ComposeNode? below,
        ComposeNode? above,
        ComposeKeyRule rule,
        bool isAboveOwner,
        int depth
    )
    {
        cancellation.ThrowIfCancellationRequested();
        if (above is null or ComposeScalar { IsNull: true })
        {
            return below ?? above;
        }

        if (below is null or ComposeScalar { IsNull: true } || depth > AnalysisBudget.MaxMergeDepth || IsExhausted)
        {
            return above;
        }

        ComposeNode owner = isAboveOwner ? above : below;
        switch (rule.Merge)
        {
            case MergeKind.Replace:
                return above;
            case MergeKind.KeyValues when below is not ComposeScalar && above is not ComposeScalar:
                return MergeKeyValues(
                    ComposeKeyValue.ReadEntries(below),
                    ComposeKeyValue.ReadEntries(above),
                    owner,
                    above
                );
            case MergeKind.List when below is not ComposeMapping && above is not ComposeMapping:
                return Append(GetItems(below), GetItems(above), owner, rule.Unique);
            case MergeKind.Names
            or MergeKind.Dependencies when below is not ComposeScalar && above is not ComposeScalar:
                return rule.Merge == MergeKind.Dependencies && above is ComposeSequence
                    ? MergeKeyValues(ReadNames(below).Entries, ReadNames(above).Entries, owner, above)
                    : MergeMappings(ReadNames(below), ReadNames(above), rule.Child, isAboveOwner, depth);
            case MergeKind.Build when below is not ComposeSequence && above is not ComposeSequence:
                return MergeMappings(ReadBuild(below), ReadBuild(above), rule.Child, isAboveOwner, depth);
            case MergeKind.Logging
                when GetDriver(below) is { } earlier && GetDriver(above) is { } later && earlier != later:
                return above;
            case MergeKind.Pools when below is ComposeSequence && above is ComposeSequence:
                return MergePools(GetItems(below), GetItems(above), owner, isAboveOwner, depth);
        }

        return (below, above) switch
        {
            (ComposeMapping earlier, ComposeMapping later) => MergeMappings(
                earlier,
                later,
                rule.Child,
                isAboveOwner,
                depth
            ),
            (ComposeSequence, ComposeSequence) => Append(GetItems(below), GetItems(above), owner, rule.Unique),
            // Extra hosts have both forms.
            (ComposeMapping or ComposeSequence, ComposeMapping or ComposeSequence)
                when rule.Unique == UniqueKind.Text => MergeKeyValues(
                ComposeKeyValue.ReadEntries(below),
                ComposeKeyValue.ReadEntries(above),
                owner,
                above
            ),
            _ => above,
        };
    }

    private ComposeMapping MergeKeyValues(
        IReadOnlyList<ComposeEntry> below,
        IReadOnlyList<ComposeEntry> above,
        ComposeNode owner,
        ComposeNode winner
    )
    {
        IReadOnlyList<string> resets = (winner as ComposeMapping)?.Resets ?? [];
        List<ComposeEntry> entries = LeaveOut(below, resets, above.Count);
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        _work += below.Count + above.Count;
        for (int i = 0; i < entries.Count; i++)
        {
            places[entries[i].Name] = i;
        }

        foreach (ComposeEntry entry in above)
        {
            if (places.TryGetValue(entry.Name, out int i))
            {
                entries[i] = new ComposeEntry(entry, entry.Value, entries[i]);
            }
            else
            {
                places.Add(entry.Name, entries.Count);
                entries.Add(entry);
            }
        }

        return new ComposeMapping(owner, [.. entries], resets);
    }

    private ComposeNode Append(
        IReadOnlyList<ComposeNode> below,
        IReadOnlyList<ComposeNode> above,
        ComposeNode owner,
        UniqueKind unique
    )
    {
        _work += below.Count + above.Count;
        return ComposeUnicity.Apply(new ComposeSequence(owner, [.. below, .. above]), unique)!;
    }

    private ComposeSequence MergePools(
        IReadOnlyList<ComposeNode> below,
        IReadOnlyList<ComposeNode> above,
        ComposeNode owner,
        bool isAboveOwner,
        int depth
    )
    {
        List<ComposeNode> pools = [.. below];
        foreach (ComposeNode item in above)
        {
            int place = GetSubnet(item) is { } subnet ? pools.FindIndex(pool => GetSubnet(pool) == subnet) : -1;
            if (place >= 0)
            {
                pools[place] = MergeMappings(
                    (ComposeMapping)pools[place],
                    (ComposeMapping)item,
                    ComposePlace.Other,
                    isAboveOwner,
                    depth
                );
            }
            else
            {
                pools.Add(item);
            }

            _work += pools.Count;
            if (IsExhausted)
            {
                break;
            }
        }

        return new ComposeSequence(owner, [.. pools]);
    }

    private static string? GetSubnet(ComposeNode pool) =>
        (pool as ComposeMapping)?.GetScalar("subnet")?.Text.DisplayText;

    private static string? GetDriver(ComposeNode logging) =>
        (logging as ComposeMapping)?.GetScalar("driver")?.Text.DisplayText;

    private static IReadOnlyList<ComposeNode> GetItems(ComposeNode node) =>
        node is ComposeSequence sequence ? sequence.Items : [node];

    private static ComposeMapping ReadNames(ComposeNode node)
    {
        if (node is ComposeMapping mapping)
        {
            return mapping;
        }

        var entries = new List<ComposeEntry>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (ComposeNode item in GetItems(node))
        {
            if (item is ComposeScalar { IsNull: false } scalar && seen.Add(scalar.Text.DisplayText))
            {
                entries.Add(new ComposeEntry(scalar.Text.DisplayText, scalar, scalar.Scalar.Value.Length, value: null));
            }
        }

        return new ComposeMapping(node, [.. entries], []);
    }

    private static ComposeMapping ReadBuild(ComposeNode node) =>
        node is ComposeScalar context
            ? new ComposeMapping(node, [new ComposeEntry("context", context, context.Scalar.Value.Length, context)], [])
            : (ComposeMapping)node;
}
