using DockerfileLint.Syntax;
using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Semantics.Dockerfiles;

/// <summary>
/// Reads scripts by the rules of their language. The parent of a script is what holds it: the command or the
/// here-document of an instruction, the instruction where it is both, or the command that runs it.
/// </summary>
internal static class ScriptLanguages
{
    internal static ShellScriptSyntax Parse(
        ShellText text,
        ShellKind kind,
        SyntaxNode parent,
        CancellationToken cancellation
    ) =>
        kind switch
        {
            ShellKind.Other => new ShellScriptSyntax(text, kind, [], [], [], parent),
            ShellKind.PowerShell or ShellKind.Cmd => new WindowsCommandParser(text, kind).Parse(parent),
            _ => ShellParser.Parse(text, kind, parent, cancellation),
        };
}
