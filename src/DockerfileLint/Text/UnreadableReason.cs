namespace DockerfileLint.Text;

/// <summary>Why a file could not be read.</summary>
public enum UnreadableReason
{
    /// <summary>
    /// Any other reason; the caller says which in a phrase that starts in lower case and has no final period.
    /// </summary>
    Other,

    /// <summary>Nothing is there.</summary>
    NotFound,

    /// <summary>It is longer than <see cref="AnalysisBudget.MaxFileLength"/>.</summary>
    TooLarge,

    /// <summary>It holds NUL bytes, so it is no text.</summary>
    Binary,

    /// <summary>Its symbolic links lead in a circle.</summary>
    LinkLoop,
}
