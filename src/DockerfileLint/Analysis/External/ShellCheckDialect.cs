using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Analysis.External;

/// <summary>
/// Tells ShellCheck which shell a script is for, by a first line that holds nothing of the linted file.
/// </summary>
internal static class ShellCheckDialect
{
    /// <summary>
    /// The line to put in front of a script: empty where the script has one of its own, <c>null</c> where ShellCheck
    /// does not know the language.
    /// </summary>
    internal static string? GetInterpreter(DockerfileModel model, Stage? stage, InstructionScript script)
    {
        ShellText text = script.Script.Text;
        if (ShellNames.GetKindOfInterpreter(text.AsSpan(text.Start, text.End)) is { } own)
        {
            return GetPath(own) is null ? null : "";
        }

        int position = script.Instruction.Span.Start;
        EffectiveShell shell = stage is null ? FindShell(model, position) ?? script.Shell : script.Shell;
        ShellPragma? comment = stage is null
            ? ShellPragmas.Of(model).All.LastOrDefault(pragma => pragma.Span.Start < position)
            : ShellPragmas.Of(model).Find(stage, position);
        if (
            comment is { } pragma
            && (shell.Instruction is not { } instruction || instruction.Span.Start < pragma.Span.Start)
        )
        {
            return GetPath(ShellNames.GetKind(pragma.Shell)) is { } named ? $"#!{named}\n" : null;
        }

        return GetPath(shell.Kind) is { } path ? $"#!{path}{GetOptions(shell)}\n" : null;
    }

    /// <summary>What the last SHELL before a place sets that no FROM is above.</summary>
    private static EffectiveShell? FindShell(DockerfileModel model, int position) =>
        model.Preamble.OfType<ShellInstructionSyntax>().LastOrDefault(instruction => instruction.Span.Start < position)
            is { } last
            ? EffectiveShell.From(last)
            : null;

    private static string? GetPath(ShellKind kind) =>
        kind switch
        {
            ShellKind.Sh => "/bin/sh",
            ShellKind.Bash => "/bin/bash",
            ShellKind.Ash => "/bin/ash",
            ShellKind.Dash => "/bin/dash",
            ShellKind.Ksh => "/bin/ksh",
            _ => null,
        };

    /// <summary>
    /// What SHELL sets that changes how a script ends: after <c>-e</c> a failing <c>cd</c> is no danger.
    /// </summary>
    private static string GetOptions(EffectiveShell shell)
    {
        bool stopsOnError = false;
        bool isPipefail = false;
        for (int i = 1; i < shell.Arguments.Length; i++)
        {
            string argument = shell.Arguments[i];
            bool isCluster = argument.Length > 1 && argument[0] == '-' && argument[1] != '-';
            stopsOnError |= (isCluster && argument.IndexOf('e') > 0) || argument == "errexit";
            isPipefail |= argument == "pipefail";
        }

        return (stopsOnError, isPipefail) switch
        {
            (true, true) => " -eo pipefail",
            (true, false) => " -e",
            (false, true) => " -o pipefail",
            _ => "",
        };
    }
}
