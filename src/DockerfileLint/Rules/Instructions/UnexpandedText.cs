using System.Collections.Immutable;
using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Shell;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.Instructions;

[Rule("DL1013")]
internal sealed partial class UnexpandedText : DockerfileRule
{
    /// <summary>Options whose value is a program in a language of its own.</summary>
    private static readonly string[] CodeOptions =
    [
        "-c",
        "-e",
        "-E",
        "-r",
        "--eval",
        "-p",
        "--print",
        "/c",
        "-Command",
    ];

    /// <summary>Ends of the names of variables whose value a shell or a start script runs or reads once more.</summary>
    private static readonly string[] EvaluatedNames = ["COMMAND", "CMD", "OPTS", "OPTIONS", "ARGS", "FLAGS", "PROMPT"];

    public override bool VisitsTriggers => true;

    public override void VisitCopy(CopyInstructionSyntax instruction, DockerfileRuleContext context) =>
        CheckTransfer(instruction, context);

    public override void VisitAdd(AddInstructionSyntax instruction, DockerfileRuleContext context) =>
        CheckTransfer(instruction, context);

    public override void VisitWorkdir(WorkdirInstructionSyntax instruction, DockerfileRuleContext context) =>
        CheckPath(instruction, instruction.Path, context);

    public override void VisitVolume(VolumeInstructionSyntax instruction, DockerfileRuleContext context)
    {
        foreach (WordSyntax path in instruction.Paths)
        {
            CheckPath(instruction, path, context);
        }
    }

    public override void VisitEnv(EnvInstructionSyntax instruction, DockerfileRuleContext context) =>
        CheckPairs(instruction, instruction.Pairs, context);

    public override void VisitArg(ArgInstructionSyntax instruction, DockerfileRuleContext context) =>
        CheckPairs(instruction, instruction.Declarations, context);

    public override void VisitRun(RunInstructionSyntax instruction, DockerfileRuleContext context) =>
        CheckCommand(instruction, instruction.Command, context);

    public override void VisitCmd(CmdInstructionSyntax instruction, DockerfileRuleContext context)
    {
        // Otherwise these are arguments of the entry point, which may hand them to a shell.
        if (context.Stage?.Has(InstructionKind.Entrypoint) != true)
        {
            CheckCommand(instruction, instruction.Command, context);
        }
    }

    public override void VisitEntrypoint(EntrypointInstructionSyntax instruction, DockerfileRuleContext context) =>
        CheckCommand(instruction, instruction.Command, context);

    public override void VisitHealthcheck(HealthcheckInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (instruction.Command is { } command)
        {
            CheckCommand(instruction, command, context);
        }
    }

    private static void CheckTransfer(FileTransferInstructionSyntax transfer, DockerfileRuleContext context)
    {
        foreach (WordSyntax source in transfer.Sources)
        {
            if (!transfer.IsHeredoc(source) && StartsAtHome(source.AsSpan()))
            {
                Report(transfer, source, context, MessageHome);
            }
        }

        CheckPath(transfer, transfer.Destination, context);
    }

    private static void CheckPath(InstructionSyntax instruction, WordSyntax? path, DockerfileRuleContext context)
    {
        if (path is null)
        {
            return;
        }

        ReadOnlySpan<char> text = path.AsSpan();
        if (StartsAtHome(text))
        {
            Report(instruction, path, context, MessageHome);
        }
        else if (HasSubstitution(text, hasBackticks: false))
        {
            Report(instruction, path, context, Message);
        }
        else if (text.IndexOf('*') >= 0)
        {
            Report(instruction, path, context, MessagePattern);
        }
    }

    private static void CheckPairs(
        InstructionSyntax instruction,
        ImmutableArray<KeyValueSyntax> pairs,
        DockerfileRuleContext context
    )
    {
        foreach (KeyValueSyntax pair in pairs)
        {
            if (pair.Value is not { } value || IsEvaluated(pair.Key.AsSpan()))
            {
                continue;
            }

            ReadOnlySpan<char> text = value.AsSpan();
            if (HasSubstitution(text, hasBackticks: context.Model.Tree.Escape != '`'))
            {
                Report(instruction, value, context, Message);
            }
            else if (StartsAtHome(text) || text.IndexOf(":~/".AsSpan(), StringComparison.Ordinal) >= 0)
            {
                Report(instruction, value, context, MessageHome);
            }
        }
    }

