using System.Collections.Immutable;
using DockerfileLint.Semantics.Commands;
using DockerfileLint.Syntax.Shell;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Compose;

/// <summary>
/// A command that a service runs: its own words, a simple command of a script that it hands to a shell, or one that
/// another one runs, as <c>curl</c> in <c>timeout 5 curl</c>.
/// </summary>
internal sealed class ServiceCommand
{
    private readonly SourceFile _file;

    private ServiceCommand(ImmutableArray<CommandWord> words, SourceFile file)
    {
        Words = words;
        _file = file;
    }

    /// <summary>The words, the name first; one that is not known is empty and not static.</summary>
    internal ImmutableArray<CommandWord> Words { get; }

    /// <summary>The name without a path; empty where it is not known.</summary>
    internal string Name => Words[0].ProgramName;

    /// <summary>The arguments told apart.</summary>
    internal ParsedCommandLine ParseArguments() => ParsedCommandLine.Parse(Name, Words.RemoveAt(0));

    /// <summary>A place among the words.</summary>
    internal SourceSpan Locate(TextSpan span) => new(_file, span);

    /// <summary>What <c>entrypoint</c>, <c>command</c> and the hooks of a service run.</summary>
    internal static IEnumerable<ServiceCommand> Find(Service service)
    {
        IEnumerable<ComposeNode?> nodes =
        [
            service.Value.FindPath("entrypoint"),
            service.Value.FindPath("command"),
            .. service.Hooks.Select(hook => hook.Value.FindPath("command")),
        ];
        return nodes.SelectMany(node =>
            node switch
            {
                ComposeScalar { IsNull: false } scalar => Parse(scalar.Text, scalar.Text.DisplayText, whole: null),
                ComposeSequence sequence => FindInList([
                    .. sequence.Items.OfType<ComposeScalar>().Select(item => item.Text),
                ]),
                _ => [],
            }
        );
    }

    private static IEnumerable<ServiceCommand> FindInList(InterpolatedText[] items)
    {
        ImmutableArray<CommandWord> words =
        [
            .. items.Select(item => CreateWord(item.Whole.ValueOr(null), item.Span.Span)),
        ];
        int script = FindScript(words);
        return script >= 0 ? Parse(items[script], items[script].DisplayText, whole: null)
            : items.Length == 0 ? []
            : Unwrap(words, items[0].File);
    }

    /// <summary>The simple commands of a script, and of those that these hand to a shell.</summary>
    /// <param name="text">The text that the script stands in.</param>
    /// <param name="script">The script.</param>
    /// <param name="whole">The place of all words where theirs are not known, or <c>null</c>.</param>
    private static IEnumerable<ServiceCommand> Parse(InterpolatedText text, string script, TextSpan? whole)
    {
        foreach (ShellSimpleCommandSyntax command in ShellScriptSyntax.Parse(script).GetSimpleCommands())
        {
            ImmutableArray<CommandWord> words =
            [
                .. command.Words.Select(word =>
                    CreateWord(
                        whole is null && !text.IsKnown(word.Span) ? null : word.LiteralText,
                        whole ?? text.GetSourceSpan(word.Span).Span
                    )
                ),
            ];
            int nested = whole is null ? FindScript(words) : -1;
            foreach (
                ServiceCommand found in nested >= 0 ? Parse(text, words[nested].Text, words[nested].Span)
                : words.IsEmpty ? []
                : Unwrap(words, text.File)
            )
            {
                yield return found;
            }
        }
    }

    private static IEnumerable<ServiceCommand> Unwrap(ImmutableArray<CommandWord> words, SourceFile file)
    {
        var command = new ServiceCommand(words, file);
        yield return command;
        for (
            int depth = 0;
            depth < AnalysisBudget.MaxWrapperDepth
                && CommandWrappers.TryFind(command.Name, words.RemoveAt(0), out int start, out int end);
            depth++
        )
        {
            words = ImmutableArray.Create(words, start + 1, end - start);
            command = new ServiceCommand(words, file);
            yield return command;
        }
    }

    /// <summary>The index of the script that a shell is called with, or -1.</summary>
    private static int FindScript(ImmutableArray<CommandWord> words)
    {
        int shell = CommandWrappers.FindShell(words, out ShellKind kind);
        if (shell < 0 || !kind.IsPosix())
        {
            return -1;
        }

        for (int i = shell + 1; i + 1 < words.Length; i++)
        {
            string option = words[i].Text;
            if (option.Length > 1 && option[0] == '-' && option[1] != '-' && option.IndexOf('c') > 0)
            {
                return words[i + 1].IsStatic ? i + 1 : -1;
            }
        }

        return -1;
    }

    private static CommandWord CreateWord(string? text, TextSpan span) =>
        new(text ?? "", span, IsStatic: text is not null, IsVerbatim: text?.Length == span.Length);
}
