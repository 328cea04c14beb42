using System.Collections.Immutable;
using System.Globalization;
using DockerfileLint.Diagnostics;
using DockerfileLint.Text;

namespace DockerfileLint.Syntax.Yaml;

/// <summary>Turns what is wrong with a YAML text into diagnostics with tight spans and plain words.</summary>
internal sealed class YamlDiagnosticBag
{
    private readonly SourceFile _file;
    private readonly AnalysisBudget _budget;
    private readonly string _text;
    private readonly List<Diagnostic> _diagnostics = [];

    internal YamlDiagnosticBag(SourceFile file, AnalysisBudget budget)
    {
        _file = file;
        _budget = budget;
        _text = file.Text.ToString();
    }

    internal int Count => _diagnostics.Count;

    internal ImmutableArray<Diagnostic> ToImmutable()
    {
        if (_diagnostics.Count == 0)
        {
            return [];
        }

        return [.. _diagnostics.OrderBy(diagnostic => diagnostic.Location.Span)];
    }

    /// <summary>Reports why a stretch could not be read.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="stretch">The text that is skipped for it.</param>
    /// <param name="tokens">The tokens before it, in text order.</param>
    internal void Add(YamlProblem problem, TextSpan stretch, List<RecordedToken> tokens)
    {
        string reason = problem.Reason;
        int place = Math.Min(Math.Max(problem.Start, stretch.Start), stretch.End);
        if (reason == YamlProblem.TooManyNodes)
        {
            Add(CharacterAt(place), YamlSyntaxErrorMessages.TooManyNodes(Format(_budget.MaxYamlNodes)));
        }
        else if (reason == YamlProblem.TooDeep)
        {
            Add(CharacterAt(place), YamlSyntaxErrorMessages.TooDeep(Format(AnalysisBudget.MaxYamlDepth)));
        }
        else if (FindTab(reason, place, stretch) is { } tab)
        {
            Add(tab, YamlSyntaxErrorMessages.TabIndentation);
        }
        else if (
            Contains(reason, "quoted scalar, found unexpected end of stream")
            || Contains(reason, "found unexpected document indicator")
        )
        {
            Add(RestOfLine(place, stretch), YamlSyntaxErrorMessages.UnclosedQuote);
        }
        else if (Contains(reason, "escape c") || Contains(reason, "hexadecimal") || Contains(reason, "surrogate"))
        {
            TextSpan escape = FindEscape(place, problem.End, stretch);
            Add(escape, YamlSyntaxErrorMessages.InvalidEscape(_file.Text.ToString(escape)));
        }
        else if (
            Contains(reason, "flow sequence, did")
            || Contains(reason, "flow mapping, ")
            || ((reason.Length == 0 || Contains(reason, "node content")) && FindOpenBracket(tokens) is not null)
        )
        {
            AddUnclosedBracket(reason, place, stretch, tokens);
        }
        else if (Contains(reason, "anchor or alias"))
        {
            TextSpan name = Word(place);
            Add(name, YamlSyntaxErrorMessages.InvalidAlias(_file.Text.ToString(name)));
        }
        else if (Contains(reason, "cannot start any token"))
        {
            TextSpan character = CharacterAt(place);
            Add(character, YamlSyntaxErrorMessages.ReservedCharacter(_file.Text.ToString(character)));
        }
        else if (Contains(reason, "invalid mapping") || Contains(reason, "Mapping values are not allowed"))
        {
            AddUnexpectedColon(place, stretch);
        }
        else if (reason == YamlProblem.NoKey || Contains(reason, "expected ':'"))
        {
            Add(RestOfLine(place, stretch), YamlSyntaxErrorMessages.MissingColon);
        }
        else if (Contains(reason, "sequence entries are not allowed"))
        {
            Add(CharacterAt(place), YamlSyntaxErrorMessages.InlineSequence);
        }
        else if (
            (
                Contains(reason, "expected key")
                || Contains(reason, "expected <document ")
                || Contains(reason, "after double-quoted")
            ) && !IsFirstOnLine(place, stretch)
        )
        {
            Add(RestOfLine(place, stretch), YamlSyntaxErrorMessages.TrailingContent);
        }
        else if (
            reason == YamlProblem.WrongIndentation
            || Contains(reason, "expected key")
            || Contains(reason, "expected '-'")
            || Contains(reason, "expected <document start>")
        )
        {
            Add(RestOfLine(place, stretch), YamlSyntaxErrorMessages.WrongIndentation);
        }
        else
        {
            Add(RestOfLine(place, stretch), YamlSyntaxErrorMessages.Default);
        }
    }

