using System.IO.Enumeration;
using DockerfileLint.Analysis;

namespace DockerfileLint.CommandLine.Discovery;

/// <summary>Turns the paths of a command line into the files to lint, in ordinal path order and each once.</summary>
internal sealed class FileDiscovery
{
    private static readonly EnumerationOptions AllEntries = new() { AttributesToSkip = 0, IgnoreInaccessible = false };
    private static readonly string[] RepositoryFolders = [".git", ".hg", ".svn"];

    private readonly string _workingDirectory;
    private readonly string _root;
    private readonly string _realRoot;
    private readonly FileKind? _kind;
    private readonly IgnoreScope? _excluded;
    private readonly Dictionary<string, InputFile> _files = new(StringComparer.Ordinal);
    private readonly List<string> _expectedFiles = [];

    private FileDiscovery(string workingDirectory, string root, FileKind? kind, IReadOnlyList<string> excluded)
    {
        _workingDirectory = workingDirectory;
        _root = Path.TrimEndingDirectorySeparator(root);
        _realRoot = RealPath.Resolve(_root, out _) ?? _root;
        _kind = kind;
        _excluded = IgnoreScope.Enter(outer: null, depth: 0, excluded);
    }

    /// <summary>Finds the files.</summary>
    /// <param name="paths">Files and folders, absolute or relative to the working directory. Files are taken whatever their name.</param>
    /// <param name="workingDirectory">Absolute path.</param>
    /// <param name="root">Absolute path of the folder that the paths in the output are relative to.</param>
    /// <param name="kind">The language of all files, or <c>null</c> where names and content decide.</param>
    /// <param name="excluded">Patterns as in <c>.gitignore</c>, relative to the root.</param>
    /// <param name="cancellation">Ends the walk.</param>
    internal static IReadOnlyList<InputFile> Find(
        IEnumerable<string> paths, string workingDirectory, string root, FileKind? kind, IReadOnlyList<string> excluded, CancellationToken cancellation)
    {
        var discovery = new FileDiscovery(workingDirectory, root, kind, excluded);
        foreach (string path in paths)
        {
            discovery.AddPath(path, cancellation);
        }

        return discovery.Complete();
    }

    /// <summary>The path in the output: relative to the root, or, outside the root, as it was given; with <c>/</c> between its segments.</summary>
    internal static string GetShownPath(string path, string fullPath, string root)
    {
        string relative = Path.GetRelativePath(root, fullPath);
        bool isOutside = relative == ".." || relative.StartsWith(".." + Path.DirectorySeparatorChar, StringComparison.Ordinal) || Path.IsPathRooted(relative);
        return ToForwardSlashes(isOutside ? Path.TrimEndingDirectorySeparator(path) : relative);
    }

    private static string ToForwardSlashes(string path) => Path.DirectorySeparatorChar == '/' ? path : path.Replace(Path.DirectorySeparatorChar, '/');

    private static string Combine(string folder, string name) => folder.Length == 0 ? name : folder[^1] == '/' ? folder + name : $"{folder}/{name}";

    private static bool IsDescriptor(string path) => !OperatingSystem.IsWindows() && (path.StartsWith("/dev/fd/", StringComparison.Ordinal) || path.StartsWith("/proc/self/fd/", StringComparison.Ordinal));

