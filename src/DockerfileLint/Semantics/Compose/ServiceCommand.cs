using DockerfileLint.Semantics.Commands;
using DockerfileLint.Syntax.Shell;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Compose;

/// <summary>A command that a service runs: its own words, or a simple command of a script that it hands to a shell.</summary>
internal sealed class ServiceCommand
{
    private static readonly string[] Shells = ["sh", "bash", "ash", "dash", "zsh", "ksh"];

    private readonly SourceSpan[] _spans;

    private ServiceCommand(string?[] words, SourceSpan[] spans)
    {
        Words = words;
        _spans = spans;
    }

    /// <summary>The words without quotes, the name first; <c>null</c> where one is not known.</summary>
    internal string?[] Words { get; }

    /// <summary>The name without a path, or <c>null</c> where it is not known.</summary>
    internal string? Name => Words[0] is { } path ? path.Substring(path.LastIndexOf('/') + 1) : null;

    /// <summary>The arguments told apart; a word that is not known is an operand.</summary>
    internal ParsedCommandLine ParseArguments() =>
        ParsedCommandLine.Parse(Name ?? "", [.. Words.Select((word, i) => new CommandWord(word ?? "", _spans[i], IsStatic: word is not null, IsVerbatim: word?.Length == _spans[i].Length)).Skip(1)]);

    /// <summary>A place among the words.</summary>
    internal SourceSpan Locate(TextSpan span) => new(_spans[0].File, span);

    /// <summary>What <c>entrypoint</c>, <c>command</c> and the hooks of a service run.</summary>
    internal static IEnumerable<ServiceCommand> Find(Service service)
    {
        IEnumerable<ComposeNode?> nodes = [service.Value.FindPath("entrypoint"), service.Value.FindPath("command"), .. service.Hooks.Select(hook => hook.Value.FindPath("command"))];
        return nodes.SelectMany(node => node switch
        {
            ComposeScalar { IsNull: false } scalar => Parse(scalar.Text, scalar.Text.Text, whole: null),
            ComposeSequence sequence => FindInList([.. sequence.Items.OfType<ComposeScalar>().Select(item => item.Text)]),
            _ => [],
        });
    }

    private static IEnumerable<ServiceCommand> FindInList(InterpolatedText[] items)
    {
        int script = FindScript([.. items.Select(GetKnown)]);
        if (script >= 0)
        {
            return Parse(items[script], items[script].Text, whole: null);
        }

        return items.Length == 0 ? [] : [new ServiceCommand([.. items.Select(GetKnown)], [.. items.Select(item => item.Span)])];
    }

    /// <summary>The simple commands of a script, and of those that these hand to a shell.</summary>
    /// <param name="text">The text that the script stands in.</param>
    /// <param name="script">The script.</param>
    /// <param name="whole">The place of all words where theirs are not known, or <c>null</c>.</param>
    private static IEnumerable<ServiceCommand> Parse(InterpolatedText text, string script, SourceSpan? whole)
    {
        foreach (ShellSimpleCommandSyntax command in ShellScriptSyntax.Parse(script).GetSimpleCommands())
        {
            string?[] words = [.. command.Words.Select(word => whole is null && text.GetCertainty(word.Span) == Certainty.Unknown ? null : word.LiteralText)];
            SourceSpan[] spans = [.. command.Words.Select(word => whole ?? text.GetSourceSpan(word.Span))];
            int nested = whole is null ? FindScript(words) : -1;
            if (nested >= 0)
            {
                foreach (ServiceCommand inner in Parse(text, words[nested]!, spans[nested]))
                {
                    yield return inner;
                }
            }
            else if (words.Length > 0)
            {
                yield return new ServiceCommand(words, spans);
            }
        }
    }

    /// <summary>The index of the script that a shell is called with, or -1.</summary>
    private static int FindScript(string?[] words)
    {
        if (words.Length < 2 || words[0] is not { } name || Array.IndexOf(Shells, name.Substring(name.LastIndexOf('/') + 1)) < 0)
        {
            return -1;
        }

        int option = Array.FindIndex(words, 1, word => word is { Length: > 1 } && word[0] == '-' && word[1] != '-' && word.IndexOf('c') > 0);
        return option > 0 && option + 1 < words.Length && words[option + 1] is not null ? option + 1 : -1;
    }

    private static string? GetKnown(InterpolatedText text) => text.Certainty == Certainty.Unknown ? null : text.Text;
}
