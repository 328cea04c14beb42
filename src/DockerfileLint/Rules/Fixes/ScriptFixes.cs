using System.Collections.Immutable;
using System.Text;
using DockerfileLint.Rules.Style;
using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Shell;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.Fixes;

/// <summary>Fixes that change a script as a whole.</summary>
internal static class ScriptFixes
{
    /// <summary>Commands that are part of the shell, and words that no program has as its name.</summary>
    private static readonly string[] Builtins =
    [
        ".",
        ":",
        "[",
        "[[",
        "alias",
        "cd",
        "command",
        "eval",
        "exec",
        "exit",
        "export",
        "hash",
        "read",
        "set",
        "shift",
        "source",
        "time",
        "trap",
        "type",
        "ulimit",
        "umask",
        "unset",
        "wait",
    ];

    /// <summary>Builtins whose effect lasts until the script ends, so that what follows would see it.</summary>
    private static readonly string[] Lasting =
    [
        ".",
        "alias",
        "cd",
        "eval",
        "exec",
        "exit",
        "export",
        "pushd",
        "set",
        "shopt",
        "source",
        "trap",
        "ulimit",
        "umask",
        "unset",
    ];

    /// <summary>Adds commands to the end of a script whose commands run one after the other.</summary>
    internal static bool Append(
        ImmutableArray<string> commands,
        InstructionSyntax instruction,
        DockerfileModel model,
        FixBuilder fix
    )
    {
        if (instruction is not RunInstructionSyntax run || !IsChain(run, model, out _))
        {
            return false;
        }

        string separator = GetSeparator(run, model);
        fix.Insert(run.Command.Span.End, string.Concat(commands.Select(command => separator + command)));
        fix.Rewrite(run);
        return true;
    }

    /// <summary>Makes one step of an instruction and the RUN before it.</summary>
    internal static bool JoinWithPrevious(InstructionSyntax instruction, DockerfileModel model, FixBuilder fix)
    {
        if (
            instruction is not RunInstructionSyntax run
            || model.GetPrevious(run) is not RunInstructionSyntax previous
            || !IsChain(run, model, out _)
            || !IsChain(previous, model, out InstructionScript? script)
            || script!.RunCommands.Any(command => Lasting.Contains(command.Name))
            || script.Commands.Any(command => command.Words.IsEmpty)
            || !run.Flags.IsEmpty
            || !previous.Flags.IsEmpty
            || !IsNothingBetween(previous, run, model)
        )
        {
            return false;
        }

        fix.Replace(
            TextSpan.FromBounds(previous.Command.Span.End, run.Command.Span.Start),
            $" {model.Tree.Escape}{GetLineEnd(model)}    && "
        );
        fix.Rewrite(previous, before: 2);
        return true;
    }

    /// <summary>Whether no comment stands between two instructions, which a fix would take away.</summary>
    private static bool IsNothingBetween(InstructionSyntax first, InstructionSyntax second, DockerfileModel model) =>
        model.Tree.Text.AsSpan(TextSpan.FromBounds(first.Span.End, second.Span.Start)).IsWhiteSpace();

    /// <summary>Goes to a folder by WORKDIR instead of the first command of a script.</summary>
    internal static bool SetFolder(TextSpan place, InstructionSyntax instruction, DockerfileModel model, FixBuilder fix)
    {
        if (
            instruction is not RunInstructionSyntax { IsTrigger: false, Heredocs.IsEmpty: true } run
            || model.GetScript(run) is not { IsExecForm: false, RunCommands: [var first, var second, ..] } script
            || !script.Shell.Kind.IsPosix()
            || first.FullSpan != place
            || place.Start != run.Command.Span.Start
            || first.Arguments is not [{ IsStatic: true, Text: var folder } argument]
            || model.Tree.Text.ToString(argument.Span) != folder
            || !folder.StartsWith("/", StringComparison.Ordinal)
            || !folder.All(static c => char.IsLetterOrDigit(c) || c is '/' or '.' or '-' or '_')
            || second.Span.Start <= place.End
        )
        {
            return false;
        }

        string between = model.Tree.Text.ToString(TextSpan.FromBounds(place.End, second.Span.Start));
        if (between.Replace(model.Tree.Escape, ' ').Trim() is not ("&&" or ";"))
        {
            return false;
        }

        string keyword = KeywordCasing.Of(model).IsLowerCase ? "workdir" : "WORKDIR";
        fix.Insert(run.Span.Start, $"{keyword} {folder}{GetLineEnd(model)}");
        fix.Remove(TextSpan.FromBounds(place.Start, second.Span.Start));
        fix.Rewrite(run, after: 2);
        return true;
    }

    /// <summary>Has the shell of a stage notice failures in front of a pipe.</summary>
    internal static bool SetPipefail(InstructionSyntax instruction, DockerfileModel model, FixBuilder fix)
    {
        if (
            instruction.IsTrigger
            || model.FindStage(instruction) is not { } stage
            || stage.IsFromScratch
            || model.GetScript(instruction) is not { Shell: { Instruction: null, Kind: ShellKind.Sh } }
        )
        {
            return false;
        }

        SourceText text = model.Tree.Text;
        int end = stage.From.LineSpan.End;
        int next = text.AsSpan().Slice(end).IndexOf('\n');
        if (next < 0 || !text.AsSpan().Slice(end, next).IsWhiteSpace())
        {
            return false;
        }

        string keyword = KeywordCasing.Of(model).IsLowerCase ? "shell" : "SHELL";
        string shell = BusyBoxStages.Of(model).Contains(stage) ? "/bin/ash" : "/bin/bash";
        fix.Insert(end + next + 1, $"{keyword} [\"{shell}\", \"-o\", \"pipefail\", \"-c\"]{GetLineEnd(model)}");
        fix.Rewrite(stage.From, after: 2);
        return true;
    }