    private void AddPath(string path, CancellationToken cancellation)
    {
        string fullPath = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, _workingDirectory));
        string shown = GetShownPath(path, fullPath, _root);
        if (IsExcluded(shown, Directory.Exists(fullPath)))
        {
            return;
        }

        FileKind? kind = _kind ?? FileNames.GetKind(Path.GetFileName(fullPath.AsSpan()));
        var file = new InputFile(shown, fullPath, kind) { IsExplicit = true };
        if (IsDescriptor(fullPath))
        {
            Add(file with { IsStream = true });
            return;
        }

        file = ResolveLinks(file, boundary: null);
        if (file.Problem is null && Directory.Exists(file.FullPath))
        {
            Walk(file.FullPath, shown == "." ? "" : shown, cancellation);
        }
        else
        {
            Add(file);
        }
    }

    private bool IsExcluded(string shownPath, bool isDirectory)
    {
        if (_excluded is null)
        {
            return false;
        }

        // A folder above the path may be what the pattern names.
        string[] segments = shownPath.Split('/');
        for (int length = 1; length <= segments.Length; length++)
        {
            if (_excluded.IsIgnored(segments[..length], isDirectory || length < segments.Length))
            {
                return true;
            }
        }

        return false;
    }

    private void Walk(string start, string shownStart, CancellationToken cancellation)
    {
        string repository = GitRepository.FindTop(start) ?? start;
        string[] startSegments = Path.GetRelativePath(repository, start) is var relative and not "." ? relative.Split(Path.DirectorySeparatorChar) : [];
        var pending = new Stack<Folder>();
        pending.Push(new Folder(start, shownStart, startSegments, EnterAncestors(repository, startSegments)));
        while (pending.TryPop(out Folder folder))
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                Enumerate(folder, start, pending);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                ReadOutcome outcome = FileReader.Explain(exception);
                Add(new InputFile(folder.ShownPath.Length == 0 ? "." : folder.ShownPath, folder.FullPath, FileKind.Dockerfile) { Problem = outcome.Reason, ProblemDetail = outcome.Detail });
            }
        }
    }

    /// <summary>The ignore files that hold in a folder because they lie above it in its repository.</summary>
    private static IgnoreScope? EnterAncestors(string repository, string[] segments)
    {
        IgnoreScope? scope = IgnoreScope.EnterFile(outer: null, depth: 0, Path.Combine(repository, ".git", "info", "exclude"));
        string folder = repository;
        for (int depth = 0; depth < segments.Length; depth++)
        {
            scope = IgnoreScope.EnterFile(scope, depth, Path.Combine(folder, ".gitignore"));
            folder = Path.Combine(folder, segments[depth]);
        }

        return scope;
    }

    private void Enumerate(Folder folder, string start, Stack<Folder> pending)
    {
        IgnoreScope? scope = IgnoreScope.EnterFile(folder.Scope, folder.Segments.Length, Path.Combine(folder.FullPath, ".gitignore"));
        bool isWorkflows = folder.ShownPath.EndsWith(".github/workflows", StringComparison.Ordinal);
        var entries = new FileSystemEnumerable<(string Name, bool IsDirectory, bool IsLink)>(
            folder.FullPath,
            (ref FileSystemEntry entry) => (entry.FileName.ToString(), entry.IsDirectory, (entry.Attributes & FileAttributes.ReparsePoint) != 0),
            AllEntries)
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => entry.IsDirectory || FileNames.GetKind(entry.FileName) is not null,
        };
        foreach ((string name, bool isDirectory, bool isLink) in entries)
        {
            string shown = Combine(folder.ShownPath, name);
            string[] segments = [.. folder.Segments, name];
            if (scope?.IsIgnored(segments, isDirectory) == true || IsExcluded(shown, isDirectory))
            {
                continue;
            }

            string fullPath = Path.Combine(folder.FullPath, name);
            if (isDirectory)
            {
                // What a link to a folder shows is linted where it lies; following it would report it twice, outside the root, or for ever.
                if (!isLink && !RepositoryFolders.Contains(name))
                {
                    pending.Push(new Folder(fullPath, shown, segments, scope));
                    if (FileNames.IsDefaultName(name))
                    {
                        _expectedFiles.Add(shown);
                    }
                }

                continue;
            }

            FileKind kind = FileNames.GetKind(name)!.Value;
            if (isWorkflows && kind == FileKind.Compose)
            {
                continue;
            }

            var file = new InputFile(shown, fullPath, _kind ?? kind);
            Add(isLink ? ResolveLinks(file, start) : file);
        }
    }

    /// <summary>The file with its links resolved.</summary>
    /// <param name="file">The file.</param>
    /// <param name="boundary">The folder, besides the root, that the file must lie in; <c>null</c> for a file that the command line names.</param>
    private InputFile ResolveLinks(InputFile file, string? boundary)
    {
        try
        {
            string? target = RealPath.Resolve(file.FullPath, out UnreadableReason problem);
            if (target is null)
            {
                bool isDangling = problem == UnreadableReason.NotFound && new FileInfo(file.FullPath).LinkTarget is not null;
                return isDangling
                    ? file with { Problem = UnreadableReason.Other, ProblemDetail = "it is a symbolic link to a file that does not exist" }
                    : file with { Problem = problem };
            }

            return boundary is null || RealPath.IsInside(_realRoot, target) || RealPath.IsInside(boundary, target)
                ? file with { FullPath = target }
                : file with { Problem = UnreadableReason.Other, ProblemDetail = "it is a symbolic link that leads out of the linted folder" };
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            ReadOutcome outcome = FileReader.Explain(exception);
            return file with { Problem = outcome.Reason, ProblemDetail = outcome.Detail };
        }
    }

    private void Add(InputFile file)
    {
        if (!_files.TryGetValue(file.Path, out InputFile? known) || (file.IsExplicit && !known.IsExplicit))
        {
            _files[file.Path] = file;
        }
    }

    private List<InputFile> Complete()
    {
        List<InputFile> files = [.. _files.Values];
        files.Sort((left, right) => string.CompareOrdinal(left.Path, right.Path));

        // A folder that stands where a tool expects its file is usually a failed bind mount; one that holds such files is just a folder of that name.
        string[] paths = [.. files.Select(file => file.Path)];
        foreach (string expected in _expectedFiles)
        {
            int next = ~Array.BinarySearch(paths, expected + "/", StringComparer.Ordinal);
            if (next == paths.Length || !paths[next].StartsWith(expected + "/", StringComparison.Ordinal))
            {
                files.Add(new InputFile(expected, "", FileNames.GetKind(Path.GetFileName(expected.AsSpan()))) { Problem = UnreadableReason.Other, ProblemDetail = "it is a folder, not a file" });
            }
        }

        files.Sort((left, right) => string.CompareOrdinal(left.Path, right.Path));
        return files;
    }

    private readonly record struct Folder(string FullPath, string ShownPath, string[] Segments, IgnoreScope? Scope);
}
