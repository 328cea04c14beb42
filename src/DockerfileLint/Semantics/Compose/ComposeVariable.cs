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
    /// <summary>
    /// Of a value that is not known because of variables in it: what it is where nobody sets those; otherwise
    /// <c>null</c>.
    /// </summary>
    internal string? ValueIfUnset { get; init; }

    /// <summary>A variable that only the caller's environment may set.</summary>
    internal static readonly ComposeVariable Unknown = new(null, Certainty.Unknown, null);

    /// <summary>
    /// What is known where nobody sets the variables that files leave open. Those that every caller has stay unknown.
    /// </summary>
    internal ComposeVariable IfOpenUnset(string name) =>
        Certainty != Certainty.Unknown || (Value is null && ValueIfUnset is null && Span is not null) ? this
        : ValueIfUnset is not null ? new ComposeVariable(ValueIfUnset, Certainty.Default, Span)
        : CallerVariables.IsSetByAll(name) ? this
        : new ComposeVariable(null, Certainty.Default, null);

    /// <summary>Nothing but the file is known.</summary>
    internal static ComposeVariable FindNone(string name) => Unknown;
}
