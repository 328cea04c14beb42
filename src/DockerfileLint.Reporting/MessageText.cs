using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using DockerfileLint.Diagnostics;

namespace DockerfileLint.Reporting;

/// <summary>
/// A message as reports show it: its values bounded in length and free of control characters, as plain text and as
/// Markdown.
/// </summary>
internal static class MessageText
{
    private const int MaximumArgumentLength = 500;
    private const int MaximumPlaceholder = 99;

    // What is read in one look, and as much of a value as tells what it is. A template shorter than that has the words
    // of another tool as its value.
    private const int MaximumFindingLength = 100;
    private const int MinimumShownLength = 16;
    private const int MinimumTemplateLength = 16;
    private const int MaximumRepetitions = 10;
    private const int MaximumBuffer = 1024;

    [ThreadStatic]
    private static StringBuilder? _buffer;

    /// <summary>The values as they may be shown.</summary>
    internal static ImmutableArray<string> GetArguments(DiagnosticMessage message)
    {
        ImmutableArray<string> arguments = message.Arguments;
        for (int i = 0; i < arguments.Length; i++)
        {
            string shown = VisibleText.Escape(VisibleText.Truncate(arguments[i], MaximumArgumentLength));
            if (!ReferenceEquals(shown, arguments[i]))
            {
                arguments = arguments.SetItem(i, shown);
            }
        }

        return arguments;
    }

    /// <summary>
    /// The message in one line of plain text; a link to a related location, <c>[text](1)</c>, is its text.
    /// </summary>
    internal static string ToPlainText(DiagnosticMessage message) => ToPlainText(message, GetArguments(message));

    /// <param name="message">The message.</param>
    /// <param name="arguments">What <see cref="GetArguments"/> makes of its values.</param>
    internal static string ToPlainText(DiagnosticMessage message, ImmutableArray<string> arguments) =>
        Format(RemoveLinks(message.Template.Text), arguments);

    /// <summary>The message of a finding, read in one look: beside it stands the text that a long value cuts.</summary>
    internal static string ToFindingText(DiagnosticMessage message) =>
        ToPlainText(message, Shorten(message, GetArguments(message)));

    /// <summary>
    /// Values that fit into a finding's message, the longest one cut first; the help has them in full, to be copied.
    /// </summary>
    /// <param name="message">The message.</param>
    /// <param name="arguments">What <see cref="GetArguments"/> makes of its values.</param>
    internal static ImmutableArray<string> Shorten(DiagnosticMessage message, ImmutableArray<string> arguments)
    {
        string template = message.Template.Text;
        int most = template.Length;
        foreach (string argument in arguments)
        {
            most += argument.Length;
        }

        if (most <= MaximumFindingLength)
        {
            return arguments;
        }

        int count = Math.Min(arguments.Length, CountPlaceholders(template));
        int excess = template.Length - MaximumFindingLength;
        for (int i = 0; i < count; i++)
        {
            // Each placeholder is three or four characters of the template.
            excess += arguments[i].Length - 3;
        }

        while (excess > 0 && template.Length >= MinimumTemplateLength)
        {
            int longest = 0;
            for (int i = 1; i < count; i++)
            {
                longest = arguments[i].Length > arguments[longest].Length ? i : longest;
            }

            if (count == 0 || arguments[longest].Length <= MinimumShownLength)
            {
                break;
            }

            int length = Math.Max(MinimumShownLength, arguments[longest].Length - excess);
            excess -= arguments[longest].Length - length;
            arguments = arguments.SetItem(longest, VisibleText.Truncate(arguments[longest], length - 1));
        }

        return arguments;
    }

    /// <summary>What to do, in one line of plain text, or <c>null</c>.</summary>
    internal static string? ToPlainHelp(DiagnosticMessage message) => ToPlainHelp(message, GetArguments(message));

    /// <param name="message">The message.</param>
    /// <param name="arguments">What <see cref="GetArguments"/> makes of its values.</param>
    internal static string? ToPlainHelp(DiagnosticMessage message, ImmutableArray<string> arguments) =>
        message.Template.Help is { } help ? Format(RemoveLinks(help), arguments) : null;

    /// <summary>What is wrong and what to do, in one line of plain text.</summary>
    internal static string ToFullText(DiagnosticMessage message) =>
        Format(RemoveLinks(message.Template.FullText), GetArguments(message));

