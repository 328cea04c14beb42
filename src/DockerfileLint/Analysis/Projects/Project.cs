using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Analysis.Languages;
using DockerfileLint.Syntax;
using DockerfileLint.Text;

namespace DockerfileLint.Analysis.Projects;

/// <summary>
/// An immutable snapshot of the files under a root: its documents, which are to be linted, and everything beside them
/// that they read. Trees, models and findings are made on first demand and once. Safe to use from several threads.
/// </summary>
/// <remarks>
/// <see cref="WithDocument(SourceFile, Language?)"/> and its siblings give new snapshots, which share everything that
/// does not depend on what has changed.
/// </remarks>
public sealed class Project
{
    private readonly ISourceFiles? _files;
    private readonly IListedFiles? _listed;
    private readonly ImmutableSortedDictionary<string, DocumentSource> _sources;
    private readonly ConcurrentDictionary<string, Document> _documents;

    private Project(
        ISourceFiles? files,
        ImmutableSortedDictionary<string, DocumentSource> sources,
        ConcurrentDictionary<string, Document> documents,
        QueryCache queries,
        AnalysisBudget budget,
        ProjectCounters counters
    )
    {
        _files = files;
        _listed = files as IListedFiles;
        _sources = sources;
        _documents = documents;
        Queries = queries;
        Budget = budget;
        Counters = counters;
    }

    /// <summary>
    /// The paths of the documents in ordinal order, relative to the root with <c>/</c> between their segments.
    /// </summary>
    public IEnumerable<string> Paths => _sources.Keys;

    /// <summary>What each file and each Compose project may cost.</summary>
    public AnalysisBudget Budget { get; }

    /// <summary>Whether anything is known of files that are no documents.</summary>
    internal bool HasFiles => _files is not null;

    /// <summary>The paths that the snapshot knows something of, those where nothing stands included.</summary>
    internal IEnumerable<string> ReadPaths => _documents.Keys;

    /// <summary>What was computed of this snapshot.</summary>
    internal QueryCache Queries { get; }

    /// <summary>What was made for this snapshot and its relatives.</summary>
    internal ProjectCounters Counters { get; }

    /// <summary>A snapshot over files that are read when they are needed.</summary>
    /// <param name="files">
    /// The files under the root, or <c>null</c> where nothing is known but the texts that will be handed in.
    /// </param>
    /// <param name="paths">
    /// The paths of the documents; their languages follow from name and content. None by default.
    /// </param>
    /// <param name="budget">What each file and each Compose project may cost, or <c>null</c> for the default.</param>
    public static Project Create(
        ISourceFiles? files = null,
        IEnumerable<string>? paths = null,
        AnalysisBudget? budget = null
    )
    {
        ImmutableSortedDictionary<string, DocumentSource>.Builder sources = ImmutableSortedDictionary.CreateBuilder<
            string,
            DocumentSource
        >(StringComparer.Ordinal);
        foreach (string path in paths ?? [])
        {
            sources[path] = DocumentSource.Found;
        }

        return new Project(
            files,
            sources.ToImmutable(),
            new ConcurrentDictionary<string, Document>(StringComparer.Ordinal),
            new QueryCache(),
            budget ?? AnalysisBudget.Default,
            new ProjectCounters()
        );
    }

    /// <summary>A snapshot with one more document, or with another text for one.</summary>
    /// <param name="path">
    /// Path relative to the root with <c>/</c> between its segments; it says the language, or else the text does.
    /// </param>
    /// <param name="text">The text, which comes before what the files hold.</param>
    public Project WithDocument(string path, string text) => WithDocument(new SourceFile(path, SourceText.From(text)));

    /// <summary>A snapshot with one more document, or with another text for one.</summary>
    /// <param name="file">The text, which comes before what the files hold.</param>
    /// <param name="language">The language, or <c>null</c> where path and text say it.</param>
    public Project WithDocument(SourceFile file, Language? language = null)
    {
        if (file is null)
        {
            throw new ArgumentNullException(nameof(file));
        }

        return Change(file.Path, _sources.SetItem(file.Path, new DocumentSource(file, language)));
    }

    /// <summary>
    /// A snapshot without a document. What the files hold at its path can still be read on behalf of other documents.
    /// </summary>
    /// <param name="path">The path; where it is no document's, nothing changes but what was read from there.</param>
    public Project WithoutDocument(string path) => Change(path, _sources.Remove(path));

