using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Semantics.Dockerfiles;

/// <summary>Reads scripts by the rules of their language.</summary>
internal static class ScriptLanguages
{
    internal static ShellScriptSyntax Parse(
        ShellText text,
        ShellKind kind,
        ShellSimpleCommandSyntax? host,
        CancellationToken cancellation
    ) =>
        kind switch
        {
            ShellKind.Other => new ShellScriptSyntax(text, kind, [], [], host),
            ShellKind.PowerShell or ShellKind.Cmd => new WindowsCommandParser(text, kind).Parse(host),
            _ => ShellParser.Parse(text, kind, host, cancellation),
        };
}
