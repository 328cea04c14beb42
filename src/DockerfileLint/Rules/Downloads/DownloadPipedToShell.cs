using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Commands;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Shell;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.Downloads;

[Rule("DL5010")]
internal sealed partial class DownloadPipedToShell : DockerfileRule
{
    private static readonly string[] Interpreters =
    [
        "python",
        "python2",
        "python3",
        "perl",
        "ruby",
        "node",
        "nodejs",
        "php",
    ];

    /// <summary>Options that give the program another way, so that the input is data.</summary>
    private static readonly string[] ProgramOptions =
    [
        "-c",
        "-e",
        "-E",
        "-m",
        "-n",
        "-p",
        "-r",
        "-R",
        "--eval",
        "--print",
    ];

    public override bool VisitsTriggers => true;

    public override void VisitRun(RunInstructionSyntax instruction, DockerfileRuleContext context)
    {
        // One pass: a pipeline's commands come in order, and a command before those in its substitutions.
        Dictionary<ShellPipelineSyntax, RunCommand>? downloads = null;
        Dictionary<ShellSimpleCommandSyntax, RunCommand>? hosts = null;
        foreach (RunCommand command in context.Model.GetScript(instruction)?.RunCommands ?? [])
        {
            ShellPipelineSyntax? pipeline = command.Syntax.Pipeline is { Commands.Length: > 1 } several
                ? several
                : null;
            if (command.Name is "curl" or "wget")
            {
                if (command.Syntax.IsInSubstitution && hosts is not null && FindHost(command, hosts) is { } host)
                {
                    context.Report(command.Span, Message(download: command.Name, shell: host));
                }
                else if (pipeline is not null)
                {
                    downloads ??= [];
                    downloads[pipeline] = command;
                }
            }
            else if (
                pipeline is not null
                && downloads is not null
                && downloads.TryGetValue(pipeline, out RunCommand? download)
                && download.Syntax != command.Syntax
                && RunsInput(command)
            )
            {
                context.Report(
                    TextSpan.FromBounds(download.Span.Start, command.Span.End),
                    Message(download: download.Name, shell: command.Name)
                );
                downloads.Remove(pipeline);
            }

            if (RunsText(command.Name))
            {
                hosts ??= [];
                hosts[command.Syntax] = command;
            }
        }
    }

    private static bool RunsText(string program) =>
        program is "eval" or "source" or "."
        || ShellNames.GetKind(program).IsPosix()
        || Array.IndexOf(Interpreters, program) >= 0;

    private static bool RunsInput(RunCommand command)
    {
        bool isShell = ShellNames.GetKind(command.Name).IsPosix();
        if (!isShell && Array.IndexOf(Interpreters, command.Name) < 0)
        {
            return false;
        }

        ParsedCommandLine line = command.Line;
        if (isShell && line.HasOption("-s"))
        {
            return true;
        }

        // -e stops a shell at errors, and gives other interpreters their program.
        if (isShell ? line.HasOption("-c") : line.HasOption(ProgramOptions))
        {
            return false;
        }

        return line.Operands.IsEmpty || line.Operands[0].Text is "-" or "/dev/stdin" || command.HasArgument("--");
    }

    /// <summary>
    /// The name of the command that runs what its substitution gives: <c>bash &lt;(…)</c>, <c>sh -c "$(…)"</c>, <c>eval
    /// "$(…)"</c>.
    /// </summary>
    private static string? FindHost(RunCommand command, Dictionary<ShellSimpleCommandSyntax, RunCommand> hosts)
    {
        bool isProcess = false;
        for (SyntaxNode node = command.Syntax.Parent!; node is not ShellScriptSyntax; node = node.Parent!)
        {
            isProcess |= node is ShellProcessSubstitutionSyntax;
            if (node is ShellSimpleCommandSyntax syntax)
            {
                return hosts.TryGetValue(syntax, out RunCommand? host) && RunsArgument(host, command.Span, isProcess)
                    ? host.Name
                    : null;
            }
        }

        return null;
    }

    private static bool RunsArgument(RunCommand host, TextSpan download, bool isProcess)
    {
        if (host.Name is "eval" or "source" or ".")
        {
            return true;
        }

        return isProcess
            ? host.Line.Operands.Length > 0 && host.Line.Operands[0].Span.Contains(download)
            : host.Line.FindOption("-c", "-e", "-r") is { Value: not null } option
                && option.ValueSpan.Contains(download);
    }
}
