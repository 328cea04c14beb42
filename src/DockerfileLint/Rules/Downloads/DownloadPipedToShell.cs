using DockerfileLint.Semantics.Commands;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Shell;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.Downloads;

[Rule("DL5010")]
internal sealed partial class DownloadPipedToShell : DockerfileRule
{
    private static readonly string[] Shells = ["sh", "bash", "ash", "dash", "zsh", "ksh"];

    private static readonly string[] Interpreters = ["python", "python2", "python3", "perl", "ruby", "node", "nodejs", "php"];

    /// <summary>Options that give the program another way, so that the input is data.</summary>
    private static readonly string[] ProgramOptions = ["-c", "-e", "-E", "-m", "-n", "-p", "-r", "-R", "--eval", "--print"];

    public override bool VisitsTriggers => true;

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        if (command.Name is not ("curl" or "wget"))
        {
            return;
        }

        if (FindReader(command) is { } reader)
        {
            context.Report(TextSpan.FromBounds(command.Span.Start, reader.Span.End), Message(download: command.Name, shell: reader.Name));
        }
        else if (command.Syntax.IsInSubstitution && FindHost(command) is { } host)
        {
            context.Report(command.Span, Message(download: command.Name, shell: host));
        }
    }

    /// <summary>The command further down the pipeline that runs what it reads.</summary>
    private static RunCommand? FindReader(RunCommand command)
    {
        if (command.Syntax.Pipeline is not { Commands.Length: > 1 } pipeline)
        {
            return null;
        }

        int index = command.Syntax.PipelineIndex;
        foreach (RunCommand other in command.Script.RunCommands)
        {
            if (other.Syntax.Pipeline == pipeline && other.Syntax.PipelineIndex > index && RunsInput(other))
            {
                return other;
            }
        }

        return null;
    }

    private static bool RunsInput(RunCommand command)
    {
        bool isShell = Array.IndexOf(Shells, command.Name) >= 0;
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

    /// <summary>The name of the command that runs what its substitution gives: <c>bash &lt;(…)</c>, <c>sh -c "$(…)"</c>, <c>eval "$(…)"</c>.</summary>
    private static string? FindHost(RunCommand command)
    {
        bool isProcess = false;
        for (ShellSyntaxNode? node = command.Syntax.Parent; node is not null; node = node.Parent)
        {
            isProcess |= node is ShellProcessSubstitutionSyntax;
            if (node is not ShellSimpleCommandSyntax { Name.DisplayText: { } path } host)
            {
                continue;
            }

            foreach (RunCommand other in command.Script.RunCommands)
            {
                if (other.Syntax == host && RunsArgument(other, command.Span, isProcess))
                {
                    return other.Name;
                }
            }

            return null;
        }

        return null;
    }

    private static bool RunsArgument(RunCommand host, TextSpan download, bool isProcess)
    {
        if (host.Name is "eval" or "source" or ".")
        {
            return true;
        }

        if (Array.IndexOf(Shells, host.Name) < 0 && Array.IndexOf(Interpreters, host.Name) < 0)
        {
            return false;
        }

        return isProcess
            ? host.Line.Operands.Length > 0 && host.Line.Operands[0].Span.Contains(download)
            : host.Line.FindOption("-c", "-e", "-r") is { Value: not null } option && option.ValueSpan.Contains(download);
    }
}
