using DockerfileLint.Text;

namespace DockerfileLint.Diagnostics;

/// <summary>A span of a file.</summary>
/// <param name="File">The file.</param>
/// <param name="Span">The span in its text.</param>
public sealed record Location(SourceFile File, TextSpan Span)
{
    /// <summary>Creates a location.</summary>
    public Location(SourceSpan span)
        : this(span.File, span.Span) { }

    /// <summary>The span by lines and columns.</summary>
    public LinePositionSpan LineSpan => File.Text.GetLinePositionSpan(Span);

    /// <summary><c>path:line:column</c>, 1-based.</summary>
    public override string ToString() => $"{File.Path}:{File.Text.GetLinePosition(Span.Start)}";
}

/// <summary>Another place that explains a finding.</summary>
/// <param name="Location">The place.</param>
/// <param name="Message">What it has to do with the finding: a sentence.</param>
public sealed record RelatedLocation(Location Location, string Message);

/// <summary>The construct that a finding belongs to, independent of lines.</summary>
/// <param name="Name">Short name, such as <c>build</c> or <c>web</c>.</param>
/// <param name="FullyQualifiedName">Unique in the file, such as <c>stage:build</c> or <c>services.web</c>.</param>
/// <param name="Kind">SARIF's kind: <c>module</c> for a stage, <c>object</c> for a service.</param>
public sealed record LogicalLocation(string Name, string FullyQualifiedName, string Kind);