    /// <summary>Writes a single command of plain words as an array.</summary>
    internal static bool WriteExecForm(InstructionSyntax instruction, DockerfileModel model, FixBuilder fix)
    {
        if (
            instruction.IsTrigger
            || model.FindStage(instruction) is not { } stage
            || model.GetScript(instruction)
                is not {
                    IsExecForm: false,
                    Shell: { Instruction: null } shell,
                    Script:
                    { Statements: [{ Pipelines: [var pipeline], IsBackground: false }], Comments.IsEmpty: true },
                    Command: { } written
                }
            || !shell.Kind.IsPosix()
            || pipeline is not { IsNegated: false, IsTimed: false, Commands: [ShellSimpleCommandSyntax command] }
            || !command.Assignments.IsEmpty
            || !command.Redirections.IsEmpty
            || HasOther(stage, instruction)
        )
        {
            return false;
        }

        ReadOnlySpan<ShellWordSyntax> words = command.Words.AsSpan();
        if (words.Length > 1 && words[0].Is("exec"))
        {
            words = words.Slice(1);
        }

        var array = new StringBuilder("[");
        for (int i = 0; i < words.Length; i++)
        {
            if (words[i].LiteralText is not { } text || !IsPlain(words[i], text) || (i == 0 && !IsProgram(text)))
            {
                return false;
            }

            array.Append(i == 0 ? "\"" : ", \"").Append(text).Append('"');
        }

        if (words.IsEmpty)
        {
            return false;
        }

        fix.Replace(written.Span, array.Append(']').ToString());
        fix.Rewrite(instruction);
        return true;
    }

    /// <summary>
    /// Whether the stage has CMD beside ENTRYPOINT: what one makes of the other depends on the form.
    /// </summary>
    private static bool HasOther(Stage stage, InstructionSyntax instruction)
    {
        InstructionKind other =
            instruction.Kind == InstructionKind.Cmd ? InstructionKind.Entrypoint : InstructionKind.Cmd;
        for (Stage? each = stage; each is not null; each = each.BaseStage)
        {
            if (each.Has(other))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsProgram(string text) =>
        text.Length > 0 && text[0] != '-' && text.IndexOf('=') < 0 && !Builtins.Contains(text);

    /// <summary>Whether a word is itself in JSON, and no shell would make another of it.</summary>
    private static bool IsPlain(ShellWordSyntax word, string text)
    {
        foreach (char c in text)
        {
            if (c is '"' or '\\' or '`' or < ' ' || (!word.IsWhollyQuoted && c is '*' or '?' or '[' or '{' or '~'))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a script is a row of commands, each of which runs where the one before succeeded.</summary>
    private static bool IsChain(RunInstructionSyntax run, DockerfileModel model, out InstructionScript? script)
    {
        script = model.GetScript(run);
        return script is { IsExecForm: false }
            && script.Shell.Kind.IsPosix()
            && run.Heredocs.IsEmpty
            && !run.Command.Span.IsEmpty
            && script.Script is { Comments.IsEmpty: true, Errors.IsEmpty: true, Statements: [var statement] }
            && !statement.IsBackground
            && script.Script.AsSpan().TrimEnd() is { IsEmpty: false } text
            && text[text.Length - 1] is not (';' or '&' or '|' or '\\')
            && IsConjunction(statement);
    }

    private static bool IsConjunction(ShellListSyntax statement)
    {
        foreach (ShellOperator each in statement.Operators)
        {
            if (each.Kind != ShellOperatorKind.And)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What stands between the last command and a further one, as the script has it already.</summary>
    private static string GetSeparator(RunInstructionSyntax run, DockerfileModel model)
    {
        string written = model.Tree.Text.ToString(run.Command.Span);
        if (written.IndexOf('\n') < 0)
        {
            return " && ";
        }

        // The last line that begins with the sign, or that follows one which ends with it, shows the layout.
        string lineEnd = GetLineEnd(model);
        string escape = model.Tree.Escape.ToString();
        string[] lines = written.Split('\n');
        for (int i = lines.Length - 1; i > 0; i--)
        {
            string line = lines[i].TrimStart();
            string margin = lines[i].Substring(0, lines[i].Length - line.Length);
            if (line.StartsWith("&&", StringComparison.Ordinal))
            {
                return $" {escape}{lineEnd}{margin}&& ";
            }

            if (lines[i - 1].TrimEnd().EndsWith("&& " + escape, StringComparison.Ordinal))
            {
                return $" && {escape}{lineEnd}{margin}";
            }
        }

        return $" {escape}{lineEnd}    && ";
    }

    internal static string GetLineEnd(DockerfileModel model) =>
        model.Tree.Text.AsSpan().IndexOf("\r\n".AsSpan()) >= 0 ? "\r\n" : "\n";
}
