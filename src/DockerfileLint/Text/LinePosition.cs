namespace DockerfileLint.Text;

/// <summary>A place in a text by line and column, both 0-based; the column counts UTF-16 code units.</summary>
/// <param name="Line">0-based line number.</param>
/// <param name="Character">0-based column in UTF-16 code units.</param>
public readonly record struct LinePosition(int Line, int Character)
{
    /// <summary>The place as people and SARIF count it, <c>line:column</c>, both 1-based.</summary>
    public override string ToString() => $"{Line + 1}:{Character + 1}";
}

/// <summary>A range by line and column; the end is exclusive.</summary>
/// <param name="Start">First place inside.</param>
/// <param name="End">First place after.</param>
public readonly record struct LinePositionSpan(LinePosition Start, LinePosition End);
