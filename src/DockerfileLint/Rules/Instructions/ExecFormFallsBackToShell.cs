using DockerfileLint.Diagnostics;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.Instructions;

[Rule("DL1006")]
internal sealed partial class ExecFormFallsBackToShell : DockerfileRule
{
    public override bool VisitsTriggers => true;

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

    public override void VisitCopy(CopyInstructionSyntax instruction, DockerfileRuleContext context) =>
        CheckTransfer(instruction, context);

    public override void VisitAdd(AddInstructionSyntax instruction, DockerfileRuleContext context) =>
        CheckTransfer(instruction, context);

    public override void VisitVolume(VolumeInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (!instruction.Paths.IsEmpty)
        {
            CheckPaths(instruction, instruction.Paths[0], hasPatterns: false, context);
        }
    }

    private static void CheckTransfer(FileTransferInstructionSyntax transfer, DockerfileRuleContext context)
    {
        if (!transfer.IsJsonForm && !transfer.Arguments.IsEmpty)
        {
            CheckPaths(transfer, transfer.Arguments[0], hasPatterns: true, context);
        }
    }

    private static void CheckPaths(
        InstructionSyntax instruction,
        WordSyntax first,
        bool hasPatterns,
        DockerfileRuleContext context
    )
    {
        if (
            context.File.Text[first.Span.Start] == '['
            || BrokenExecForm.IsInBraces(context.File.Text.AsSpan(first.Span))
        )
        {
            Check(instruction, TextSpan.FromBounds(first.Span.Start, instruction.LineSpan.End), hasPatterns, context);
        }
    }

    private static void CheckCommand(
        InstructionSyntax instruction,
        CommandSyntax command,
        DockerfileRuleContext context
    )
    {
        if (
            !command.IsExecForm
            && !command.Span.IsEmpty
            && (
                context.File.Text[command.Span.Start] == '['
                || BrokenExecForm.IsInBraces(context.File.Text.AsSpan(command.Span))
            )
        )
        {
            Check(instruction, command.Span, hasPatterns: false, context);
        }
    }

    private static void Check(
        InstructionSyntax instruction,
        TextSpan span,
        bool hasPatterns,
        DockerfileRuleContext context
    )
    {
        var line = new LogicalLine();
        line.Start(instruction.Tree, span);
        string name = DockerfileFacts.GetName(instruction.Kind);
        if (BrokenExecForm.IsInBraces(line.Text))
        {
            context.Report(line.Map(0, 2), MessageBraces(name, "{"));
            return;
        }

        if (
            !BrokenExecForm.IsMeant(line.Text, hasPatterns)
            || JsonArrayReader.Read(line.Text, 0, line.Text.Length, []) != JsonArrayReader.Result.NotAnArray
        )
        {
            return;
        }

        (BrokenExecForm.Problem problem, int start, int end) = BrokenExecForm.Find(line.Text);
        string text = line.Text.Slice(start, end - start).ToString();
        DiagnosticMessage? message = problem switch
        {
            BrokenExecForm.Problem.WrongQuotes => MessageWrongQuotes(name, text),
            BrokenExecForm.Problem.ExtraComma => MessageExtraComma(name, text),
            BrokenExecForm.Problem.MissingComma => MessageMissingComma(name, text),
            BrokenExecForm.Problem.BareWord => MessageBareWord(name, text),
            BrokenExecForm.Problem.Backslash => MessageBackslash(name, text),
            BrokenExecForm.Problem.OpenString => MessageOpenString(name, text),
            BrokenExecForm.Problem.OpenList => MessageOpenList(name, text),

            // A comment behind the list is DL1004's.
            BrokenExecForm.Problem.TextAfter when text[0] != '#' => MessageTextAfter(name, text),
            _ => null,
        };
        if (message is not null)
        {
            context.Report(line.Map(start, end), message);
        }
    }
}
