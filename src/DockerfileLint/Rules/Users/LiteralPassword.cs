using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Users;

[Rule("DL5013")]
internal sealed partial class LiteralPassword : DockerfileRule
{
    /// <summary>Values of <c>-p</c> that no password matches.</summary>
    private static readonly string[] Locked = ["!", "!!", "*", "x", "!*", "*LK*"];

    public override bool VisitsTriggers => true;

    public override void VisitRun(RunInstructionSyntax instruction, DockerfileRuleContext context)
    {
        // The last echo or printf of each pipeline.
        Dictionary<ShellPipelineSyntax, RunCommand>? writers = null;
        foreach (RunCommand command in context.Model.GetScript(instruction)?.RunCommands ?? [])
        {
            ShellPipelineSyntax? pipeline = command.Syntax.Pipeline is { Commands.Length: > 1 } several
                ? several
                : null;
            switch (command.Name)
            {
                case "echo" or "printf" when pipeline is not null:
                    writers ??= [];
                    writers[pipeline] = command;
                    break;
                case "chpasswd" or "passwd":
                    RunCommand? writer = null;
                    if (pipeline is not null)
                    {
                        writers?.TryGetValue(pipeline, out writer);
                    }

                    if (ReadsLiteral(command, writer, hasName: command.Name == "chpasswd"))
                    {
                        context.Report(command.Span, Message(command: command.Name));
                    }

                    break;
                case "openssl"
                    when command.Subcommand == "passwd" && command.Line.Operands.Any(operand => operand.IsStatic):
                    context.Report(command.Span, Message(command: command.Name));
                    break;
                case "useradd"
                or "usermod"
                or "groupadd"
                    when command.Line.FindOption("-p", "--password") is { Value: { } value, IsValueStatic: true } option
                        && Array.IndexOf(Locked, value) < 0:
                    context.Report(option.Span, Message(command: command.Name));
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>
    /// Whether the input is written in the script: by echo or printf before it, a here-document or a here-string.
    /// </summary>
    private static bool ReadsLiteral(RunCommand command, RunCommand? writer, bool hasName)
    {
        foreach (ShellRedirectionSyntax redirection in command.Syntax.Redirections)
        {
            ShellWordSyntax? text =
                redirection.IsHereDocument ? redirection.Body
                : redirection.Kind == ShellRedirectionKind.HereString ? redirection.Target
                : null;
            if (text is not null && IsLiteral(text.DisplayText, hasName))
            {
                return true;
            }
        }

        return writer is not null
            && writer.Arguments.Any(argument =>
                argument.Text.Length > 0 && argument.Text[0] != '-' && IsLiteral(argument.Text, hasName)
            );
    }

    /// <summary>Whether the password itself is no variable; before it may stand the user's name and a colon.</summary>
    private static bool IsLiteral(string text, bool hasName)
    {
        int colon = text.IndexOf(':');
        return (!hasName || colon >= 0)
            && text.Length > colon + 1
            && text.IndexOf('$', colon + 1) < 0
            && text.IndexOf('%', colon + 1) < 0;
    }
}
