using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;

namespace DockerfileLint.Generators;

/// <summary>From a page's message and help with named placeholders to templates with numbered ones.</summary>
internal static class MessageFormat
{
    internal static RulePageMessage Read(
        string id,
        FrontMatterItem message,
        FrontMatterItem? help,
        Action<DiagnosticDescriptor, FrontMatterItem, int, int, string[]> report
    )
    {
        var parameters = new List<string>();
        string template = ReadTemplate(id, message, parameters, isHelp: false, report);
        string? helpTemplate = help is null ? null : ReadTemplate(id, help, parameters, isHelp: true, report);
        return new RulePageMessage(id, template, helpTemplate, parameters.ToEquatableArray());
    }

    private static string ReadTemplate(
        string id,
        FrontMatterItem message,
        List<string> parameters,
        bool isHelp,
        Action<DiagnosticDescriptor, FrontMatterItem, int, int, string[]> report
    )
    {
        string text = message.Text;
        var template = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c is not ('{' or '}'))
            {
                template.Append(c);
                continue;
            }

            if (i + 1 < text.Length && text[i + 1] == c)
            {
                template.Append(c).Append(c);
                i++;
                continue;
            }

            int close = c == '{' ? text.IndexOf('}', i) : -1;
            string name = close < 0 ? "" : text.Substring(i + 1, close - i - 1);
            if (!IsPlaceholder(name))
            {
                int length = close < 0 ? 1 : close - i + 1;
                report(
                    Problems.MalformedMessage,
                    message,
                    i,
                    length,
                    [close < 0 ? $"a single '{c}'" : $"'{text.Substring(i, length)}'"]
                );
                template.Append(text.Substring(i, length).Replace("{", "{{").Replace("}", "}}"));
                i += length - 1;
                continue;
            }

            if (!(isHelp ? IsQuoted(text, i, close) : HasOwnQuotes(text, i, close)))
            {
                report(Problems.PlaceholderNotQuoted, message, i, close - i + 1, [$"{{{name}}}", $"'{{{name}}}'"]);
            }

            string parameter = Names.ToCamelCase(name);
            if (!parameters.Contains(parameter))
            {
                parameters.Add(parameter);
            }

            template
                .Append('{')
                .Append(parameters.IndexOf(parameter).ToString(CultureInfo.InvariantCulture))
                .Append('}');
            i = close;
        }

        if (!text.EndsWith(".", StringComparison.Ordinal))
        {
            report(Problems.MessageWithoutPeriod, message, 0, text.Length, [id]);
        }

        return template.ToString();
    }

    // What readers of SARIF demand of a message.
    private static bool HasOwnQuotes(string text, int open, int close) =>
        open > 0 && text[open - 1] == '\'' && close + 1 < text.Length && text[close + 1] == '\'';

    /// <summary>
    /// Whether quotation marks stand around a placeholder, or around text that it is a part of:
    /// <c>'FROM {image}@sha256:…'</c>.
    /// </summary>
    private static bool IsQuoted(string text, int open, int close)
    {
        bool isQuoted = false;
        for (int i = 0; i < open; i++)
        {
            // An apostrophe inside a word opens and closes nothing.
            bool isApostrophe =
                text[i] != '\'' || (!isQuoted && i > 0 && IsLetter(text[i - 1])) || (isQuoted && IsLetter(text[i + 1]));
            isQuoted ^= !isApostrophe;
        }

        return isQuoted && text.IndexOf('\'', close) >= 0;
    }

    private static bool IsPlaceholder(string name) =>
        name.Length > 0
        && IsLetter(name[0])
        && name.All(c => IsLetter(c) || c is (>= '0' and <= '9') or '-')
        && name[name.Length - 1] != '-'
        && !name.Contains("--");

    private static bool IsLetter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');
}
