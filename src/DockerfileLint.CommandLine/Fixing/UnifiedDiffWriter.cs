using System.Globalization;

namespace DockerfileLint.CommandLine.Fixing;

/// <summary>
/// Writes the difference of two texts by lines, as <c>diff -u</c> prints it and <c>patch</c> takes it.
/// </summary>
internal static class UnifiedDiffWriter
{
    private const int Context = 3;

    /// <summary>Differences beyond this many lines are shown as one whole: nobody reads more of them.</summary>
    private const int MaxEdits = 2000;

    /// <summary>The lines below the names of the files, without their ends.</summary>
    internal static IEnumerable<string> Create(string before, string after)
    {
        string[] old = Split(before);
        string[] made = Split(after);
        List<(int Old, int Made, int Removed, int Added)> edits = Merge(FindEdits(old, made));
        for (int i = 0; i < edits.Count; )
        {
            int last = i;
            while (
                last + 1 < edits.Count && edits[last + 1].Old - (edits[last].Old + edits[last].Removed) <= 2 * Context
            )
            {
                last++;
            }

            int start = Math.Max(0, edits[i].Old - Context);
            int end = Math.Min(old.Length, edits[last].Old + edits[last].Removed + Context);
            int madeStart = edits[i].Made - (edits[i].Old - start);
            int madeEnd = edits[last].Made + edits[last].Added + (end - edits[last].Old - edits[last].Removed);
            yield return $"@@ -{Range(start, end)} +{Range(madeStart, madeEnd)} @@";
            int position = start;
            for (; i <= last; i++)
            {
                (int at, int madeAt, int removed, int added) = edits[i];
                foreach (string line in Show(' ', old, position, at).Concat(Show('-', old, at, at + removed)))
                {
                    yield return line;
                }

                foreach (string line in Show('+', made, madeAt, madeAt + added))
                {
                    yield return line;
                }

                position = at + removed;
            }

            foreach (string line in Show(' ', old, position, end))
            {
                yield return line;
            }
        }
    }

    private static IEnumerable<string> Show(char mark, string[] lines, int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            bool isEnded = lines[i].EndsWith('\n');
            yield return mark + (isEnded ? lines[i][..^1] : lines[i]);
            if (!isEnded)
            {
                yield return "\\ No newline at end of file";
            }
        }
    }

    private static string Range(int start, int end) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{(end == start ? start : start + 1)}{(end - start == 1 ? "" : $",{end - start}")}"
        );

    private static string[] Split(string text)
    {
        var lines = new List<string>();
        for (int start = 0; start < text.Length; )
        {
            int end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end + 1;
            lines.Add(text[start..end]);
            start = end;
        }

        return [.. lines];
    }

    /// <summary>Edits that follow each other without a line between them are one.</summary>
    private static List<(int Old, int Made, int Removed, int Added)> Merge(
        List<(int Old, int Made, int Removed, int Added)> edits
    )
    {
        var merged = new List<(int Old, int Made, int Removed, int Added)>();
        foreach ((int old, int made, int removed, int added) in edits)
        {
            if (
                merged.Count > 0
                && merged[^1] is var last
                && last.Old + last.Removed == old
                && last.Made + last.Added == made
            )
            {
                merged[^1] = (last.Old, last.Made, last.Removed + removed, last.Added + added);
            }
            else
            {
                merged.Add((old, made, removed, added));
            }
        }

        return merged;
    }

    /// <summary>The shortest row of edits, by Myers's greedy algorithm between the common start and end.</summary>
    private static List<(int Old, int Made, int Removed, int Added)> FindEdits(string[] old, string[] made)
    {
        int start = 0;
        while (start < old.Length && start < made.Length && old[start] == made[start])
        {
            start++;
        }

        int oldEnd = old.Length;
        int madeEnd = made.Length;
        while (oldEnd > start && madeEnd > start && old[oldEnd - 1] == made[madeEnd - 1])
        {
            oldEnd--;
            madeEnd--;
        }

        int n = oldEnd - start;
        int m = madeEnd - start;
        var rounds = new List<int[]>();
        int limit = Math.Min(n + m, MaxEdits);
        int[] furthest = new int[(2 * limit) + 3];
        for (int d = 0; d <= limit; d++)
        {
            rounds.Add((int[])furthest.Clone());
            for (int k = -d; k <= d; k += 2)
            {
                int at = limit + 1 + k;
                int x =
                    k == -d || (k != d && furthest[at - 1] < furthest[at + 1])
                        ? furthest[at + 1]
                        : furthest[at - 1] + 1;
                int y = x - k;
                while (x < n && y < m && old[start + x] == made[start + y])
                {
                    x++;
                    y++;
                }

                furthest[at] = x;
                if (x >= n && y >= m)
                {
                    return Trace(rounds, limit, start, n, m);
                }
            }
        }

        return [(start, start, n, m)];
    }

    private static List<(int Old, int Made, int Removed, int Added)> Trace(
        List<int[]> rounds,
        int limit,
        int start,
        int n,
        int m
    )
    {
        var edits = new List<(int Old, int Made, int Removed, int Added)>();
        int x = n;
        int y = m;
        for (int d = rounds.Count - 1; d > 0; d--)
        {
            int[] furthest = rounds[d];
            int k = x - y;
            int at = limit + 1 + k;
            bool isInsertion = k == -d || (k != d && furthest[at - 1] < furthest[at + 1]);
            int previous = isInsertion ? k + 1 : k - 1;
            x = furthest[limit + 1 + previous];
            y = x - previous;
            edits.Add((start + x, start + y, isInsertion ? 0 : 1, isInsertion ? 1 : 0));
        }

        edits.Reverse();
        return edits;
    }
}
