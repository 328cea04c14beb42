using DockerfileLint.Semantics.Dockerfiles;
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
        var dialect = ScriptDialect.Find(model, stage, script);
        return GetPath(dialect.Kind) is not { } path ? null
            : dialect.HasOwnLine ? ""
            : $"#!{path}{GetOptions(dialect)}\n";
    }

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
    private static string GetOptions(ScriptDialect dialect) =>
        (dialect.StopsOnError, dialect.IsPipefail) switch
        {
            (true, true) => " -eo pipefail",
            (true, false) => " -e",
            (false, true) => " -o pipefail",
            _ => "",
        };
}
