namespace DockerfileLint.Syntax.Shell;

internal static class ShellParser
{
    internal static ShellScriptSyntax Parse(ShellText text, ShellKind kind, ShellSimpleCommandSyntax? host) => new(text, kind, [], [], host);
}
