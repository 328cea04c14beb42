using System.Collections.Immutable;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.Instructions;

[Rule("DL1004")]
internal sealed partial class TrailingCommentIsArgument : DockerfileRule
{
    public override bool VisitsTriggers => true;

    public override void VisitUser(UserInstructionSyntax instruction, DockerfileRuleContext context) =>
        CheckRest(instruction, instruction.User, context);

    public override void VisitWorkdir(WorkdirInstructionSyntax instruction, DockerfileRuleContext context) =>
        CheckRest(instruction, instruction.Path, context);

    public override void VisitStopsignal(StopsignalInstructionSyntax instruction, DockerfileRuleContext context) =>
        CheckRest(instruction, instruction.Signal, context);

    public override void VisitExpose(ExposeInstructionSyntax instruction, DockerfileRuleContext context) =>
        CheckWords(instruction, instruction.Ports, context);

    public override void VisitVolume(VolumeInstructionSyntax instruction, DockerfileRuleContext context) =>
        CheckList(instruction, instruction.Paths, context);

    public override void VisitCopy(CopyInstructionSyntax instruction, DockerfileRuleContext context) =>
        CheckTransfer(instruction, context);

    public override void VisitAdd(AddInstructionSyntax instruction, DockerfileRuleContext context) =>
        CheckTransfer(instruction, context);

    public override void VisitArg(ArgInstructionSyntax instruction, DockerfileRuleContext context)
    {
        for (int i = 1; i < instruction.Declarations.Length; i++)
        {
            TextSpan key = instruction.Declarations[i].Key.Span;
            if (!key.IsEmpty && context.File.Text[key.Start] == '#')
            {
                Report(instruction, key.Start, context);
                return;
            }
        }
    }

    public override void VisitEnv(EnvInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (instruction is { IsLegacy: true, Pairs: [{ Value: { } value }] })
        {
            CheckRest(instruction, value, context);
        }
    }

    public override void VisitLabel(LabelInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (instruction is { IsLegacy: true, Pairs: [{ Value: { } value }] })
        {
            CheckRest(instruction, value, context);
        }
    }

    public override void VisitRun(RunInstructionSyntax instruction, DockerfileRuleContext context) =>
        CheckCommand(instruction, instruction.Command, context);

    public override void VisitCmd(CmdInstructionSyntax instruction, DockerfileRuleContext context) =>
        CheckCommand(instruction, instruction.Command, context);

    public override void VisitEntrypoint(EntrypointInstructionSyntax instruction, DockerfileRuleContext context) =>
        CheckCommand(instruction, instruction.Command, context);

    public override void VisitShell(ShellInstructionSyntax instruction, DockerfileRuleContext context) =>
        CheckCommand(instruction, instruction.Command, context);

    public override void VisitHealthcheck(HealthcheckInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (instruction.Command is { } command)
        {
            CheckCommand(instruction, command, context);
        }
    }

    private static void Report(InstructionSyntax instruction, int start, DockerfileRuleContext context)
    {
        var span = TextSpan.FromBounds(start, instruction.LineSpan.End);
        context.Report(
            span,
            Message(comment: context.File.Text.ToString(span), instruction: DockerfileFacts.GetName(instruction.Kind))
        );
    }

    private static void CheckTransfer(FileTransferInstructionSyntax transfer, DockerfileRuleContext context)
    {
        if (!transfer.IsJsonForm)
        {
            CheckList(transfer, transfer.Arguments, context);
        }
    }

    /// <summary>Words, or what was meant as a JSON array and has become words.</summary>
    private static void CheckList(
        InstructionSyntax instruction,
        ImmutableArray<WordSyntax> words,
        DockerfileRuleContext context
    )
    {
        if (words.IsEmpty || context.File.Text[words[0].Span.Start] == '"')
        {
            return;
        }

        if (context.File.Text[words[0].Span.Start] == '[')
        {
            CheckExecForm(instruction, TextSpan.FromBounds(words[0].Span.Start, instruction.LineSpan.End), context);
        }
        else
        {
            CheckWords(instruction, words, context);
        }
    }

    private static void CheckWords(
        InstructionSyntax instruction,
        ImmutableArray<WordSyntax> words,
        DockerfileRuleContext context
    )
    {
        for (int i = 1; i < words.Length; i++)
        {
            if (words[i].AsSpan()[0] == '#')
            {
                Report(instruction, words[i].Span.Start, context);
                return;
            }
        }
    }

    /// <summary>
    /// One argument that may hold blanks: a comment starts at the first <c>#</c> behind a blank and outside quotes.
    /// </summary>
    private static void CheckRest(InstructionSyntax instruction, WordSyntax? rest, DockerfileRuleContext context)
    {
        if (rest is null || rest.AsSpan().IndexOf('#') < 1)
        {
            return;
        }

        ReadOnlySpan<char> text = rest.AsSpan();
        char quote = '\0';
        for (int i = 1; i < text.Length; i++)
        {
            char c = text[i - 1];
            quote =
                quote == '\0' && c is '"' or '\'' ? c
                : c == quote ? '\0'
                : quote;
            if (quote == '\0' && text[i] == '#' && char.IsWhiteSpace(c))
            {
                Report(instruction, rest.IsVerbatim ? rest.Span.Start + i : rest.Span.Start, context);
                return;
            }
        }
    }

    /// <summary>
    /// In shell form the shell takes the comment for one; behind a list it makes shell form of the list.
    /// </summary>
    private static void CheckCommand(
        InstructionSyntax instruction,
        CommandSyntax command,
        DockerfileRuleContext context
    )
    {
        if (!command.IsExecForm && !command.Span.IsEmpty && context.File.Text[command.Span.Start] == '[')
        {
            CheckExecForm(instruction, command.Span, context);
        }
    }

    private static void CheckExecForm(InstructionSyntax instruction, TextSpan span, DockerfileRuleContext context)
    {
        var line = new LogicalLine();
        line.Start(instruction.Tree, span);
        if (
            BrokenExecForm.IsMeant(line.Text, hasPatterns: true)
            && BrokenExecForm.Find(line.Text) is (BrokenExecForm.Problem.TextAfter, int start, int end)
            && line.Text[start] == '#'
        )
        {
            TextSpan comment = line.Map(start, end);
            context.Report(
                comment,
                MessageShellForm(
                    comment: context.File.Text.ToString(comment),
                    instruction: DockerfileFacts.GetName(instruction.Kind)
                )
            );
        }
    }
}
