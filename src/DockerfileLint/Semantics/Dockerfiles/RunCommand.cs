using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Shell;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Dockerfiles;

/// <summary>A simple command that a RUN executes.</summary>
/// <param name="Run">The instruction.</param>
/// <param name="Name">The command name, without quotes.</param>
/// <param name="Span">Where the name stands, without the quotes around it where the whole name is quoted in exec form.</param>
[Experimental(ExperimentalApi.Id)]
public sealed record RunCommand(RunInstructionSyntax Run, string Name, TextSpan Span)
{
    /// <summary>The commands of a RUN in text order, those that other scripts, substitutions and commands such as <c>env</c> run included.</summary>
    public static IReadOnlyList<RunCommand> Find(DockerfileModel model, RunInstructionSyntax run)
    {
        if (model is null)
        {
            throw new ArgumentNullException(nameof(model));
        }

        if (run is null)
        {
            throw new ArgumentNullException(nameof(run));
        }

        var commands = new List<RunCommand>();
        foreach (ShellSimpleCommandSyntax command in model.GetScript(run)!.Commands)
        {
            for (int i = 0; i < command.Words.Length; i++)
            {
                ShellWordSyntax word = command.Words[i];
                if (i > 0 && (word.StartsWith("-") || word.AsSpan().IndexOf('=') > 0))
                {
                    continue;
                }

                commands.Add(new RunCommand(run, word.DisplayText, word.Span));
                if (!RunsAnother(word))
                {
                    break;
                }
            }
        }

        return commands;
    }

    private static bool RunsAnother(ShellWordSyntax word) => word.LiteralText is "busybox" or "command" or "env" or "exec" or "nohup" or "time";
}
