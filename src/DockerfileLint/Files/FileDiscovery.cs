using DockerfileLint.Analysis.Languages;

namespace DockerfileLint.Files;

/// <summary>
/// Turns the paths of a command line into the files to lint, in ordinal path order and each once. What is named is
/// looked up at once, folders are searched as files are asked for.
/// </summary>
internal sealed class FileDiscovery
{
    private readonly string _workingDirectory;
    private readonly string _root;
    private readonly string _realRoot;
    private readonly Language? _language;
    private readonly ExcludedPaths _excluded;
    private readonly bool _ignores;
    private readonly bool _followsLinks;
    private readonly Func<string, FoundFiles?>? _findConfigured;
    private readonly List<InputFile> _named = [];
    private readonly List<FolderWalk> _walks = [];

    private FileDiscovery(
        string workingDirectory,
        string root,
        Language? language,
        IReadOnlyList<string> excluded,
        bool ignores,
        bool followsLinks,
        Func<string, FoundFiles?>? findConfigured
    )
    {
        _findConfigured = findConfigured;
        _ignores = ignores;
        _followsLinks = followsLinks;
        _workingDirectory = workingDirectory;
        _root = Path.TrimEndingDirectorySeparator(root);
        _realRoot = RealPath.Resolve(_root, out _) ?? _root;
        _language = language;
        _excluded = new ExcludedPaths(excluded);
    }

    /// <summary>The files that the command line names itself, in path order.</summary>
    internal IEnumerable<InputFile> NamedFiles => _named.OrderBy(file => file.Path, StringComparer.Ordinal);

    /// <summary>What the walks come across beside the files to lint, as far as they have come.</summary>
    internal WalkRecord Record { get; } = new();

    /// <summary>Whether a file lies below a folder that is searched.</summary>
    /// <param name="shownPath">The path in the output.</param>
    internal bool Covers(string shownPath) =>
        _walks.Exists(walk =>
            walk.ShownStart.Length == 0 || shownPath.StartsWith(walk.ShownStart + "/", StringComparison.Ordinal)
        );

    /// <summary>Looks up what the command line names.</summary>
    /// <param name="paths">
    /// Files and folders, absolute or relative to the working directory. Files are taken whatever their name.
    /// </param>
    /// <param name="workingDirectory">Absolute path.</param>
    /// <param name="root">Absolute path of the folder that the paths in the output are relative to.</param>
    /// <param name="language">The language of all files, or <c>null</c> where names and content decide.</param>
    /// <param name="excluded">Patterns as in <c>.gitignore</c>, relative to the root.</param>
    /// <param name="ignores">Whether files are left out that ignore files name and git does not track.</param>
    /// <param name="followsLinks">Whether links to files may lead anywhere.</param>
    /// <param name="findConfigured">
    /// What the configuration of a folder, of which the absolute path is given, says about its files.
    /// </param>
    internal static FileDiscovery Start(
        IEnumerable<string> paths,
        string workingDirectory,
        string root,
        Language? language,
        IReadOnlyList<string> excluded,
        bool ignores = true,
        bool followsLinks = false,
        Func<string, FoundFiles?>? findConfigured = null
    )
    {
        var discovery = new FileDiscovery(
            workingDirectory,
            root,
            language,
            excluded,
            ignores,
            followsLinks,
            findConfigured
        );
        foreach (string path in paths)
        {
            discovery.AddPath(path);
        }

        return discovery;
    }

    /// <summary>Finds the files.</summary>
    /// <param name="cancellation">Ends the walk.</param>
    /// <returns>The named files and those in the named folders. Folders are read as the enumeration proceeds.</returns>
    internal IEnumerable<InputFile> Enumerate(CancellationToken cancellation) => ResolveFolders(Merge(cancellation));

    /// <summary>Puts a file in its place among files in path order, before one of the same path.</summary>
    internal static IEnumerable<InputFile> Insert(IEnumerable<InputFile> files, InputFile inserted)
    {
        bool isPending = true;
        foreach (InputFile file in files)
        {
            if (isPending && string.CompareOrdinal(file.Path, inserted.Path) >= 0)
            {
                isPending = false;
                yield return inserted;
            }

            yield return file;
        }

        if (isPending)
        {
            yield return inserted;
        }
    }

