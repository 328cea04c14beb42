using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Compose;

/// <summary>What is known of a variable that a Compose file uses.</summary>
/// <param name="Value">The value; <c>null</c> where the variable is not set, or nobody knows.</param>
/// <param name="Certainty">
/// How sure that is. A value of an environment file is a default: the caller's environment comes before it.
/// </param>
/// <param name="Span">Where the value is defined, or <c>null</c>.</param>
internal readonly record struct ComposeVariable(string? Value, Certainty Certainty, SourceSpan? Span)
{
    /// <summary>A variable that only the caller's environment may set.</summary>
    internal static readonly ComposeVariable Unknown = new(null, Certainty.Unknown, null);

    /// <summary>Nothing but the file is known.</summary>
    internal static ComposeVariable FindNone(string name) => Unknown;
}
