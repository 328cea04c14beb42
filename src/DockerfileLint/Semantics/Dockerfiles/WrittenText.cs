using DockerfileLint.Semantics.Commands;
using DockerfileLint.Syntax.Shell;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Dockerfiles;

/// <summary>Text that a command of a script writes to a file: with <c>echo</c> or <c>printf</c> and a redirection or <c>tee</c>, or with a here-document.</summary>
internal static class WrittenText
{
    /// <summary>Looks for something in a text; the span is relative to it.</summary>
    internal delegate TextSpan? Finder(ReadOnlySpan<char> text);

    /// <summary>Where what a command writes holds something, or <c>null</c>.</summary>
    internal static TextSpan? Find(RunCommand command, Finder find)
    {
        if (!WritesFile(command))
        {
            return null;
        }

        if (command.Name is "echo" or "printf")
        {
            foreach (CommandWord argument in command.Arguments)
            {
                if (find(argument.Text.AsSpan()) is { } span)
                {
                    return argument.GetSpan(span.Start, span.Length);
                }
            }
        }

        foreach (ShellRedirectionSyntax redirection in command.Syntax.Redirections)
        {
            if (redirection is { IsHereDocument: true, Body: { } body } && find(body.AsSpan()) is { } found)
            {
                return body.Span.Length == body.AsSpan().Length ? new TextSpan(body.Span.Start + found.Start, found.Length) : redirection.OperatorSpan;
            }
        }

        return null;
    }

    private static bool WritesFile(RunCommand command) =>
        command.Name is "echo" or "printf" or "cat" or "tee"
        && (command.Name == "tee" || command.Syntax.Pipeline is { Commands.Length: > 1 }
            || command.Syntax.Redirections.Any(redirection => redirection.Kind is ShellRedirectionKind.Output or ShellRedirectionKind.Append));
}
