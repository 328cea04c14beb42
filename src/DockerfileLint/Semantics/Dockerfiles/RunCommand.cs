using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Shell;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Dockerfiles;

/// <summary>A simple command that a RUN executes.</summary>
/// <param name="Run">The instruction.</param>
/// <param name="Name">The command name as it is written, without quotes.</param>
/// <param name="Span">Where the name stands.</param>
[Experimental(ExperimentalApi.Id)]
public sealed record RunCommand(RunInstructionSyntax Run, string Name, TextSpan Span)
{
    private static readonly string[] Shells = ["sh", "bash", "ash", "dash", "zsh"];

    /// <summary>The commands of a RUN in text order: of its script, of <c>sh -c</c> in exec form, and of a here-document that is the script.</summary>
    public static IReadOnlyList<RunCommand> Find(RunInstructionSyntax run)
    {
        if (run is null)
        {
            throw new ArgumentNullException(nameof(run));
        }

        var commands = new List<RunCommand>();
        CommandSyntax command = run.Command;
        if (command.IsExecForm)
        {
            AddExecForm(commands, run);
            return commands;
        }

        var line = new LogicalLine();
        line.Start(run.Tree, command.Span);
        AddScript(commands, run, line);
        bool isScript = commands.Count == 0 || Array.IndexOf(Shells, GetBaseName(commands[0].Name)) >= 0;
        foreach (HeredocSyntax heredoc in run.Heredocs)
        {
            if (isScript && !heredoc.BodySpan.IsEmpty && !StartsWithOtherInterpreter(run.Tree.Text.AsSpan(heredoc.BodySpan)))
            {
                line.Start(run.Tree.Text.ToString());
                line.Append(heredoc.BodySpan.Start, heredoc.BodySpan.End);
                AddScript(commands, run, line);
            }
        }

        return commands;
    }

    private static void AddScript(List<RunCommand> commands, RunInstructionSyntax run, LogicalLine line)
    {
        foreach (TextSpan span in new ShellCommandScanner().Scan(line.Text))
        {
            commands.Add(new RunCommand(run, Unquote(line.Text.Slice(span.Start, span.Length)), line.Map(span.Start, span.End)));
        }
    }

    private static void AddExecForm(List<RunCommand> commands, RunInstructionSyntax run)
    {
        var arguments = run.Command.Arguments;
        if (arguments.IsEmpty)
        {
            return;
        }

        commands.Add(new RunCommand(run, arguments[0].Text, GetSpan(arguments[0], 0, arguments[0].Text.Length)));
        if (arguments.Length < 3 || arguments[1].Text != "-c" || Array.IndexOf(Shells, GetBaseName(arguments[0].Text)) < 0)
        {
            return;
        }

        string script = arguments[2].Text;
        foreach (TextSpan span in new ShellCommandScanner().Scan(script.AsSpan()))
        {
            commands.Add(new RunCommand(run, Unquote(script.AsSpan(span.Start, span.Length)), GetSpan(arguments[2], span.Start, span.Length)));
        }
    }

    /// <summary>Where a part of a JSON string stands; the whole string where it has escapes, which move offsets.</summary>
    private static TextSpan GetSpan(WordSyntax word, int start, int length) =>
        word.Text.Length + 2 == word.Span.Length ? new TextSpan(word.Span.Start + 1 + start, length) : word.Span;

    private static bool StartsWithOtherInterpreter(ReadOnlySpan<char> body)
    {
        if (!body.StartsWith("#!".AsSpan(), StringComparison.Ordinal))
        {
            return false;
        }

        int end = body.IndexOf('\n');
        ReadOnlySpan<char> interpreter = (end < 0 ? body : body.Slice(0, end)).TrimEnd();
        int name = interpreter.LastIndexOfAny('/', ' ') + 1;
        return Array.IndexOf(Shells, interpreter.Slice(name).ToString()) < 0;
    }

    private static string GetBaseName(string path) => path.Substring(path.LastIndexOf('/') + 1);

    private static string Unquote(ReadOnlySpan<char> word)
    {
        if (word.IndexOfAny('"', '\'', '\\') < 0)
        {
            return word.ToString();
        }

        return word.ToString().Replace("\"", "").Replace("'", "").Replace("\\", "");
    }
}