    /// <summary>
    /// The path in the output: relative to the root, or, outside the root, as it was given; with <c>/</c> between its
    /// segments.
    /// </summary>
    internal static string GetShownPath(string path, string fullPath, string root)
    {
        string relative = Path.GetRelativePath(root, fullPath);
        bool isOutside =
            relative == ".."
            || relative.StartsWith(".." + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            || Path.IsPathRooted(relative);
        return ToForwardSlashes(isOutside ? Path.TrimEndingDirectorySeparator(path) : relative);
    }

    private static string ToForwardSlashes(string path) =>
        Path.DirectorySeparatorChar == '/' ? path : path.Replace(Path.DirectorySeparatorChar, '/');

    /// <summary>Whether a path names an open stream of the process rather than a file.</summary>
    internal static bool IsStream(string path) => path == "/dev/stdin" || IsDescriptor(path);

    private static bool IsDescriptor(string path) =>
        !OperatingSystem.IsWindows()
        && (
            path.StartsWith("/dev/fd/", StringComparison.Ordinal)
            || path.StartsWith("/proc/self/fd/", StringComparison.Ordinal)
        );

    private static IEnumerable<InputFile> ResolveFolders(IEnumerable<InputFile> files)
    {
        // A folder that stands where a tool expects its file is usually a failed bind mount; one that holds files to
        // lint is just a folder of that name.
        var ahead = new Queue<InputFile>();
        using IEnumerator<InputFile> rest = files.GetEnumerator();
        while (ahead.Count > 0 || rest.MoveNext())
        {
            InputFile file = ahead.Count > 0 ? ahead.Dequeue() : rest.Current;
            if (!file.IsFolder || !HoldsFiles(file, ahead, rest))
            {
                yield return file;
            }
        }
    }

    /// <summary>Looks for a file in a folder, as far ahead as that takes.</summary>
    private static bool HoldsFiles(InputFile folder, Queue<InputFile> ahead, IEnumerator<InputFile> rest)
    {
        string start = folder.Path + "/";
        foreach (InputFile file in ahead)
        {
            if (IsDecisive(file, start))
            {
                return file.Path.StartsWith(start, StringComparison.Ordinal);
            }
        }

        while (rest.MoveNext())
        {
            InputFile file = rest.Current;
            ahead.Enqueue(file);
            if (IsDecisive(file, start))
            {
                return file.Path.StartsWith(start, StringComparison.Ordinal);
            }
        }

        return false;
    }

    /// <summary>Whether a file lies in a folder or behind it.</summary>
    private static bool IsDecisive(InputFile file, string start) =>
        string.CompareOrdinal(file.Path, start) > 0
        && !(file.IsFolder && file.Path.StartsWith(start, StringComparison.Ordinal));

    private void AddPath(string path)
    {
        string fullPath = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, _workingDirectory));
        string shown = GetShownPath(path, fullPath, _root);
        if (_excluded.Contains(shown, Directory.Exists(fullPath)))
        {
            return;
        }

        Language? language = _language ?? Language.FromName(Path.GetFileName(fullPath.AsSpan()));
        var file = new InputFile(shown, fullPath, language);
        if (IsDescriptor(fullPath))
        {
            _named.Add(file with { IsStream = true });
            return;
        }

        file = _followsLinks
            ? FileLinks.Resolve(file, boundaries: null)
            : FileLinks.ResolveNamed(file, _root, _realRoot);
        if (file.Problem is null && Directory.Exists(file.FullPath))
        {
            Record.Starts.Add(file.FullPath);
            _walks.Add(
                new FolderWalk(
                    file.FullPath,
                    shown == "." ? "" : shown,
                    _realRoot,
                    _language,
                    _excluded,
                    _ignores,
                    _followsLinks,
                    _findConfigured?.Invoke(file.FullPath),
                    Record
                )
            );
        }
        else
        {
            _named.Add(file);
        }
    }

    /// <summary>
    /// Merges what is named and what the walks find. Of files with one path the named one is taken, then that of the
    /// first walk.
    /// </summary>
    private IEnumerable<InputFile> Merge(CancellationToken cancellation)
    {
        var sources = new PriorityQueue<Source, (string Path, int Rank)>(
            Comparer<(string Path, int Rank)>.Create(
                (left, right) =>
                    string.CompareOrdinal(left.Path, right.Path) is var order and not 0
                        ? order
                        : left.Rank.CompareTo(right.Rank)
            )
        );
        sources.Enqueue(new Source(NamedFiles, rank: 0), ("", 0));
        for (int i = 0; i < _walks.Count; i++)
        {
            // Not entered before its turn: many folders may be named.
            sources.Enqueue(new Source(_walks[i].Enumerate(cancellation), i + 1), (_walks[i].ShownStart, i + 1));
        }

        string? last = null;
        while (sources.TryDequeue(out Source? source, out _))
        {
            if (source.Current is { } file && file.Path != last)
            {
                last = file.Path;
                yield return file;
            }

            if (source.MoveNext())
            {
                sources.Enqueue(source, (source.Current!.Path, source.Rank));
            }
        }
    }

    /// <summary>A sequence of files in path order, begun or not.</summary>
    private sealed class Source(IEnumerable<InputFile> files, int rank)
    {
        private readonly IEnumerator<InputFile> _files = files.GetEnumerator();

        internal int Rank => rank;

        /// <summary>The file that the source has come to; <c>null</c> before the first.</summary>
        internal InputFile? Current { get; private set; }

        internal bool MoveNext()
        {
            bool isMore = _files.MoveNext();
            Current = isMore ? _files.Current : null;
            return isMore;
        }
    }
}
