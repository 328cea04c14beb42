using System.Globalization;
using DockerfileLint.Analysis.Languages;
using DockerfileLint.Semantics;
using DockerfileLint.Syntax;
using DockerfileLint.Text;

namespace DockerfileLint.Analysis.Projects;

/// <summary>
/// What stands at a path in a snapshot, and its trees and models: each made on first demand and once, whatever the
/// number of threads. They depend on the text alone, so that snapshots of the same text share them.
/// </summary>
internal sealed class Document
{
    private readonly ISourceFiles? _files;
    private readonly AnalysisBudget _budget;
    private readonly ProjectCounters _counters;

    // By the index of the language: a file may be linted as one language and read by a project as another one. Most
    // paths that are asked for hold nothing to parse.
    private Reading?[]? _readings;
    private SourceFileLookup? _content;

    /// <summary>A text that was handed in.</summary>
    internal Document(SourceFile file, AnalysisBudget budget, ProjectCounters counters)
    {
        Path = file.Path;
        _budget = budget;
        _counters = counters;
        _content = Limit(SourceFileLookup.Found(file));
    }

    /// <summary>What the files interface says of a path; asked on first demand.</summary>
    internal Document(string path, ISourceFiles? files, AnalysisBudget budget, ProjectCounters counters)
    {
        Path = path;
        _files = files;
        _budget = budget;
        _counters = counters;
        _content = files is null ? SourceFileLookup.Unknown : null;
    }

    internal string Path { get; }

    /// <summary>Whether it is known what stands at the path; until then a change of the file changes nothing.</summary>
    internal bool IsRead => Volatile.Read(ref _content) is not null;

    /// <summary>Whether it is known that nothing stands at the path.</summary>
    internal bool IsMissing => Volatile.Read(ref _content)?.Status == SourceFileStatus.Missing;

    /// <summary>What stands at the path.</summary>
    internal SourceFileLookup GetContent(CancellationToken cancellation) =>
        Volatile.Read(ref _content) ?? ReadContent(cancellation);

    /// <summary>The tree of the text, which must have been found.</summary>
    internal SyntaxTree GetTree(Language language, CancellationToken cancellation) =>
        FindReading(language)?.Tree ?? Parse(language, cancellation).Tree;

    /// <summary>The model of the text, which must have been found.</summary>
    internal T GetModel<T>(
        Language language,
        Func<SyntaxTree, AnalysisBudget, CancellationToken, T> create,
        CancellationToken cancellation
    )
        where T : class
    {
        Reading reading = FindReading(language) ?? Parse(language, cancellation);
        return (T?)Volatile.Read(ref reading.Model) ?? MakeModel(reading, create, cancellation);
    }

    /// <summary>Leaves out a text that is too long, wherever it comes from.</summary>
    private SourceFileLookup Limit(SourceFileLookup content) =>
        content.File is { } file && file.Text.Length > _budget.MaxFileLength
            ? SourceFileLookup.Unreadable(
                UnreadableReason.TooLarge,
                file.Text.Length.ToString(CultureInfo.InvariantCulture)
            )
            : content;

    private SourceFileLookup ReadContent(CancellationToken cancellation)
    {
        using var gate = Gate.Enter(this, cancellation);
        if (_content is null)
        {
            _counters.CountRead();
            Volatile.Write(ref _content, Limit(_files!.Find(Path)));
        }

        return _content!;
    }

    private Reading? FindReading(Language language) =>
        Volatile.Read(ref _readings) is { } readings ? Volatile.Read(ref readings[language.Index]) : null;

    private Reading Parse(Language language, CancellationToken cancellation)
    {
        using var gate = Gate.Enter(this, cancellation);
        if (FindReading(language) is { } known)
        {
            return known;
        }

        _counters.CountTree();
        var reading = new Reading(language.Parse(GetContent(cancellation).File!, _budget, cancellation));
        if (_readings is null)
        {
            Volatile.Write(ref _readings, new Reading?[Language.All.Length]);
        }

        Volatile.Write(ref _readings![language.Index], reading);
        return reading;
    }

    private T MakeModel<T>(
        Reading reading,
        Func<SyntaxTree, AnalysisBudget, CancellationToken, T> create,
        CancellationToken cancellation
    )
        where T : class
    {
        using var gate = Gate.Enter(this, cancellation);
        if (reading.Model is null)
        {
            _counters.CountModel();
            Volatile.Write(ref reading.Model, create(reading.Tree, _budget, cancellation));
        }

        return (T)reading.Model!;
    }

    /// <summary>The text read as one language.</summary>
    private sealed class Reading(SyntaxTree tree)
    {
        internal readonly SyntaxTree Tree = tree;

        internal object? Model;
    }
}