    internal void AddUndefinedAlias(YamlAliasSyntax alias) =>
        Add(alias.Span, YamlSyntaxErrorMessages.UndefinedAlias(alias.Name));

    internal void AddTooManyProblems(int place, int limit) =>
        Add(RestOfLine(place, new TextSpan(0, _text.Length)), YamlSyntaxErrorMessages.TooManyErrors(Format(limit)));

    internal void AddTooManyMerges(TextSpan span, int limit) =>
        Add(span, YamlSyntaxErrorMessages.TooManyMerges(Format(limit)));

    internal void AddAliasCycle(YamlAliasSyntax alias) =>
        Add(alias.Span, YamlSyntaxErrorMessages.AliasCycle(alias.Name));

    internal void AddExcessiveAliasing(YamlAliasSyntax alias, int limit) =>
        Add(alias.Span, YamlSyntaxErrorMessages.ExcessiveAliasing(alias.Name, Format(limit)));

    /// <summary>Compose takes fewer names than the YAML library; <c>PASSWORD: ******</c> is an alias to both.</summary>
    internal bool CheckAnchorName(string name, TextSpan span)
    {
        foreach (char c in name)
        {
            if (c is not ((>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_' or '-'))
            {
                Add(span, YamlSyntaxErrorMessages.InvalidAlias(_file.Text.ToString(span)));
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Reports the first invalid byte and the first control character; the YAML library accepts both, Compose neither.
    /// </summary>
    internal void AddCharacterProblems()
    {
        if (_file.Text.HasInvalidBytes && _text.IndexOf('\uFFFD') is int invalid and >= 0)
        {
            Add(new TextSpan(invalid, 1), YamlSyntaxErrorMessages.InvalidEncoding(_file.Path));
        }

        for (int i = 0; i < _text.Length; i++)
        {
            char c = _text[i];
            if (
                c
                is (< ' ' and not ('\t' or '\n' or '\r'))
                    or (>= '\x7F' and <= '\x9F' and not '\x85')
                    or '\uFFFE'
                    or '\uFFFF'
            )
            {
                Add(
                    new TextSpan(i, 1),
                    YamlSyntaxErrorMessages.ControlCharacter(
                        "U+" + ((int)c).ToString("X4", CultureInfo.InvariantCulture)
                    )
                );
                return;
            }
        }
    }

    /// <summary>Reports the first text that the YAML library passed over without a word.</summary>
    internal void AddSkippedText(SyntaxTokenList tokens)
    {
        foreach (SyntaxToken token in tokens)
        {
            if (token.Kind == SyntaxKind.SkippedText)
            {
                if (!_diagnostics.Exists(diagnostic => token.Span.Contains(diagnostic.Location.Span)))
                {
                    Add(token.Span, YamlSyntaxErrorMessages.Default);
                }

                return;
            }
        }
    }

    private void AddUnclosedBracket(string reason, int place, TextSpan stretch, List<RecordedToken> tokens)
    {
        int? open = FindOpenBracket(tokens);
        char closer = open is { } o
            ? _text[o] == '['
                ? ']'
                : '}'
            : Contains(reason, "mapping")
                ? '}'
                : ']';
        TextSpan span = open is { } start ? new TextSpan(start, 1) : RestOfLine(place, stretch);
        Add(span, YamlSyntaxErrorMessages.UnclosedBracket(closer.ToString()));
    }

    // The library gives the colon, or the place where the key before it starts.
    private void AddUnexpectedColon(int place, TextSpan stretch)
    {
        int lineStart = LineStart(place, stretch);
        int colon =
            place < stretch.End && _text[place] == ':'
                ? place
                : _text.IndexOf(':', lineStart, Math.Max(0, LineEnd(place, stretch) - lineStart));
        Add(colon < 0 ? RestOfLine(place, stretch) : new TextSpan(colon, 1), YamlSyntaxErrorMessages.UnexpectedMapping);
    }

    private static int? FindOpenBracket(List<RecordedToken> tokens, string text)
    {
        int depth = 0;
        for (int i = tokens.Count - 1; i >= 0; i--)
        {
            if (tokens[i].Kind != SyntaxKind.Indicator || tokens[i].End == tokens[i].Start)
            {
                continue;
            }

            char c = text[tokens[i].Start];
            depth +=
                c is ']' or '}' ? 1
                : c is '[' or '{' ? -1
                : 0;
            if (depth < 0)
            {
                return tokens[i].Start;
            }
        }

        return null;
    }

    private int? FindOpenBracket(List<RecordedToken> tokens) => FindOpenBracket(tokens, _text);

    /// <summary>
    /// The tab that indents the line of the problem or the one before it; anywhere in the stretch where the library
    /// speaks of a tab.
    /// </summary>
    private TextSpan? FindTab(string reason, int place, TextSpan stretch)
    {
        bool isAboutTab = Contains(reason, " tab ");
        int problemLine = LineStart(place, stretch);
        for (int start = stretch.Start; start < stretch.End; )
        {
            int end = LineEnd(start, stretch);
            int i = start;
            while (
                i < end && _text[i] is ' ' or '-' && (_text[i] == ' ' || (i + 1 < end && _text[i + 1] is ' ' or '\t'))
            )
            {
                i++;
            }

            bool isNear = start == problemLine || (end < problemLine && problemLine - end <= 2);
            if (i < end && _text[i] == '\t' && (isAboutTab || isNear))
            {
                int tabEnd = i;
                while (tabEnd < end && _text[tabEnd] == '\t')
                {
                    tabEnd++;
                }

                if (tabEnd < end && _text[tabEnd] is not ('#' or ' '))
                {
                    return TextSpan.FromBounds(i, tabEnd);
                }
            }

            start = end + 1;
        }

        return null;
    }

    private TextSpan FindEscape(int start, int end, TextSpan stretch)
    {
        // Everything up to the problem was read, so the backslash is the last one before its end.
        end = Math.Min(Math.Max(end, start + 1), stretch.End);
        int slash = end > 0 ? _text.LastIndexOf('\\', Math.Min(end, _text.Length - 1)) : -1;
        return slash < stretch.Start
            ? RestOfLine(start, stretch)
            : TextSpan.FromBounds(slash, Math.Min(slash + 2, stretch.End));
    }

    private TextSpan CharacterAt(int place) =>
        new(
            place,
            place < _text.Length
                ? char.IsHighSurrogate(_text[place]) && place + 1 < _text.Length
                    ? 2
                    : 1
                : 0
        );

    private TextSpan Word(int place)
    {
        int end = place;
        while (end < _text.Length && _text[end] is not (' ' or '\t' or '\n' or '\r'))
        {
            end++;
        }

        return TextSpan.FromBounds(place, end);
    }

    /// <summary>
    /// From a place to the last visible character of its line; the last text before it where the line ends there.
    /// </summary>
    private TextSpan RestOfLine(int place, TextSpan stretch)
    {
        while (place < stretch.End && _text[place] is ' ' or '\t')
        {
            place++;
        }

        if (place >= stretch.End || _text[place] is '\n' or '\r')
        {
            while (place > stretch.Start && _text[place - 1] is ' ' or '\t' or '\n' or '\r')
            {
                place--;
            }

            int start = LineStart(place, stretch);
            while (start < place && _text[start] is ' ' or '\t')
            {
                start++;
            }

            return TextSpan.FromBounds(start, place);
        }

        int end = LineEnd(place, stretch);
        while (end > place + 1 && _text[end - 1] is ' ' or '\t')
        {
            end--;
        }

        return TextSpan.FromBounds(place, end);
    }

    private bool IsFirstOnLine(int place, TextSpan stretch)
    {
        int start = LineStart(place, stretch);
        while (start < place && _text[start] is ' ' or '\t')
        {
            start++;
        }

        return start == place;
    }

    private int LineStart(int place, TextSpan stretch)
    {
        while (place > stretch.Start && _text[place - 1] is not ('\n' or '\r'))
        {
            place--;
        }

        return place;
    }

    private int LineEnd(int place, TextSpan stretch)
    {
        while (place < stretch.End && _text[place] is not ('\n' or '\r'))
        {
            place++;
        }

        return place;
    }

    private void Add(TextSpan span, Func<string, DiagnosticMessage> describe) => Add(span, describe(Quote(span)));

    /// <summary>What a message says about a place: its text, or for a single character the line around it.</summary>
    private string Quote(TextSpan span)
    {
        var file = new TextSpan(0, _text.Length);
        int start = span.Length > 1 ? span.Start : LineStart(span.Start, file);
        string text = _text.Substring(start, LineEnd(start, file) - start).Trim();
        return text.Length <= AnalysisBudget.MaxQuoteLength
            ? text
            : new System.Text.StringBuilder(text, 0, AnalysisBudget.MaxQuoteLength - 1, AnalysisBudget.MaxQuoteLength)
                .Append('…')
                .ToString();
    }

    private void Add(TextSpan span, DiagnosticMessage message) =>
        _diagnostics.Add(
            new Diagnostic(RuleDescriptors.YamlSyntaxError, new Location(new SourceSpan(_file, span)), message)
        );

    private static bool Contains(string reason, string part) => reason.Contains(part);

    private static string Format(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
