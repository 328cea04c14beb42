using DockerfileLint.Semantics.Commands;
using DockerfileLint.Syntax.Shell;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Dockerfiles;

/// <summary>
/// Text that a command of a script writes to a file: with <c>echo</c> or <c>printf</c> and a redirection or <c>tee</c>,
/// or with a here-document.
/// </summary>
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
                    return Locate(command, argument, span);
                }
            }
        }

        foreach (ShellRedirectionSyntax redirection in command.Syntax.Redirections)
        {
            if (redirection is { IsHereDocument: true, Body: { } body } && find(body.AsSpan()) is { } found)
            {
                return body.Span.Length == body.AsSpan().Length
                    ? new TextSpan(body.Span.Start + found.Start, found.Length)
                    : redirection.OperatorSpan;
            }
        }

        return null;
    }

    /// <summary>
    /// Where a part of an argument stands: quotes move it, escapes may change it, and then the whole argument is meant.
    /// </summary>
    private static TextSpan Locate(RunCommand command, CommandWord argument, TextSpan part)
    {
        int offset = command
            .Instruction.Tree.Text.AsSpan(argument.Span)
            .IndexOf(argument.Text.AsSpan(part.Start, part.Length), StringComparison.Ordinal);
        return offset < 0 ? argument.Span : new TextSpan(argument.Span.Start + offset, part.Length);
    }

    private static bool WritesFile(RunCommand command) =>
        command.Name switch
        {
            "tee" => true,
            "echo" or "printf" or "cat" => command.Syntax.Redirections.Any(redirection =>
                redirection.Kind is ShellRedirectionKind.Output or ShellRedirectionKind.Append
            ) || FeedsTee(command),
            _ => false,
        };

    /// <summary>Whether the pipeline ends in <c>tee</c>, be it behind <c>sudo</c>.</summary>
    private static bool FeedsTee(RunCommand command) =>
        command.Syntax.Pipeline is { Commands.Length: > 1 } pipeline
        && pipeline.Commands[pipeline.Commands.Length - 1] is ShellSimpleCommandSyntax last
        && last != command.Syntax
        && last.Words.Take(4).Any(word => word.Is("tee"));
}
