namespace DockerfileLint.Semantics.Commands;

/// <summary>What has to be known of a program to tell its options, their values and its operands apart.</summary>
internal sealed class CommandGrammar
{
    private static readonly char[] Blank = [' '];

    private readonly HashSet<string> _valueOptions;
    private readonly HashSet<string> _wordOptions;
    private readonly Dictionary<string, HashSet<string>> _valueOptionsBySubcommand;

    /// <param name="values">The options that take a value, also as a word of its own, separated by blanks.</param>
    /// <param name="words">
    /// The options of several letters behind one dash, which are no group of one-letter options.
    /// </param>
    /// <param name="subcommands">Options that take a value only after one subcommand.</param>
    /// <param name="style">How arguments are taken apart.</param>
    internal CommandGrammar(
        string values = "",
        string words = "",
        CommandStyle style = CommandStyle.Operands,
        params (string Subcommand, string Values)[] subcommands
    )
    {
        Style = style;
        _valueOptions = Split(values);
        _wordOptions = Split(words);
        _valueOptionsBySubcommand = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach ((string subcommand, string options) in subcommands)
        {
            foreach (string name in subcommand.Split('|'))
            {
                _valueOptionsBySubcommand.Add(name, Split(options));
            }
        }
    }

    /// <summary>How an unknown program is read: no option takes a value as a word of its own.</summary>
    internal static CommandGrammar Unknown { get; } = new();

    internal CommandStyle Style { get; }

    internal bool TakesValue(string option, string? subcommand) =>
        _valueOptions.Contains(option)
        || (
            subcommand is not null
            && _valueOptionsBySubcommand.TryGetValue(subcommand, out HashSet<string>? options)
            && options.Contains(option)
        );

    /// <summary>Whether a word such as <c>-nv</c> or <c>-out=x</c> is one option rather than a group.</summary>
    internal bool IsWordOption(string word) => Style == CommandStyle.OneDash || _wordOptions.Contains(word);

    private static HashSet<string> Split(string options) =>
        new(options.Split(Blank, StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);
}

/// <summary>How the arguments of a program are taken apart.</summary>
internal enum CommandStyle
{
    /// <summary>Options and operands in any order.</summary>
    Operands,

    /// <summary>The first operand is a subcommand; options stand before and after it.</summary>
    Subcommand,

    /// <summary>Options end at the first operand: the rest belongs to somebody else.</summary>
    OptionsFirst,

    /// <summary>
    /// The first operand is a subcommand, and options of any length have one dash, as those of Go have.
    /// </summary>
    OneDash,
}
