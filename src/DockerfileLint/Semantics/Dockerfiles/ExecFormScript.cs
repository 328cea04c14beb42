using System.Collections.Immutable;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Shell;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Dockerfiles;

/// <summary>
/// An exec form as a script of one simple command, whose words are the strings and mean nothing but themselves.
/// </summary>
internal static class ExecFormScript
{
    internal static ShellScriptSyntax Create(CommandSyntax command)
    {
        string source = command.Tree.Text.ToString();
        TextSpan span = command.Span;
        var text = ShellText.FromSource(source, span.Start, span.End);
        if (command.Arguments.IsEmpty)
        {
            return new ShellScriptSyntax(text, ShellKind.Other, [], [], [], command);
        }

        ImmutableArray<ShellWordSyntax> words = command
            .Arguments.Select(argument => CreateWord(source, argument))
            .ToImmutableArray();
        int start = command.Arguments[0].Span.Start;
        int end = command.Arguments[command.Arguments.Length - 1].Span.End;
        var simple = new ShellSimpleCommandSyntax(text, start, end, [], words, []);
        var pipeline = new ShellPipelineSyntax(text, start, end, [simple], [], isNegated: false, isTimed: false);
        return new ShellScriptSyntax(
            text,
            ShellKind.Other,
            [new ShellListSyntax(text, start, end, [pipeline], [], terminator: default)],
            [],
            [],
            command
        );
    }

    /// <summary>The strings with blanks between them.</summary>
    internal static ShellText Join(CommandSyntax command)
    {
        string source = command.Tree.Text.ToString();
        var line = new ShellTextBuilder(command.Span);
        int end = 0;
        foreach (WordSyntax argument in command.Arguments)
        {
            if (end > 0)
            {
                line.Append(" ", TextSpan.FromBounds(end, argument.Span.Start));
            }

            ShellText text = CreateText(source, argument);
            line.Append(text, text.Start, text.End);
            end = argument.Span.End;
        }

        return line.ToText();
    }

    private static ShellWordSyntax CreateWord(string source, WordSyntax argument)
    {
        ShellText text = CreateText(source, argument);
        return new ShellWordSyntax(text, text.Start, text.End, [], ShellWordTraits.None);
    }

    /// <summary>The decoded string, with the way back to where each of its characters stands.</summary>
    private static ShellText CreateText(string source, WordSyntax argument)
    {
        TextSpan span = argument.Span;
        string value = argument.Text;
        if (value.Length + 2 == span.Length)
        {
            return ShellText.FromSource(source, span.Start + 1, span.End - 1);
        }

        // Escapes of one character are all that people write; anything else has one place, the whole string.
        var segments = new List<ShellTextSegment>();
        int position = span.Start + 1;
        int runStart = position;
        int length = 0;
        while (position < span.End - 1)
        {
            if (source[position] != '\\')
            {
                position++;
                continue;
            }

            AddRun(segments, runStart, position, ref length);
            segments.Add(new ShellTextSegment(length++, new TextSpan(position, 2), IsVerbatim: false));
            position += 2;
            runStart = position;
        }

        AddRun(segments, runStart, position, ref length);
        return length == value.Length && MapsVerbatim(source, value, segments)
            ? ShellText.FromSegments(value, [.. segments])
            : ShellText.FromWhole(value, span);
    }

    private static void AddRun(List<ShellTextSegment> segments, int start, int end, ref int length)
    {
        if (end > start)
        {
            segments.Add(new ShellTextSegment(length, TextSpan.FromBounds(start, end), IsVerbatim: true));
            length += end - start;
        }
    }

    private static bool MapsVerbatim(string source, string value, List<ShellTextSegment> segments)
    {
        foreach (ShellTextSegment segment in segments)
        {
            if (
                segment.IsVerbatim
                && string.CompareOrdinal(source, segment.Source.Start, value, segment.Start, segment.Source.Length) != 0
            )
            {
                return false;
            }
        }

        return true;
    }
}