    /// <summary>Where else a finding holds, by 1-based lines and columns, or <c>null</c>.</summary>
    internal static string? ListRepetitions(Finding finding)
    {
        StringBuilder? text = null;
        int count = 0;
        foreach (RelatedLocation related in finding.RelatedLocations)
        {
            if (related.IsRepetition && ++count <= MaximumRepetitions)
            {
                text = text is null ? new StringBuilder("Also at ") : text.Append(", ");
                text.Append(related.Location.LineSpan.Start);
            }
        }

        return text is null ? null
            : count <= MaximumRepetitions ? text.Append('.').ToString()
            : text.Append(" and ")
                .Append((count - MaximumRepetitions).ToString(CultureInfo.InvariantCulture))
                .Append(" more.")
                .ToString();
    }

    /// <summary>A template with its values filled in. A placeholder without a value stays as it is.</summary>
    internal static string Format(string template, ImmutableArray<string> arguments)
    {
        if (template.IndexOf('{') < 0 && template.IndexOf('}') < 0)
        {
            return template;
        }

        // Each finding has one or two of these, which are short.
        StringBuilder text = _buffer ??= new StringBuilder(MaximumBuffer);
        text.Clear();
        Append(text, template.AsSpan(), arguments);
        string formatted = text.ToString();
        if (text.Capacity > MaximumBuffer)
        {
            _buffer = null;
        }

        return formatted;
    }

    /// <summary>Appends a template with its values filled in. A placeholder without a value stays as it is.</summary>
    internal static void Append(StringBuilder target, ReadOnlySpan<char> template, ImmutableArray<string> arguments)
    {
        for (int i = 0; i < template.Length; i++)
        {
            int literal = template.Slice(i).IndexOfAny('{', '}');
            if (literal != 0)
            {
                literal = literal < 0 ? template.Length - i : literal;
                AppendText(target, template.Slice(i, literal));
                i += literal - 1;
            }
            else if (TryReadBrace(template, i, out int length, out int index) && index < arguments.Length)
            {
                if (index < 0)
                {
                    target.Append(template[i]);
                }
                else
                {
                    target.Append(arguments[index]);
                }

                i += length - 1;
            }
            else
            {
                target.Append(template[i]);
            }
        }
    }

    private static void AppendText(StringBuilder target, ReadOnlySpan<char> text)
    {
#if NET
        target.Append(text);
#else
        foreach (char c in text)
        {
            target.Append(c);
        }
#endif
    }

    /// <summary>Number of values that a template needs: its highest placeholder plus one.</summary>
    internal static int CountPlaceholders(string template)
    {
        int count = 0;
        for (int i = 0; i < template.Length; i++)
        {
            if (TryReadBrace(template.AsSpan(), i, out int length, out int index))
            {
                count = Math.Max(count, index + 1);
                i += length - 1;
            }
        }

        return count;
    }

    /// <summary>
    /// A template as Markdown with its placeholders left in; <c>null</c> where the plain text is the same.
    /// </summary>
    internal static string? ToMarkdown(string template)
    {
        var markdown = new StringBuilder(template.Length + 64);
        return AppendMarkdown(markdown, template, arguments: null) ? markdown.ToString() : null;
    }

    /// <summary>
    /// Appends a template as Markdown: quoted code becomes a code span, characters that mean something in Markdown are
    /// escaped, links stay. With <paramref name="arguments"/> the values are filled
    /// in; without, the placeholders stay.
    /// </summary>
    /// <param name="markdown">Where to append.</param>
    /// <param name="template">The template.</param>
    /// <param name="arguments">The values, or <c>null</c>.</param>
    /// <param name="isolatesValues">
    /// Whether values outside of quotes become code spans unless they are plain words, so that none is a link, a name
    /// that somebody is told by, or a number of an issue.
    /// </param>
    /// <returns>Whether it differs from the plain text.</returns>
    internal static bool AppendMarkdown(
        StringBuilder markdown,
        string template,
        ImmutableArray<string>? arguments,
        bool isolatesValues = false
    )
    {
        bool differs = false;
        for (int i = 0; i < template.Length; i++)
        {
            if (FindClosingQuote(template, i) is int close and > 0)
            {
                AppendCode(markdown, template.AsSpan(i + 1, close - i - 1), arguments);
                differs = true;
                i = close;
            }
            else if (TryReadBrace(template.AsSpan(), i, out int length, out int index))
            {
                if (arguments is { } values && index < values.Length)
                {
                    string value = index < 0 ? template.Substring(i, 1) : values[index];
                    if (isolatesValues && index >= 0 && !IsWords(value))
                    {
                        AppendCode(markdown, value.AsSpan());
                        differs = true;
                    }
                    else
                    {
                        differs |= AppendLiteral(markdown, value.AsSpan());
                    }
                }
                else
                {
                    markdown.Append(template, i, length);
                }

                i += length - 1;
            }
            else
            {
                differs |= AppendLiteral(markdown, template.AsSpan(i, 1));
            }
        }

        return differs;
    }