    /// <summary>A snapshot that reads a file again: for a file that has changed where it lies.</summary>
    /// <param name="path">The path, whether a document's or that of a file beside them.</param>
    public Project WithChangedFile(string path) => Change(path, _sources);

    /// <summary>What stands at a path: a text that was handed in, or what the files hold.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public SourceFileLookup Find(string path, CancellationToken cancellation = default) =>
        GetDocument(path).GetContent(cancellation);

    /// <summary>The language of a file: as it was said, else as its path or its text says.</summary>
    /// <returns>The language; <c>null</c> where only the text could tell and there is none.</returns>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public Language? GetLanguage(string path, CancellationToken cancellation = default)
    {
        if (path is null)
        {
            throw new ArgumentNullException(nameof(path));
        }

        Language? known = _sources.TryGetValue(path, out DocumentSource? source) ? source.Language : null;
        return known
            ?? Language.FromPath(path)
            ?? (GetDocument(path).GetContent(cancellation).File is { } file ? Language.FromText(file.Text) : null);
    }

    /// <summary>The tree of a file, made once; <c>null</c> where there is no text.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public SyntaxTree? GetTree(string path, CancellationToken cancellation = default)
    {
        Document document = GetDocument(path);
        return document.GetContent(cancellation).File is not null && GetLanguage(path, cancellation) is { } language
            ? document.GetTree(language, cancellation)
            : null;
    }

    /// <summary>Whether the files know without a look that a folder holds nothing under any of some names.</summary>
    internal bool AreMissing(string folder, ReadOnlySpan<string> names) =>
        _listed is not null && _sources.IsEmpty && _listed.AreMissing(folder, names);

    /// <summary>Whether the files know without a look that nothing stands at a path.</summary>
    internal bool IsMissing(string path) => _listed is not null && _sources.IsEmpty && _listed.IsMissing(path);

    /// <summary>What stands at a path, with its trees and models.</summary>
    internal Document GetDocument(string path)
    {
        if (_documents.TryGetValue(path, out Document? known))
        {
            return known;
        }

        Document added =
            _sources.TryGetValue(path, out DocumentSource? source) && source.File is { } file
                ? new Document(file, Budget, Counters)
                : new Document(path, _files, Budget, Counters);
        return _documents.GetOrAdd(path, added);
    }

    /// <summary>
    /// Lets go of what was made for a file, so that a run over many files needs memory for a few; on demand it is made
    /// again.
    /// </summary>
    /// <param name="path">The path of a file that will hardly be asked for again.</param>
    [Experimental(ExperimentalApi.Id)]
    public void Release(string path)
    {
        _documents.TryRemove(path, out _);
        foreach (HashSet<string> reads in Queries.Release(path))
        {
            foreach (string read in reads)
            {
                // Each folder has its own paths where nothing stands, and a run may walk over many thousands.
                if (_documents.TryGetValue(read, out Document? document) && document.IsMissing)
                {
                    _documents.TryRemove(read, out _);
                }
            }
        }
    }

    private Project Change(string path, ImmutableSortedDictionary<string, DocumentSource> sources)
    {
        if (path is null)
        {
            throw new ArgumentNullException(nameof(path));
        }

        var documents = new ConcurrentDictionary<string, Document>(StringComparer.Ordinal);
        foreach (KeyValuePair<string, Document> document in _documents)
        {
            // What is not read yet is read by each snapshot for itself, so that none sees what changes later.
            if (document.Key != path && document.Value.IsRead)
            {
                documents[document.Key] = document.Value;
            }
        }

        // What a listing answered is not among what was read for an answer.
        QueryCache queries = _listed is null ? Queries.Without(path) : new QueryCache();
        return new Project(_files, sources, documents, queries, Budget, Counters);
    }

    /// <summary>Where a document comes from. Each is another one, since files of one path are equal.</summary>
    /// <param name="file">The text that was handed in, or <c>null</c> where the files hold it.</param>
    /// <param name="language">The language, or <c>null</c> where path and text say it.</param>
    private sealed class DocumentSource(SourceFile? file, Language? language)
    {
        /// <summary>What path, text and files say.</summary>
        internal static DocumentSource Found { get; } = new(file: null, language: null);

        internal SourceFile? File => file;

        internal Language? Language => language;
    }
}
