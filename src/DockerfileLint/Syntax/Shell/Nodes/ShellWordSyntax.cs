using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace DockerfileLint.Syntax.Shell;

/// <summary>A word: a command name, an argument, a value, a pattern, or the lines of a here-document.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed class ShellWordSyntax : ShellSyntaxNode
{
    private readonly ShellWordTraits _traits;
    private string? _value;

    internal ShellWordSyntax(
        ShellText text,
        int start,
        int end,
        ImmutableArray<ShellWordPartSyntax> parts,
        ShellWordTraits traits
    )
        : base(text, start, end)
    {
        Parts = parts;
        _traits = traits;
        Adopt(parts);
    }

    /// <inheritdoc/>
    public override SyntaxKind SyntaxKind => SyntaxKind.ShellWord;

    /// <summary>
    /// What the word is made of; empty for a word without quotes, escapes and expansions, whose text is its value.
    /// </summary>
    public ImmutableArray<ShellWordPartSyntax> Parts { get; }

    /// <summary>
    /// Whether the word holds no expansion, so that the script alone says what it is. Patterns, braces and tildes count
    /// as text.
    /// </summary>
    public bool IsLiteral => (_traits & ShellWordTraits.Expands) == 0;

    /// <summary>
    /// Whether a part of the word is quoted or escaped; for the lines of a here-document, whether its terminator is.
    /// </summary>
    public bool IsQuoted => (_traits & ShellWordTraits.Quoted) != 0;

    /// <summary>Whether the whole word is one pair of quotes.</summary>
    public bool IsWhollyQuoted => Parts.Length == 1 && Parts[0] is ShellSingleQuotedSyntax or ShellDoubleQuotedSyntax;

    /// <summary>Whether parameters, commands or arithmetic are expanded in the word.</summary>
    public bool HasExpansions => !IsLiteral;

    /// <summary>The value with quotes and escapes removed; <c>null</c> where the word has expansions.</summary>
    public string? LiteralText => IsLiteral ? DisplayText : null;

    /// <summary>
    /// The word with quotes and escapes removed and with expansions left in: parameters as <c>${name}</c>, with
    /// operators as they are written, everything else as <c>${...}</c>.
    /// It is the value where the word has no expansions.
    /// </summary>
    public string DisplayText => _value ??= CreateValue();

    /// <summary>Whether the word is literally this text; costs no allocation for a word without quotes.</summary>
    public bool Is(string value) =>
        IsLiteral && (Parts.IsEmpty ? AsSpan().SequenceEqual(value.AsSpan()) : DisplayText == value);

    /// <summary>
    /// Whether the word's text without quotes starts with something literal; costs no allocation for a word without
    /// quotes.
    /// </summary>
    public bool StartsWith(string value) =>
        Parts.IsEmpty
            ? AsSpan().StartsWith(value.AsSpan(), StringComparison.Ordinal)
            : DisplayText.StartsWith(value, StringComparison.Ordinal);

    internal override int SlotCount => 1;

    internal override ChildSlot GetSlot(int index) => ChildSlot.Of(Parts);

    private string CreateValue()
    {
        if (Parts.IsEmpty)
        {
            return AsSpan().ToString();
        }

        var value = new StringBuilder(End - Start);
        foreach (ShellWordPartSyntax part in Parts)
        {
            part.AppendValue(value);
        }

        return value.ToString();
    }
}

/// <summary>What the parser saw in a word.</summary>
[Flags]
internal enum ShellWordTraits : byte
{
    None = 0,
    Quoted = 1,
    Expands = 2,
}
