namespace DockerfileLint.CommandLine.Changes;

/// <summary>The files that a change touches, and the lines that are new in each.</summary>
internal sealed class ChangedLines
{
    // By path: ranges of 1-based lines in their order, or null where the whole file is new.
    private readonly Dictionary<string, List<(int First, int Last)>?> _files = new(StringComparer.Ordinal);

    /// <summary>Number of files.</summary>
    internal int Count => _files.Count;

    /// <summary>Whether a file was changed, by its path relative to the linted root.</summary>
    internal bool Contains(string path) => _files.ContainsKey(path);

    /// <summary>Whether one of several lines is new.</summary>
    /// <param name="path">The path of the file, relative to the linted root.</param>
    /// <param name="first">The first line, 1-based.</param>
    /// <param name="last">The last line.</param>
    internal bool Intersects(string path, int first, int last)
    {
        if (!_files.TryGetValue(path, out List<(int First, int Last)>? ranges))
        {
            return false;
        }

        if (ranges is null)
        {
            return true;
        }

        int start = 0;
        int end = ranges.Count;
        while (start < end)
        {
            int middle = (start + end) / 2;
            if (ranges[middle].Last < first)
            {
                start = middle + 1;
            }
            else
            {
                end = middle;
            }
        }

        return start < ranges.Count && ranges[start].First <= last;
    }

    /// <summary>Adds a file of which no line is known to be new.</summary>
    internal void Add(string path) => _files.TryAdd(path, []);

    /// <summary>Adds a file that is new as a whole.</summary>
    internal void AddWhole(string path) => _files[path] = null;

    /// <summary>Adds a line that is new; lines of a file come in their order.</summary>
    internal void Add(string path, int line)
    {
        Add(path);
        if (_files[path] is not { } ranges)
        {
            return;
        }

        if (ranges is [.., { } last] && line <= last.Last + 1)
        {
            ranges[^1] = last with { Last = Math.Max(last.Last, line) };
        }
        else
        {
            ranges.Add((line, line));
        }
    }
}
