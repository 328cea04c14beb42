using DockerfileLint.Semantics.Commands;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Shell;
using DockerfileLint.Text;

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

                    bool hasName = command.Name == "chpasswd";
                    if (FindLiteral(command, writer, hasName) is { } text)
                    {
                        Report(text, hasName, command, context);
                    }

                    break;
                case "openssl"
                    when command.Subcommand == "passwd"
                        && command.Line.Operands.FirstOrDefault(operand => operand.IsStatic)
                            is { Text.Length: > 0 } operand:
                    Report(operand.Span, hasName: false, command, context);
                    break;
                case "useradd"
                or "usermod"
                or "groupadd"
                    when command.Line.FindOption("-p", "--password") is { Value: { } value, IsValueStatic: true } option
                        && Array.IndexOf(Locked, value) < 0:
                    Report(option.ValueSpan, hasName: false, command, context);
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>
    /// The text that holds the password where the input is written in the script: by echo or printf before it, a
    /// here-document or a here-string.
    /// </summary>
    private static TextSpan? FindLiteral(RunCommand command, RunCommand? writer, bool hasName)
    {
        foreach (ShellRedirectionSyntax redirection in command.Syntax.Redirections)
        {
            ShellWordSyntax? text =
                redirection.IsHereDocument ? redirection.Body
                : redirection.Kind == ShellRedirectionKind.HereString ? redirection.Target
                : null;
            if (text is not null && IsLiteral(text.DisplayText, hasName))
            {
                return text.Span;
            }
        }

        foreach (CommandWord argument in writer?.Arguments ?? [])
        {
            if (argument.Text.Length > 0 && argument.Text[0] != '-' && IsLiteral(argument.Text, hasName))
            {
                return argument.Span;
            }
        }

        return null;
    }

    private static void Report(TextSpan text, bool hasName, RunCommand command, DockerfileRuleContext context) =>
        context.Report(GetPassword(text, hasName, context.File.Text), Message(command: command.Name));

    /// <summary>
    /// The password in a text that holds it: of the first line, without the name and quotes around it.
    /// </summary>
    private static TextSpan GetPassword(TextSpan span, bool hasName, SourceText source)
    {
        int start = span.Start;
        int end = span.End;
        ReadOnlySpan<char> text = source.AsSpan(span);
        if (text.Length > 2 && text[0] is '"' or '\'' && text[text.Length - 1] == text[0])
        {
            start++;
            end--;
        }

        int line = source.AsSpan(TextSpan.FromBounds(start, end)).IndexOfAny('\r', '\n');
        end = line > 0 ? start + line : end;
        int colon = hasName ? source.AsSpan(TextSpan.FromBounds(start, end)).IndexOf(':') : -1;
        start += colon + 1;
        return start < end ? TextSpan.FromBounds(start, end) : span;
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
