using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace DockerfileLint.Semantics.Dockerfiles;

/// <summary>A word after variable expansion and removal of quotes and escapes.</summary>
/// <param name="Value">
/// The text; where the certainty is unknown, a guess: what it would be on linux/amd64 with no build argument given and
/// all else that is unknown left empty.
/// </param>
/// <param name="Certainty">How sure the text is.</param>
/// <param name="Error">Why the builder refuses the word, if it does.</param>
[Experimental(ExperimentalApi.Id)]
public readonly record struct ExpandedText(
    string Value,
    Certainty Certainty,
    ExpansionError Error = ExpansionError.None
)
{
    internal static ExpandedText Unknown { get; } = new("", Certainty.Unknown);
}

/// <summary>A word after expansion, split at the blanks that stand outside quotes or come from variables.</summary>
internal readonly record struct ExpandedWords(
    ImmutableArray<string> Values,
    Certainty Certainty,
    ExpansionError Error = ExpansionError.None
);

/// <summary>Why a word cannot be expanded.</summary>
[Experimental(ExperimentalApi.Id)]
public enum ExpansionError
{
    /// <summary>It can.</summary>
    None,

    /// <summary>A quote is never closed.</summary>
    UnclosedQuote,

    /// <summary>
    /// A <c>${</c> is never closed, names nothing, carries an unknown modifier or an invalid pattern.
    /// </summary>
    InvalidVariable,

    /// <summary>A <c>${name:?}</c> or <c>${name?}</c> demands a variable that is surely not set.</summary>
    MissingVariable,
}
