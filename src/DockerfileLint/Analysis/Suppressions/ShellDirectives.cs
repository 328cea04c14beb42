using DockerfileLint.Syntax;
using DockerfileLint.Syntax.Shell;
using DockerfileLint.Text;

namespace DockerfileLint.Analysis.Suppressions;

/// <summary>
/// The comments <c># shellcheck …</c> of a script: which findings are not wanted, and where; and which shell it is for.
/// Those above the first command mean the whole script, others the statement below them.
/// </summary>
internal sealed class ShellDirectives
{
    private const string Tool = "shellcheck";

    private readonly List<(int First, int Last, TextSpan Coverage)> _disabled = [];

    private ShellDirectives() { }

    /// <summary>The shell that a comment above the first command names, or <c>null</c>.</summary>
    internal string? Shell { get; private set; }

    /// <summary>The directives of a script; <c>null</c> where there are none, as in nearly all.</summary>
    internal static ShellDirectives? Find(ShellScriptSyntax script)
    {
        ShellDirectives? directives = null;
        SourceText source = script.Tree.Text;
        DescendantEnumerator descendants = default;
        foreach (SyntaxToken comment in script.Comments)
        {
            ReadOnlySpan<char> text = source.AsSpan(comment.Span).TrimStart('#').TrimStart();
            if (
                !text.StartsWith(Tool.AsSpan(), StringComparison.Ordinal)
                || text.Length == Tool.Length
                || text[Tool.Length] is not (' ' or '\t')
                || !StartsLine(source, comment.Span.Start)
            )
            {
                continue;
            }

            if (directives is null)
            {
                directives = new ShellDirectives();
                descendants = new DescendantEnumerator(script);
                descendants.MoveNext();
            }

            if (FindCoverage(ref descendants, script, comment.Span.End) is { } coverage)
            {
                directives.Add(text.Slice(Tool.Length).ToString(), coverage, script);
            }
        }

        return directives;
    }

    /// <summary>Whether a finding at a place is not wanted.</summary>
    internal bool Disables(string rule, int position)
    {
        if (rule.Length != 6 || !rule.StartsWith("SC", StringComparison.Ordinal))
        {
            return false;
        }

        int code = ParseCode(rule);
        foreach ((int first, int last, TextSpan coverage) in _disabled)
        {
            if (first <= code && code <= last && coverage.Start <= position && position < coverage.End)
            {
                return true;
            }
        }

        return false;
    }

    private void Add(string text, TextSpan coverage, ShellScriptSyntax script)
    {
        foreach (string part in text.Split([' ', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (part[0] == '#')
            {
                break;
            }

            if (part.StartsWith("shell=", StringComparison.Ordinal) && coverage == script.Span)
            {
                Shell = part.Substring("shell=".Length);
            }
            else if (part.StartsWith("disable=", StringComparison.Ordinal))
            {
                foreach (string item in part.Substring("disable=".Length).Split(','))
                {
                    AddCodes(item, coverage);
                }
            }
        }
    }

    private void AddCodes(string item, TextSpan coverage)
    {
        int dash = item.IndexOf('-');
        int first = item == "all" ? 0 : ParseCode(dash < 0 ? item : item.Substring(0, dash));
        int last =
            item == "all" ? int.MaxValue
            : dash < 0 ? first
            : ParseCode(item.Substring(dash + 1));
        if (first >= 0 && last >= first && _disabled.Count < AnalysisBudget.MaxShellDirectives)
        {
            _disabled.Add((first, last, coverage));
        }
    }

    /// <summary>The number of <c>SC2086</c> or <c>2086</c>; -1 for anything else.</summary>
    private static int ParseCode(string text)
    {
        int start = text.StartsWith("SC", StringComparison.Ordinal) ? 2 : 0;
        int code = 0;
        for (int i = start; i < text.Length; i++)
        {
            if (text[i] is < '0' or > '9' || i - start == 4)
            {
                return -1;
            }

            code = (code * 10) + text[i] - '0';
        }

        return text.Length == start ? -1 : code;
    }

    private static bool StartsLine(SourceText source, int position)
    {
        while (position > 0 && source[position - 1] is ' ' or '\t')
        {
            position--;
        }

        return position == 0 || source[position - 1] is '\n' or '\r';
    }

    /// <summary>
    /// The statement below a comment; all of the script where no command stands above it. Comments come in text order,
    /// so that all of them together go through the script once.
    /// </summary>
    private static TextSpan? FindCoverage(ref DescendantEnumerator descendants, ShellScriptSyntax script, int position)
    {
        if (script.Statements.IsEmpty || script.Statements[0].Span.Start >= position)
        {
            return script.Span;
        }

        while (descendants.Current is not ShellListSyntax list || list.Span.Start < position)
        {
            if (!descendants.MoveNext())
            {
                return null;
            }
        }

        return descendants.Current.Span;
    }
}
