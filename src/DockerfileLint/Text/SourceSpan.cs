namespace DockerfileLint.Text;

/// <summary>
/// A span together with the file that it lies in. It never turns into a bare span by itself, which could then be taken
/// for one of another file.
/// </summary>
/// <param name="File">The file.</param>
/// <param name="Span">The span in its text.</param>
public readonly record struct SourceSpan(SourceFile File, TextSpan Span)
{
    /// <summary>0-based offset of the first code unit.</summary>
    public int Start => Span.Start;

    /// <summary>Number of code units.</summary>
    public int Length => Span.Length;

    /// <summary>Offset just after the last code unit.</summary>
    public int End => Span.End;

    /// <summary>Whether the span covers nothing.</summary>
    public bool IsEmpty => Span.IsEmpty;

    /// <summary>The text that the span covers.</summary>
    public string GetText() => File.Text.ToString(Span);

    /// <summary><c>path:line:column</c>, 1-based.</summary>
    public override string ToString() => $"{File.Path}:{File.Text.GetLinePosition(Start)}";
}