    internal static string RemoveLinks(string template)
    {
        int end = 0;
        while ((end = template.IndexOf("](", end, StringComparison.Ordinal)) > 0)
        {
            int close = template.IndexOf(')', end);
            int open = template.LastIndexOf('[', end);
            if (
                close < 0
                || open < 0
                || !int.TryParse(
                    template.Substring(end + 2, close - end - 2),
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out _
                )
            )
            {
                end += 2;
                continue;
            }

            template = template.Remove(end, close - end + 1).Remove(open, 1);
        }

        return template;
    }

    private static void AppendCode(StringBuilder target, ReadOnlySpan<char> template, ImmutableArray<string>? arguments)
    {
        if (arguments is { } values)
        {
            var code = new StringBuilder();
            Append(code, template, values);
            AppendCode(target, code.ToString().AsSpan());
        }
        else
        {
            AppendCode(target, template);
        }
    }

    /// <summary>Appends a text as a code span of Markdown.</summary>
    internal static void AppendCode(StringBuilder target, ReadOnlySpan<char> code)
    {
        // The fence must be longer than any run of backticks inside.
        int run = 0;
        int longest = 0;
        foreach (char c in code)
        {
            run = c == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        string fence = new('`', longest + 1);
        string padding = longest > 0 || code.IsEmpty ? " " : "";
        AppendText(target.Append(fence).Append(padding), code);
        target.Append(padding).Append(fence);
    }

    private static bool IsWords(string value)
    {
        foreach (char c in value)
        {
            if (!char.IsLetterOrDigit(c) && c is not (' ' or '-'))
            {
                return false;
            }
        }

        return true;
    }

    private static bool AppendLiteral(StringBuilder target, ReadOnlySpan<char> text)
    {
        bool escaped = false;
        foreach (char c in text)
        {
            if (c is '\\' or '`' or '*' or '_' or '<' or '>' or '~' or '|')
            {
                target.Append('\\');
                escaped = true;
            }

            target.Append(c);
        }

        return escaped;
    }

    /// <summary>
    /// Index of the quote that closes a quotation at <paramref name="open"/>, or -1. An apostrophe inside or after a
    /// word opens and closes nothing.
    /// </summary>
    private static int FindClosingQuote(string text, int open)
    {
        if (text[open] != '\'' || (open > 0 && char.IsLetterOrDigit(text[open - 1])))
        {
            return -1;
        }

        for (int i = open + 2; i < text.Length; i++)
        {
            if (text[i] == '\'' && text[i - 1] != ' ' && (i + 1 == text.Length || !char.IsLetterOrDigit(text[i + 1])))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Reads a placeholder or a doubled brace; <paramref name="index"/> is -1 for the latter.</summary>
    private static bool TryReadBrace(ReadOnlySpan<char> template, int start, out int length, out int index)
    {
        index = -1;
        length = 2;
        char c = template[start];
        if (c is not ('{' or '}') || start + 1 >= template.Length)
        {
            return false;
        }

        if (template[start + 1] == c)
        {
            return true;
        }

        int position = start + 1;
        int number = 0;
        while (position < template.Length && template[position] is >= '0' and <= '9' && number <= MaximumPlaceholder)
        {
            number = (number * 10) + template[position] - '0';
            position++;
        }

        if (
            c != '{'
            || position == start + 1
            || position == template.Length
            || template[position] != '}'
            || number > MaximumPlaceholder
        )
        {
            return false;
        }

        index = number;
        length = position + 1 - start;
        return true;
    }
}