    private static void CheckCommand(
        InstructionSyntax instruction,
        CommandSyntax command,
        DockerfileRuleContext context
    )
    {
        if (!command.IsExecForm || command.Arguments.IsEmpty || IsShell(command.Arguments))
        {
            return;
        }

        WordSyntax? first = null;
        Func<string, string, DiagnosticMessage>? message = null;
        ImmutableArray<RelatedLocation>.Builder? others = null;
        string previous = "";
        foreach (WordSyntax word in command.Arguments)
        {
            if (Array.IndexOf(CodeOptions, previous) >= 0)
            {
                break;
            }

            string text = word.Text;
            if (ChooseMessage(text, previous) is { } chosen)
            {
                if (first is null)
                {
                    (first, message) = (word, chosen);
                }
                else
                {
                    others ??= ImmutableArray.CreateBuilder<RelatedLocation>();
                    others.Add(new RelatedLocation(new SourceSpan(context.File, word.Span), "So is this word."));
                }
            }

            previous = text;
        }

        if (first is not null)
        {
            string name = DockerfileFacts.GetName(instruction.Kind);
            context.Report(first.Span, message!(name, first.Text), related: others?.ToImmutable() ?? default);
        }
    }

    /// <summary>What to say of a word of an exec form; <c>null</c> of one that means itself.</summary>
    private static Func<string, string, DiagnosticMessage>? ChooseMessage(string text, string previous) =>
        HasSubstitution(text.AsSpan(), hasBackticks: true) ? Message
        : StartsAtHome(text.AsSpan()) ? MessageHome
        : HasVariable(text) ? MessageVariable
        : previous == "-jar" && text.IndexOf('*') >= 0 ? MessagePattern
        : null;

    private static void Report(
        InstructionSyntax instruction,
        WordSyntax word,
        DockerfileRuleContext context,
        Func<string, string, DiagnosticMessage> message
    ) => context.Report(word.Span, message(DockerfileFacts.GetName(instruction.Kind), word.Text));

    /// <summary>Whether the program is a shell, or hands what it is given to one.</summary>
    private static bool IsShell(ImmutableArray<WordSyntax> words)
    {
        foreach (WordSyntax word in words)
        {
            if (
                ShellNames.GetKind(word.Text) != ShellKind.Other
                || word.Text is "eval" or "npm" or "npx" or "pnpm" or "yarn"
            )
            {
                return true;
            }
        }

        return false;
    }

    private static bool StartsAtHome(ReadOnlySpan<char> text) =>
        TrimQuote(text) is var path && path.Length > 0 && path[0] == '~' && (path.Length == 1 || path[1] is '/' or '"');

    private static ReadOnlySpan<char> TrimQuote(ReadOnlySpan<char> text) =>
        text.Length > 0 && text[0] == '"' ? text.Slice(1) : text;

    /// <summary>Whether a text has <c>$(…)</c> or <c>`…`</c> that is neither escaped nor in single quotes.</summary>
    private static bool HasSubstitution(ReadOnlySpan<char> text, bool hasBackticks)
    {
        bool isQuoted = false;
        int open = -1;
        for (int i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '\\':
                    i++;
                    break;
                case '\'' when open < 0:
                    isQuoted ^= true;
                    break;
                case '$' when !isQuoted && i + 2 < text.Length && text[i + 1] == '(' && text[i + 2] != '(':
                    open = i;
                    break;
                case ')' when open >= 0 && text[open] == '$' && i > open + 2:
                    return true;
                case '`' when !isQuoted && hasBackticks:
                    if (open >= 0 && text[open] == '`' && i > open + 1)
                    {
                        return true;
                    }

                    open = i;
                    break;
                default:
                    break;
            }
        }

        return false;
    }

    /// <summary>Whether a text has <c>${NAME}</c> or <c>$NAME</c> in capitals, as variables are named.</summary>
    private static bool HasVariable(string text)
    {
        for (int i = text.IndexOf('$'); i >= 0 && i + 1 < text.Length; i = text.IndexOf('$', i + 1))
        {
            if (
                text[i + 1] == '{'
                    ? i + 2 < text.Length && text.IndexOf('}', i) > i + 2 && IsNameStart(text[i + 2])
                    : IsCapitalName(text, i + 1)
            )
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNameStart(char c) => char.IsLetter(c) || c == '_';

    private static bool IsCapitalName(string text, int start)
    {
        int end = start;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '_'))
        {
            if (char.IsLower(text[end]))
            {
                return false;
            }

            end++;
        }

        return end > start && char.IsLetter(text[start]);
    }

    private static bool IsEvaluated(ReadOnlySpan<char> name)
    {
        if (
            name.Length == 3 && name.StartsWith("PS".AsSpan(), StringComparison.Ordinal)
            || name.StartsWith("NPM_CONFIG_".AsSpan(), StringComparison.OrdinalIgnoreCase)
        )
        {
            return true;
        }

        foreach (string end in EvaluatedNames)
        {
            if (name.EndsWith(end.AsSpan(), StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
