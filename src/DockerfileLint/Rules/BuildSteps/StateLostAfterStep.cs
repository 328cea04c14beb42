using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Shell;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.BuildSteps;

[Rule("DL6015")]
internal sealed partial class StateLostAfterStep : DockerfileRule
{
    /// <summary>Files that do nothing but set up the shell that reads them, as their names end.</summary>
    private static readonly string[] SettingFiles =
    [
        "bashrc",
        "bash_profile",
        "bash_aliases",
        "zshrc",
        "/profile",
        ".profile",
        "/environment",
        "/activate",
        "nvm.sh",
        "sdkman-init.sh",
        "rvm.sh",
        "/scripts/rvm",
        ".cargo/env",
        "conda.sh",
        "/setup.bash",
        ".env",
    ];

    public override bool VisitsTriggers => true;

    public override void VisitRun(RunInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (
            context.Model.GetScript(instruction) is not { } script
            || FindLast(script) is not { Redirections.IsEmpty: true } last
        )
        {
            return;
        }

        if (last.Words.IsEmpty)
        {
            // A substitution runs a program, which may do more than print.
            if (!last.Assignments.IsEmpty && last.AsSpan().IndexOfAny('(', '`') < 0)
            {
                Report(last.Span, ChooseMessage(last.AsSpan()), context);
            }
        }
        else if (
            FindCommand(script, last) is { NameWord.IsStatic: true } command
            && ChooseMessage(command) is { } message
        )
        {
            Report(command.FullSpan, message, context);
        }
    }

    private static void Report(TextSpan span, Func<string, DiagnosticMessage> message, DockerfileRuleContext context) =>
        context.Report(span, message(context.File.Text.ToString(span)));

    /// <summary>
    /// The command that the step ends with, which a shell runs in the script of the instruction or in one of <c>sh
    /// -c</c> at its end; <c>null</c> where it is none that always runs last.
    /// </summary>
    private static ShellSimpleCommandSyntax? FindLast(InstructionScript script)
    {
        ShellScriptSyntax current = script.Script;
        ShellSimpleCommandSyntax? last = FindLast(current);
        foreach (ShellScriptSyntax nested in script.NestedScripts)
        {
            if (last is not null && nested.Host == last)
            {
                current = nested;
                last = FindLast(current);
            }
        }

        return current.Kind.IsPosix() ? last : null;
    }

    private static ShellSimpleCommandSyntax? FindLast(ShellScriptSyntax script) =>
        script.Statements.Length > 0
        && script.Statements[script.Statements.Length - 1] is { IsBackground: false } statement
        && statement.Pipelines[statement.Pipelines.Length - 1] is { Commands.Length: 1, IsNegated: false } pipeline
        && (
            statement.Operators.IsEmpty
            || statement.Operators[statement.Operators.Length - 1].Kind != ShellOperatorKind.Or
        )
            ? pipeline.Commands[0] as ShellSimpleCommandSyntax
            : null;

    private static RunCommand? FindCommand(InstructionScript script, ShellSimpleCommandSyntax syntax)
    {
        for (int i = script.RunCommands.Length - 1; i >= 0; i--)
        {
            if (script.RunCommands[i].Syntax == syntax)
            {
                return script.RunCommands[i] is { Wrapper: null } command ? command : null;
            }
        }

        return null;
    }

    /// <summary>What to say of a command that only changes the shell it runs in; <c>null</c> of any other.</summary>
    private static Func<string, DiagnosticMessage>? ChooseMessage(RunCommand command)
    {
        bool hasArguments = !command.Arguments.IsEmpty;
        string first = hasArguments ? command.Arguments[0].Text : "";
        return command.Name switch
        {
            "export" or "declare" or "typeset" when first.Length > 0 && first[0] != '-' => ChooseMessage(
                first.AsSpan()
            ),
            "export" or "declare" or "typeset" when command.Arguments.Length > 1 && first is "-x" or "-gx" =>
                ChooseMessage(command.Arguments[1].Text.AsSpan()),
            "alias" when first.Contains("=") => Message,
            "cd" or "pushd" when EndsElsewhere(command, first) => MessageFolder,
            "source" or "." when IsSettingFile(first) => MessageFile,
            "conda" or "mamba" or "micromamba" when first == "activate" => MessageFile,
            "nvm" when first == "use" && !command.IsPrecededBy(static other => other.Name == "nvm") => MessageFile,
            "workon" when hasArguments => MessageFile,
            "ulimit" when hasArguments && first != "-a" => Message,
            "umask" when hasArguments && first != "-S" && !command.IsPrecededBy(IsUmask) => Message,
            "set" when first.Length > 0 && first[0] is '-' or '+' && IsAlone(command) => Message,
            "shopt" or "unset" or "unalias" when hasArguments && IsAlone(command) => Message,
            _ => null,
        };
    }

    /// <summary>What to say of an assignment: ENV would keep it in all containers, what a build alone needs and
    /// secrets included.</summary>
    private static Func<string, DiagnosticMessage> ChooseMessage(ReadOnlySpan<char> assignment)
    {
        int end = assignment.IndexOf('=');
        string name = end < 0 ? assignment.ToString() : assignment.Slice(0, end).ToString();
        return name is "DEBIAN_FRONTEND" or "DEBCONF_NONINTERACTIVE_SEEN" ? MessageFrontend
            : SecretName.Matches(name) ? MessageSecret
            : MessageVariable;
    }

    /// <summary>
    /// Whether a step goes to a folder as its last act; one that has gone somewhere before may only be going back.
    /// </summary>
    private static bool EndsElsewhere(RunCommand command, string folder) =>
        IsAlone(command)
        || (
            folder.Length > 0
            && folder[0] is not ('-' or '~' or '$')
            && folder != "/"
            && !folder.StartsWith("..", StringComparison.Ordinal)
            && !command.IsPrecededBy(static other => other.Name is "cd" or "pushd" or "popd")
        );

    private static bool IsUmask(RunCommand command) => command.Name == "umask";

    private static bool IsAlone(RunCommand command) =>
        command.Syntax.Script.Statements.Length == 1
        && command.Syntax.Script.Statements[0].Pipelines.Length == 1
        && (command.Syntax.Script.Host is null || command.Script.RunCommands.Length == 2);

    private static bool IsSettingFile(string path) =>
        path == "activate"
        || (
            path.Length > 0
            && (
                path.Contains("/profile.d/")
                || Array.Exists(SettingFiles, file => path.EndsWith(file, StringComparison.Ordinal))
            )
        );
}
