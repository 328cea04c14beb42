using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace DockerfileLint.Semantics.Commands;

/// <summary>The arguments of a program told apart: subcommand, options with their values, operands.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed class ParsedCommandLine
{
    private ParsedCommandLine(
        CommandWord? subcommand,
        ImmutableArray<CommandOption> options,
        ImmutableArray<CommandWord> operands
    )
    {
        SubcommandWord = subcommand;
        Options = options;
        Operands = operands;
    }

    /// <summary>
    /// The first operand of a program that has subcommands: <c>install</c> in <c>apt-get -y install curl</c>; otherwise
    /// <c>null</c>.
    /// </summary>
    public string? Subcommand => SubcommandWord?.Text;

    /// <summary>The word of <see cref="Subcommand"/>.</summary>
    public CommandWord? SubcommandWord { get; }

    /// <summary>The options in text order, groups of one-letter options taken apart.</summary>
    public ImmutableArray<CommandOption> Options { get; }

    /// <summary>The operands after the subcommand: neither options nor their values.</summary>
    public ImmutableArray<CommandWord> Operands { get; }

    /// <summary>Takes apart the arguments of a program.</summary>
    /// <param name="program">
    /// The name of the program without a path; one that is not known is read as if no option took a separate value.
    /// </param>
    /// <param name="arguments">The words after the name.</param>
    public static ParsedCommandLine Parse(string program, ImmutableArray<CommandWord> arguments)
    {
        CommandGrammar grammar = CommandGrammars.Find(program);
        bool hasSubcommand = grammar.Style is CommandStyle.Subcommand or CommandStyle.OneDash;
        CommandWord? subcommand = null;
        ImmutableArray<CommandOption>.Builder? options = null;
        ImmutableArray<CommandWord>.Builder? operands = null;
        bool optionsEnded = false;
        for (int i = 0; i < arguments.Length; i++)
        {
            CommandWord word = arguments[i];
            string text = word.Text;
            if (optionsEnded || text.Length < 2 || text[0] != '-')
            {
                if (hasSubcommand && subcommand is null)
                {
                    subcommand = word;
                }
                else
                {
                    (operands ??= ImmutableArray.CreateBuilder<CommandWord>()).Add(word);
                    optionsEnded = optionsEnded || grammar.Style == CommandStyle.OptionsFirst;
                }
            }
            else if (text == "--")
            {
                optionsEnded = true;
            }
            else
            {
                options ??= ImmutableArray.CreateBuilder<CommandOption>();
                CommandWord? next = i + 1 < arguments.Length ? arguments[i + 1] : null;
                if (ReadOptions(options, grammar, subcommand?.Text, word, next))
                {
                    i++;
                }
            }
        }

        return new ParsedCommandLine(subcommand, options?.ToImmutable() ?? [], operands?.ToImmutable() ?? []);
    }

    /// <summary>Whether one of some options is given.</summary>
    /// <param name="names">Names with their dashes, such as <c>-y</c> and <c>--yes</c>.</param>
    public bool HasOption(params string[] names) => FindOption(names) is not null;

    /// <summary>The first option that has one of some names, or <c>null</c>.</summary>
    public CommandOption? FindOption(params string[] names)
    {
        foreach (CommandOption option in Options)
        {
            if (Array.IndexOf(names, option.Name) >= 0)
            {
                return option;
            }
        }

        return null;
    }

    /// <summary>Whether an option is given a number of times or more.</summary>
    internal bool HasOption(string name, int times)
    {
        foreach (CommandOption option in Options)
        {
            times -= option.Name == name ? 1 : 0;
        }

        return times <= 0;
    }

    /// <summary>Reads the options in one word; says whether the next word is the value of the last one.</summary>
    private static bool ReadOptions(
        ImmutableArray<CommandOption>.Builder options,
        CommandGrammar grammar,
        string? subcommand,
        CommandWord word,
        CommandWord? next
    )
    {
        string text = word.Text;
        int equals = text.IndexOf('=');
        if (text[1] == '-' || grammar.IsWordOption(equals < 0 ? text : text.Substring(0, equals)))
        {
            if (equals >= 0)
            {
                options.Add(
                    new CommandOption(
                        text.Substring(0, equals),
                        text.Substring(equals + 1),
                        word.GetSpan(0, equals),
                        word.GetSpan(equals + 1, text.Length - equals - 1),
                        word.IsStatic
                    )
                );
                return false;
            }

            return AddWithNext(options, grammar, subcommand, text, word.Span, next);
        }

        for (int i = 1; i < text.Length; i++)
        {
            if (text[i] == '=' && i > 1)
            {
                // -q=2
                CommandOption last = options[options.Count - 1];
                options[options.Count - 1] = last with
                {
                    Value = text.Substring(i + 1),
                    ValueSpan = word.GetSpan(i + 1, text.Length - i - 1),
                    IsValueStatic = word.IsStatic,
                };
                return false;
            }

            string name = GetShortName(text[i]);
            var span = i == 1 ? word.GetSpan(0, 2) : word.GetSpan(i, 1);
            if (i + 1 == text.Length)
            {
                return AddWithNext(options, grammar, subcommand, name, i == 1 ? word.Span : span, next);
            }

            if (grammar.TakesValue(name, subcommand))
            {
                int start = text[i + 1] == '=' ? i + 2 : i + 1;
                options.Add(
                    new CommandOption(
                        name,
                        text.Substring(start),
                        span,
                        word.GetSpan(start, text.Length - start),
                        word.IsStatic
                    )
                );
                return false;
            }

            options.Add(new CommandOption(name, null, span, default, true));
        }

        return false;
    }

    private static bool AddWithNext(
        ImmutableArray<CommandOption>.Builder options,
        CommandGrammar grammar,
        string? subcommand,
        string name,
        Text.TextSpan span,
        CommandWord? next
    )
    {
        if (next is { } value && grammar.TakesValue(name, subcommand))
        {
            options.Add(new CommandOption(name, value.Text, span, value.Span, value.IsStatic));
            return true;
        }

        options.Add(new CommandOption(name, null, span, default, true));
        return false;
    }

    private static string GetShortName(char letter) => letter < ShortNames.Length ? ShortNames[letter] : $"-{letter}";

    private static readonly string[] ShortNames = [.. Enumerable.Range(0, 128).Select(letter => $"-{(char)letter}")];
}
