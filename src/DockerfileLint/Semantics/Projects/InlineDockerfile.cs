using DockerfileLint.Semantics.Compose;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Projects;

/// <summary>
/// A Dockerfile that stands in a Compose file: its text after YAML and Compose have read it, and the way back.
/// </summary>
internal sealed class InlineDockerfile
{
    private const string FileName = "Dockerfile";

    private readonly InterpolatedText _text;
    private readonly SourceSpan _span;

    private InlineDockerfile(ComposeScalar scalar, string? context)
    {
        _text = scalar.Text;
        _span = scalar.Span;

        // It lies in its context as far as a Dockerfile is asked where it lies.
        File = new SourceFile(
            ProjectPath.Combine(context ?? scalar.BaseDirectory, FileName),
            SourceText.From(_text.DisplayText)
        );
    }

    /// <summary>The text as a file of its own, which is none of the project's.</summary>
    internal SourceFile File { get; }

    /// <summary>Where it is written.</summary>
    internal SourceSpan Span => _span;

    internal static InlineDockerfile? Find(ServiceBuild build, string? context) =>
        build.Value?.GetScalar("dockerfile_inline") is { IsNull: false } scalar && scalar.Text.DisplayText.Length > 0
            ? new InlineDockerfile(scalar, context)
            : null;

    internal DockerfileModel CreateModel(AnalysisBudget? budget, CancellationToken cancellation) =>
        DockerfileModel.Create(DockerfileSyntaxTree.Parse(File, cancellation), budget, cancellation);

    /// <summary>The place in the Compose file of a place in the Dockerfile; of any other place that place.</summary>
    internal SourceSpan Map(SourceSpan span) =>
        ReferenceEquals(span.File, File) ? _text.GetSourceSpan(span.Span) : span;
}
