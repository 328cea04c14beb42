using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Users;

[Rule("DL5013")]
internal sealed partial class LiteralPassword : DockerfileRule
{
    /// <summary>Values of <c>-p</c> that no password matches.</summary>
    private static readonly string[] Locked = ["!", "!!", "*", "x", "!*", "*LK*"];

    public override bool VisitsTriggers => true;

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        switch (command.Name)
        {
            case "chpasswd" when ReadsLiteral(command, hasName: true):
            case "passwd" when ReadsLiteral(command, hasName: false):
            case "openssl" when command.Subcommand == "passwd" && command.Line.Operands.Any(operand => operand.IsStatic):
                context.Report(command.Span, Message(command: command.Name));
                break;
            case "useradd" or "usermod" or "groupadd" when command.Line.FindOption("-p", "--password") is { Value: { } value, IsValueStatic: true } option && Array.IndexOf(Locked, value) < 0:
                context.Report(option.Span, Message(command: command.Name));
                break;
            default:
                break;
        }
    }

    /// <summary>Whether the input is written in the script: by echo or printf before it, a here-document or a here-string.</summary>
    private static bool ReadsLiteral(RunCommand command, bool hasName)
    {
        foreach (ShellRedirectionSyntax redirection in command.Syntax.Redirections)
        {
            ShellWordSyntax? text = redirection.IsHereDocument ? redirection.Body : redirection.Kind == ShellRedirectionKind.HereString ? redirection.Target : null;
            if (text is not null && IsLiteral(text.DisplayText, hasName))
            {
                return true;
            }
        }

        if (command.Syntax.Pipeline is not { Commands.Length: > 1 } pipeline)
        {
            return false;
        }

        foreach (RunCommand other in command.Script.RunCommands)
        {
            if (other.Syntax.Pipeline == pipeline && other.Syntax.PipelineIndex < command.Syntax.PipelineIndex && (other.Name is "echo" or "printf"))
            {
                return other.Arguments.Any(argument => argument.Text.Length > 0 && argument.Text[0] != '-' && IsLiteral(argument.Text, hasName));
            }
        }

        return false;
    }

    /// <summary>Whether the password itself is no variable; before it may stand the user's name and a colon.</summary>
    private static bool IsLiteral(string text, bool hasName)
    {
        int colon = text.IndexOf(':');
        return (!hasName || colon >= 0) && text.Length > colon + 1 && text.IndexOf('$', colon + 1) < 0 && text.IndexOf('%', colon + 1) < 0;
    }
}
