using System.Diagnostics.CodeAnalysis;
using System.IO.Enumeration;
using DockerfileLint.Analysis.Languages;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Syntax.Compose;
using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Text;

namespace DockerfileLint.Files;

/// <summary>
/// Finds the files below a folder, in ordinal path order and as they are asked for. Holds the names in the folders
/// around the current one, not the files.
/// </summary>
/// <param name="start">Absolute path of the folder, links resolved.</param>
/// <param name="shownStart">Its path in the output; empty for the root.</param>
/// <param name="realRoot">The folder, besides the start, that links may lead into.</param>
/// <param name="language">The language of all files, or <c>null</c> where names decide.</param>
/// <param name="excluded">What is left out.</param>
/// <param name="ignores">Whether files are left out that ignore files name and git does not track.</param>
/// <param name="followsLinks">Whether links to files may lead anywhere.</param>
/// <param name="configured">What a configuration says about the files, or <c>null</c>.</param>
/// <param name="record">What the walk comes across beside.</param>
internal sealed class FolderWalk(
    string start,
    string shownStart,
    string realRoot,
    Language? language,
    ExcludedPaths excluded,
    bool ignores,
    bool followsLinks,
    FoundFiles? configured,
    WalkRecord record
)
{
    private static readonly EnumerationOptions AllEntries = new() { AttributesToSkip = 0, IgnoreInaccessible = false };
    private const string RepositoryFolder = ".git";
    private const string IgnoreFileName = ".gitignore";
    private const string NodePackages = "node_modules";
    private const string VendoredPackages = "vendor";

    /// <summary>What tools write into a folder of packages that they vendor.</summary>
    private static readonly string[] VendorFiles = ["modules.txt", "autoload.php"];

    private readonly string[]? _boundaries = followsLinks ? null : [realRoot, start];

    /// <summary>The path in the output that none of the files comes before.</summary>
    internal string ShownStart => shownStart;

    /// <summary>Walks.</summary>
    /// <returns>
    /// The files and problems. A folder that has the name of a default file comes as well, marked, before what it
    /// holds.
    /// </returns>
    internal IEnumerable<InputFile> Enumerate(CancellationToken cancellation)
    {
        string repository = RepositoryRoot.Find(start) ?? start;
        string[] segments = Path.GetRelativePath(repository, start) is var relative and not "."
            ? relative.Split(Path.DirectorySeparatorChar)
            : [];
        IgnoreScope? scope = ignores ? EnterAncestors(repository, segments) : null;
        var worktree = new GitWorktree(repository, depth: 0);
        Folder folder = Open(start, shownStart, segments, scope, isIgnored: false, worktree, cancellation);
        IEnumerable<InputFile> files = Enumerate(folder, cancellation);
        foreach (InputFile file in folder.Problem is null ? files : FileDiscovery.Insert(files, folder.Problem))
        {
            yield return file;
        }
    }

    /// <summary>The ignore files that hold in a folder because they lie above it in its repository.</summary>
    private static IgnoreScope? EnterAncestors(string repository, string[] segments)
    {
        IgnoreScope? scope = IgnoreScope.EnterFile(
            outer: null,
            depth: 0,
            Path.Combine(repository, ".git", "info", "exclude")
        );
        string folder = repository;
        for (int depth = 0; depth < segments.Length; depth++)
        {
            scope = IgnoreScope.EnterFile(scope, depth, Path.Combine(folder, IgnoreFileName));
            folder = Path.Combine(folder, segments[depth]);
        }

        return scope;
    }

    private static string Combine(string folder, string name) =>
        folder.Length == 0 ? name
        : folder[^1] == '/' ? folder + name
        : $"{folder}/{name}";

    private IEnumerable<InputFile> Enumerate(Folder outermost, CancellationToken cancellation)
    {
        var folders = new Stack<Folder>();
        folders.Push(outermost);
        while (folders.TryPeek(out Folder? folder))
        {
            if (folder.TryLeave(out Folder? inner))
            {
                folders.Push(inner);
                continue;
            }

            if (!folder.TryTake(out Entry entry))
            {
                folders.Pop();
                continue;
            }

            string shown = Combine(folder.ShownPath, entry.ShownName);
            string fullPath = Path.Combine(folder.FullPath, entry.Name);
            if (entry.IsTwin)
            {
                yield return new InputFile(shown, fullPath, GetLanguage(entry, fullPath))
                {
                    Problem = UnreadableReason.Other,
                    ProblemDetail = "its name is no valid UTF-8 and reads as that of another entry",
                };
                continue;
            }

            if (!entry.IsDirectory)
            {
                var file = new InputFile(shown, fullPath, GetLanguage(entry, fullPath));
                yield return entry.IsLink ? FileLinks.Resolve(file, _boundaries) : file with { Walk = record };
                continue;
            }

            // A problem of the folder has the folder's own path, which comes before files such as 'folder.old' and
            // those before what the folder holds.
            inner = Open(
                fullPath,
                shown,
                [.. folder.Segments, entry.Name],
                folder.Scope,
                entry.IsIgnored,
                folder.Worktree,
                cancellation
            );
            folder.Waiting.Push(inner);
            if (inner.Problem is not null)
            {
                yield return inner.Problem;
            }
            else if (Language.All.Any(language => language.IsDefaultName(entry.Name)))
            {
                yield return new InputFile(shown, "", Language.FromName(entry.Name))
                {
                    IsFolder = true,
                    Problem = UnreadableReason.Other,
                    ProblemDetail = "it is a folder, not a file",
                };
            }
        }
    }

    private Folder Open(
        string fullPath,
        string shownPath,
        string[] segments,
        IgnoreScope? outer,
        bool isIgnored,
        GitWorktree worktree,
        CancellationToken cancellation
    )
    {
        cancellation.ThrowIfCancellationRequested();
        var folder = new Folder(fullPath, shownPath, segments) { Worktree = worktree };
        try
        {
            var entries = new FileSystemEnumerable<Entry>(
                fullPath,
                (ref FileSystemEntry entry) =>
                    new Entry(
                        entry.FileName.ToString(),
                        entry.IsDirectory,
                        (entry.Attributes & FileAttributes.ReparsePoint) != 0
                    ),
                AllEntries
            )
            {
                ShouldIncludePredicate = (ref FileSystemEntry entry) =>
                    entry.IsDirectory
                    || Language.FromName(entry.FileName) is not null
                    || entry.FileName is RepositoryFolder or ComposeProjectFiles.EnvironmentFileName
                    || entry.FileName is IgnoreFileName
                    || NotedFileNames.GetKind(entry.FileName) != NotedFiles.None
                    || IsStack(entry.FileName)
                    || configured?.NamesFiles == true,
            };
            Entry[] found = [.. entries];
            folder.Scope =
                ignores && Array.Exists(found, entry => entry.Name == IgnoreFileName)
                    ? IgnoreScope.EnterFile(outer, segments.Length, Path.Combine(fullPath, IgnoreFileName))
                : ignores ? outer
                : null;
            if (segments.Length > 0 && Array.Exists(found, entry => entry.Name == RepositoryFolder))
            {
                // A repository in the repository tracks its files itself.
                folder.Worktree = new GitWorktree(fullPath, segments.Length);
            }

            foreach (Entry entry in found)
            {
                Take(folder, entry, isIgnored);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            ReadOutcome outcome = FileReader.Explain(exception);
            folder.Problem = new InputFile(shownPath.Length == 0 ? "." : shownPath, fullPath, Language.Dockerfile)
            {
                Problem = outcome.Reason,
                ProblemDetail = outcome.Detail,
            };
        }

        folder.SortEntries();
        return folder;
    }

    /// <summary>Takes an entry of a folder, or counts it as left out.</summary>
    private void Take(Folder folder, Entry entry, bool isFolderIgnored)
    {
        string shownPath = Combine(folder.ShownPath, entry.Name);
        if (entry.Name is RepositoryFolder or IgnoreFileName)
        {
            return;
        }

        NotedFiles noted = NotedFileNames.GetKind(entry.Name);
        if (noted != NotedFiles.None)
        {
            record.Add(folder.FullPath, noted);
            if (noted != NotedFiles.Compose && !entry.IsDirectory)
            {
                return;
            }
        }

        if (!entry.IsDirectory && entry.Name == ComposeProjectFiles.EnvironmentFileName)
        {
            // Compose reads it whether git ignores it or not.
            if (!excluded.Contains(shownPath, isDirectory: false))
            {
                record.EnvironmentFiles.Add(
                    FileLinks.Resolve(
                        new InputFile(shownPath, Path.Combine(folder.FullPath, entry.Name), Language: null),
                        _boundaries
                    )
                );
            }

            return;
        }

        string fullPath = configured is null ? "" : Path.Combine(folder.FullPath, entry.Name);
        if (
            !entry.IsDirectory
            && Language.FromName(entry.Name) is null
            && configured?.FindLanguage(fullPath) is null
            && !(IsStack(entry.Name) && !entry.IsLink && HoldsServices(Path.Combine(folder.FullPath, entry.Name)))
        )
        {
            return;
        }

        // What a link to a folder shows is linted where it lies; following it would report it twice, outside the root,
        // or for ever.
        if (entry is { IsDirectory: true, IsLink: true })
        {
            return;
        }

        bool isIgnored =
            isFolderIgnored || folder.Scope?.IsIgnored([.. folder.Segments, entry.Name], entry.IsDirectory) == true;
        if (
            (isIgnored && !folder.Worktree.Tracks(folder.Segments, entry.Name, entry.IsDirectory))
            || excluded.Contains(shownPath, entry.IsDirectory)
            || configured?.Excludes(fullPath, entry.IsDirectory) == true
            || IsWorkflow(folder, entry)
            || (ignores && IsForeign(folder, entry))
        )
        {
            record.SkippedFiles += entry.IsDirectory ? 0 : 1;
            record.SkippedFolders += entry.IsDirectory ? 1 : 0;
            return;
        }

        folder.Entries.Add(entry with { IsIgnored = isIgnored });
    }

    private Language? GetLanguage(Entry entry, string fullPath) =>
        language
        ?? configured?.FindLanguage(fullPath)
        ?? (IsStack(entry.Name) ? Language.Compose : Language.FromName(entry.Name));

    /// <summary>Whether a file may be a stack: others have a file of this name, too.</summary>
    private static bool IsStack(ReadOnlySpan<char> name) =>
        name.Equals("stack.yml", StringComparison.OrdinalIgnoreCase)
        || name.Equals("stack.yaml", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a folder holds packages of others, which their authors lint.</summary>
    private static bool IsForeign(Folder folder, Entry entry) =>
        entry.IsDirectory
        && (
            entry.Name == NodePackages
            || (
                entry.Name == VendoredPackages
                && Array.Exists(VendorFiles, name => File.Exists(Path.Combine(folder.FullPath, entry.Name, name)))
            )
        );

    /// <summary>
    /// Whether a file with a name of Compose is a workflow of GitHub: it lies where these do, and has nothing that
    /// Compose would start.
    /// </summary>
    private static bool IsWorkflow(Folder folder, Entry entry)
    {
        if (
            folder.Segments is not [.., ".github", "workflows"]
            || entry.IsDirectory
            || entry.IsLink
            || Language.FromName(entry.Name) != Language.Compose
        )
        {
            return false;
        }

        string path = Path.Combine(folder.FullPath, entry.Name);
        return FileReader.Read(path).Text is not null && !HoldsServices(path);
    }

    private static bool HoldsServices(string path) =>
        FileReader.Read(path).Text is { } text
        && ComposeFileSyntax
            .Create(YamlSyntaxTree.Parse(new SourceFile(path, text)))
            .Roots.Any(root => root.Find("services") is not null || root.Find("include") is not null);

    private readonly record struct Entry(string Name, bool IsDirectory, bool IsLink) : IComparable<Entry>
    {
        /// <summary>Whether an ignore file names it or a folder around it, and git tracks it all the same.</summary>
        internal bool IsIgnored { get; init; }

        /// <summary>Whether another entry reads the same, so that this one cannot be opened.</summary>
        internal bool IsTwin { get; init; }

        /// <summary>The name in the output.</summary>
        internal string ShownName { get; init; } = Name;

        // Names that are no valid Unicode can read alike. Of those, a link comes first, for it is the one that must not
        // be opened unseen.
        public int CompareTo(Entry other) =>
            string.CompareOrdinal(ShownName, other.ShownName) is var order and not 0 ? order
            : IsDirectory != other.IsDirectory ? IsDirectory.CompareTo(other.IsDirectory)
            : other.IsLink.CompareTo(IsLink);
    }

    /// <summary>A folder whose names are known, and how far the walk is in it.</summary>
    private sealed class Folder(string fullPath, string shownPath, string[] segments)
    {
        private int _next;

        internal string FullPath { get; } = fullPath;

        internal string ShownPath { get; } = shownPath;

        internal string[] Segments { get; } = segments;

        internal IgnoreScope? Scope { get; set; }

        internal required GitWorktree Worktree { get; set; }

        internal List<Entry> Entries { get; } = [];

        internal InputFile? Problem { get; set; }

        /// <summary>
        /// The folders in this one that were taken and whose files are still to come, the next on top.
        /// </summary>
        internal Stack<Folder> Waiting { get; } = [];

        /// <summary>Takes the folder whose files come before the next name, if any.</summary>
        internal bool TryLeave([NotNullWhen(true)] out Folder? folder)
        {
            // The paths below 'a' start with 'a/': 'a-b' and 'a.old' come before them.
            bool isDue =
                Waiting.TryPeek(out folder)
                && !(_next < Entries.Count && IsBeforeContent(Entries[_next].ShownName, folder.Segments[^1]));
            return isDue && Waiting.TryPop(out folder);
        }

        /// <summary>Takes the next entry.</summary>
        internal bool TryTake(out Entry entry)
        {
            entry = default;
            if (_next == Entries.Count)
            {
                return false;
            }

            entry = Entries[_next++];
            return true;
        }

        /// <summary>
        /// Puts the entries in the order of their names. Of several that read the same only one can be opened; the
        /// others get a name of their own, so that it is said that they are there.
        /// </summary>
        internal void SortEntries()
        {
            Entries.Sort();
            bool isChanged = false;
            HashSet<string>? names = null;
            for (int i = 1; i < Entries.Count; i++)
            {
                if (Entries[i].Name != Entries[i - 1].Name)
                {
                    continue;
                }

                names ??= [.. Entries.Select(entry => entry.Name)];
                int number = 2;
                while (!names.Add($"{Entries[i].Name} ({number})"))
                {
                    number++;
                }

                Entries[i] = Entries[i] with { IsTwin = true, ShownName = $"{Entries[i].Name} ({number})" };
                isChanged = true;
            }

            if (isChanged)
            {
                Entries.Sort();
            }
        }

        private static bool IsBeforeContent(string name, string folder) =>
            name.StartsWith(folder, StringComparison.Ordinal)
            && (name.Length == folder.Length || name[folder.Length] < '/');
    }
}
