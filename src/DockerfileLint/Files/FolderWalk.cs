using System.Diagnostics.CodeAnalysis;
using System.IO.Enumeration;
using DockerfileLint.Analysis.Languages;
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
internal sealed class FolderWalk(
    string start,
    string shownStart,
    string realRoot,
    Language? language,
    ExcludedPaths excluded
)
{
    private static readonly EnumerationOptions AllEntries = new() { AttributesToSkip = 0, IgnoreInaccessible = false };
    private static readonly string[] RepositoryFolders = [".git", ".hg", ".svn"];

    private readonly string[] _boundaries = [realRoot, start];

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
        Folder folder = Open(start, shownStart, segments, EnterAncestors(repository, segments), cancellation);
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
            scope = IgnoreScope.EnterFile(scope, depth, Path.Combine(folder, ".gitignore"));
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

            string shown = Combine(folder.ShownPath, entry.Name);
            string fullPath = Path.Combine(folder.FullPath, entry.Name);
            if (!entry.IsDirectory)
            {
                var file = new InputFile(shown, fullPath, language ?? Language.FromName(entry.Name));
                yield return entry.IsLink ? FileLinks.Resolve(file, _boundaries) : file;
                continue;
            }

            // A problem of the folder has the folder's own path, which comes before files such as 'folder.old' and
            // those before what the folder holds.
            inner = Open(fullPath, shown, [.. folder.Segments, entry.Name], folder.Scope, cancellation);
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
        CancellationToken cancellation
    )
    {
        cancellation.ThrowIfCancellationRequested();
        var folder = new Folder(fullPath, shownPath, segments);
        try
        {
            folder.Scope = IgnoreScope.EnterFile(outer, segments.Length, Path.Combine(fullPath, ".gitignore"));
            bool isWorkflows = shownPath.EndsWith(".github/workflows", StringComparison.Ordinal);
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
                    || (
                        Language.FromName(entry.FileName) is { } language
                        && !(isWorkflows && language == Language.Compose)
                    ),
            };
            foreach (Entry entry in entries)
            {
                // What a link to a folder shows is linted where it lies; following it would report it twice, outside
                // the root, or for ever.
                bool isSkipped = entry.IsDirectory && (entry.IsLink || RepositoryFolders.Contains(entry.Name));
                if (
                    !isSkipped
                    && folder.Scope?.IsIgnored([.. segments, entry.Name], entry.IsDirectory) != true
                    && !excluded.Contains(Combine(shownPath, entry.Name), entry.IsDirectory)
                )
                {
                    folder.Entries.Add(entry);
                }
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

        folder.Entries.Sort();
        return folder;
    }

    private readonly record struct Entry(string Name, bool IsDirectory, bool IsLink) : IComparable<Entry>
    {
        // Names that are no valid Unicode can read alike. Of those, a link comes first, for it is the one that must not
        // be opened unseen.
        public int CompareTo(Entry other) =>
            string.CompareOrdinal(Name, other.Name) is var order and not 0 ? order
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
                && !(_next < Entries.Count && IsBeforeContent(Entries[_next].Name, folder.Segments[^1]));
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
            while (
                _next < Entries.Count
                && Entries[_next].Name == entry.Name
                && Entries[_next].IsDirectory == entry.IsDirectory
            )
            {
                _next++;
            }

            return true;
        }

        private static bool IsBeforeContent(string name, string folder) =>
            name.StartsWith(folder, StringComparison.Ordinal)
            && (name.Length == folder.Length || name[folder.Length] < '/');
    }
}
