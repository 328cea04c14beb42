using DockerfileLint.Text;

namespace DockerfileLint.Analysis.Projects;

/// <summary>
/// A snapshot as one computation sees it: it remembers which paths were asked for, those where nothing stands included.
/// </summary>
/// <param name="project">The snapshot.</param>
/// <param name="cancellation">Ends the computation.</param>
/// <param name="remembers">Whether anybody wants to know which paths were asked for.</param>
internal sealed class ProjectReader(Project project, CancellationToken cancellation, bool remembers = true)
    : ISourceFiles
{
    internal Project Project => project;

    /// <summary>Ends the computation.</summary>
    internal CancellationToken Cancellation => cancellation;

    /// <summary>The paths that were asked for.</summary>
    internal HashSet<string>? Reads { get; } = remembers ? new(StringComparer.Ordinal) : null;

    /// <inheritdoc/>
    public SourceFileLookup Find(string path) =>
        project.IsMissing(path) ? SourceFileLookup.Missing : GetDocument(path).GetContent(cancellation);

    /// <summary>Whether it is known without a look that a folder holds nothing under any of some names.</summary>
    internal bool AreMissing(string folder, ReadOnlySpan<string> names) => project.AreMissing(folder, names);

    /// <summary>What stands at a path.</summary>
    internal Document GetDocument(string path)
    {
        Reads?.Add(path);
        return project.GetDocument(path);
    }

    /// <summary>Answers a question once for all who ask it.</summary>
    /// <param name="subject">What is asked about, such as a path.</param>
    /// <param name="question">Who asks: two questions about one subject differ by it.</param>
    /// <param name="compute">Computes the answer.</param>
    internal T Get<T>(string subject, object question, Func<ProjectReader, T> compute)
        where T : class => project.Queries.Get(subject, question, this, compute, cancellation);
}
