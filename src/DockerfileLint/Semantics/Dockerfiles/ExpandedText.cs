using System.Collections.Immutable;
using DockerfileLint.Syntax;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Semantics.Dockerfiles;

/// <summary>What the expansion of a word gives: variables filled in, quotes and escapes removed.</summary>
/// <param name="Text">
/// The text; where the certainty is unknown, a guess: what it would be on linux/amd64 with no build argument given and
/// all else that is unknown left empty.
/// </param>
/// <param name="Certainty">How sure the text is.</param>
/// <param name="Error">Why the builder refuses the word, if it does.</param>
/// <param name="RestsOnUnset">Whether a variable that nothing sets is taken for empty in it.</param>
internal readonly record struct ExpandedText(
    string Text,
    Certainty Certainty,
    ExpansionError Error = ExpansionError.None,
    bool RestsOnUnset = false
)
{
    /// <summary>
    /// The text of a word as it is used. Of a word that nothing is left of somebody is to set the variables; what is
    /// written beside them counts as it stands.
    /// </summary>
    internal ExpandedText AsWord() =>
        RestsOnUnset && Text.Length == 0 ? this with { Certainty = Certainty.Unknown } : this;

    /// <summary>The same, unknown where it rests on a variable that nothing sets.</summary>
    internal ExpandedText WithoutUnset() => RestsOnUnset ? this with { Certainty = Certainty.Unknown } : this;

    /// <summary>What the text says where it stands; the guess can be shown.</summary>
    internal Fact<string> At(SyntaxNode node) => new(Text, Certainty, node, node.Span, Text);
}

/// <summary>A word after expansion, split at the blanks that stand outside quotes or come from variables.</summary>
internal readonly record struct ExpandedWords(
    ImmutableArray<string> Values,
    Certainty Certainty,
    ExpansionError Error = ExpansionError.None,
    bool RestsOnUnset = false
)
{
    /// <summary>The same, unknown where nothing is left, as <see cref="ExpandedText.AsWord"/> has it.</summary>
    internal ExpandedWords AsWords() =>
        RestsOnUnset && Values.IsEmpty ? this with { Certainty = Certainty.Unknown } : this;

    /// <summary>The same, unknown where they rest on a variable that nothing sets.</summary>
    internal ExpandedWords WithoutUnset() => RestsOnUnset ? this with { Certainty = Certainty.Unknown } : this;

    /// <summary>What the words say where they stand.</summary>
    internal Fact<ImmutableArray<string>> At(WordSyntax word) => new(Values, Certainty, word, word.Span, word.Text);
}

/// <summary>Why a word cannot be expanded.</summary>
internal enum ExpansionError
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
