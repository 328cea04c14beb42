using System.Diagnostics.CodeAnalysis;

namespace DockerfileLint.Semantics.Dockerfiles;

/// <summary>A word after variable expansion and removal of quotes and escapes.</summary>
/// <param name="Value">The text; where the certainty is unknown, what it would be with the unknown variables empty.</param>
/// <param name="Certainty">How sure the text is.</param>
/// <param name="Error">Why the builder refuses the word, if it does.</param>
[Experimental(ExperimentalApi.Id)]
public readonly record struct ExpandedText(string Value, Certainty Certainty, ExpansionError Error = ExpansionError.None)
{
    internal static ExpandedText Empty { get; } = new("", Certainty.Known);

    internal static ExpandedText Unknown { get; } = new("", Certainty.Unknown);
}

/// <summary>Why a word cannot be expanded.</summary>
[Experimental(ExperimentalApi.Id)]
public enum ExpansionError
{
    /// <summary>It can.</summary>
    None,

    /// <summary>A quote is never closed.</summary>
    UnclosedQuote,

    /// <summary>A <c>${</c> is never closed, names nothing or carries an unknown modifier.</summary>
    InvalidVariable,
}
