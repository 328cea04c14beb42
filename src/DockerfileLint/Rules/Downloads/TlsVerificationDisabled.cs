using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Commands;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Shell;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.Downloads;

[Rule("DL5006")]
internal sealed partial class TlsVerificationDisabled : DockerfileRule
{
    public override bool VisitsTriggers => true;

    public override void VisitArg(ArgInstructionSyntax instruction, DockerfileRuleContext context)
    {
        foreach (KeyValueSyntax pair in instruction.Declarations)
        {
            Visit(pair, context);
        }
    }

    public override void VisitEnv(EnvInstructionSyntax instruction, DockerfileRuleContext context)
    {
        foreach (KeyValueSyntax pair in instruction.Pairs)
        {
            Visit(pair, context);
        }
    }

    public override void VisitRun(RunInstructionSyntax instruction, DockerfileRuleContext context)
    {
        foreach (ShellSimpleCommandSyntax command in context.Model.GetScript(instruction)?.Commands ?? [])
        {
            foreach (ShellAssignmentSyntax assignment in command.Assignments)
            {
                if (
                    assignment.Value?.LiteralText is { } value
                    && TlsVerification.IsSwitchedOffBy(assignment.Name, value)
                )
                {
                    context.Report(assignment.Span, MessageVariable(name: assignment.Name));
                }
            }
        }
    }

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        if (TlsVerification.FindOption(command.Name, command.Line) is { } match)
        {
            // Nobody stands between a machine and itself, and what is compared with a checksum may come from anybody.
            if (
                command.Name is not ("curl" or "wget")
                || !(
                    command.Line.Operands.Any(operand => WebAddress.IsLoopback(operand.Text))
                    || ContentVerification.IsIn(command.Script)
                )
            )
            {
                context.Report(match.Span, Message(command: command.Name));
            }
        }
        else if (command.Name is "export" or "env")
        {
            VisitAssignments(command, context);
        }
        else if (WrittenText.Find(command, TlsVerification.FindSetting) is { } span)
        {
            context.Report(span, MessageSetting(setting: context.File.Text.ToString(span)));
        }
    }

    public override void VisitCopy(CopyInstructionSyntax instruction, DockerfileRuleContext context)
    {
        foreach (HeredocSyntax heredoc in instruction.Heredocs)
        {
            if (TlsVerification.FindSetting(context.File.Text.AsSpan(heredoc.BodySpan)) is { } setting)
            {
                var span = new TextSpan(heredoc.BodySpan.Start + setting.Start, setting.Length);
                context.Report(span, MessageSetting(setting: context.File.Text.ToString(span)));
            }
        }
    }

    private static void Visit(KeyValueSyntax pair, DockerfileRuleContext context)
    {
        if (
            pair.Value is { } word
            && TlsVerification.IsVariable(pair.Key.Text)
            && context.Expand(word).TryGetValue(out string? value)
            && TlsVerification.IsSwitchedOffBy(pair.Key.Text, value)
        )
        {
            context.Report(pair.Span, MessageVariable(name: pair.Key.Text));
        }
    }

    private static void VisitAssignments(RunCommand command, DockerfileRuleContext context)
    {
        foreach (CommandWord argument in command.Arguments)
        {
            int equals = argument.Text.IndexOf('=');
            if (
                equals > 0
                && argument.IsStatic
                && TlsVerification.IsSwitchedOffBy(
                    argument.Text.Substring(0, equals),
                    argument.Text.Substring(equals + 1)
                )
            )
            {
                context.Report(argument.Span, MessageVariable(name: argument.Text.Substring(0, equals)));
            }
        }
    }
}
