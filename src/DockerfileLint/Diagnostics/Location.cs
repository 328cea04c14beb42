using DockerfileLint.Text;

namespace DockerfileLint.Diagnostics;

/// <summary>A span of a file.</summary>
public sealed record Location
{
    /// <summary>Creates a location.</summary>
    /// <param name="span">The span with its file.</param>
    /// <exception cref="ArgumentException">The span is a default instance, which lies in no file.</exception>
    public Location(SourceSpan span)
    {
        File = span.File ?? throw new ArgumentException("The span lies in no file.", nameof(span));
        Span = span.Span;
    }

    /// <summary>The file.</summary>
    public SourceFile File { get; }

    /// <summary>The span in its text.</summary>
    public TextSpan Span { get; }

    /// <summary>The span by lines and columns.</summary>
    public LinePositionSpan LineSpan => File.Text.GetLinePositionSpan(Span);

    /// <summary><c>path:line:column</c>, 1-based.</summary>
    public override string ToString() => $"{File.Path}:{File.Text.GetLinePosition(Span.Start)}";
}

/// <summary>Another place that explains a finding.</summary>
public sealed record RelatedLocation
{
    /// <summary>Creates a related location.</summary>
    /// <param name="span">The place with its file.</param>
    /// <param name="message">What it has to do with the finding: a sentence.</param>
    /// <exception cref="ArgumentException">The span is a default instance, which lies in no file.</exception>
    public RelatedLocation(SourceSpan span, string message)
    {
        Location = new Location(span);
        Message = message ?? throw new ArgumentNullException(nameof(message));
    }

    /// <summary>A place where the same is wrong as at the finding's own.</summary>
    internal RelatedLocation(SourceSpan span)
        : this(span, "The same here.") => IsRepetition = true;

    /// <summary>The place.</summary>
    public Location Location { get; }

    /// <summary>What it has to do with the finding: a sentence.</summary>
    public string Message { get; }

    /// <summary>
    /// Whether the same is wrong here as at the finding's own place, so that the finding goes away only where both are
    /// mended.
    /// </summary>
    public bool IsRepetition { get; }
}

/// <summary>The construct that a finding belongs to, independent of lines.</summary>
/// <param name="Name">
/// Short name, such as <c>build</c> or <c>web</c>; of a stage without one its number and base, <c>0 (debian:13)</c>.
/// </param>
/// <param name="FullyQualifiedName">Unique in the file, such as <c>stage:build</c> or <c>services.web</c>.</param>
/// <param name="Kind">SARIF's kind: <c>module</c> for a stage, <c>object</c> for a service.</param>
public sealed record LogicalLocation(string Name, string FullyQualifiedName, string Kind);
