using System.Text;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Compose;

/// <summary>
/// Reads a <c>.env</c> file as Compose does: <c>KEY=VALUE</c> lines, perhaps behind <c>export</c>; single quotes are
/// literal, double quotes have escapes, other values end at a blank with a hash sign.
/// Variables in values are expanded from what stands above.
/// </summary>
internal static class EnvironmentFile
{
    /// <summary>
    /// Adds the variables of a file; of two definitions the later one counts. Where nothing is left of the allowance,
    /// the others are left out.
    /// </summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    internal static void Read(
        SourceFile file,
        Dictionary<string, ComposeVariable> variables,
        Func<string, ComposeVariable> lookUp,
        ExpansionAllowance allowance,
        CancellationToken cancellation
    )
    {
        string text = file.Text.ToString();
        int i = 0;
        while (i < text.Length && !allowance.IsExhausted)
        {
            cancellation.ThrowIfCancellationRequested();
            i = SkipBlanks(text, i);
            if (i < text.Length && text[i] is '\n' or '\r')
            {
                i++;
                continue;
            }

            int keyStart = i;
            if (i < text.Length && text[i] != '#')
            {
                if (
                    string.CompareOrdinal(text, i, "export", 0, 6) == 0
                    && i + 6 < text.Length
                    && text[i + 6] is ' ' or '\t'
                )
                {
                    keyStart = SkipBlanks(text, i + 6);
                }

                int separator = keyStart;
                while (separator < text.Length && text[separator] is not ('=' or ':' or '\n' or '\r'))
                {
                    separator++;
                }

                if (separator < text.Length && text[separator] is '=' or ':')
                {
                    string name = text.Substring(keyStart, separator - keyStart).Trim();
                    int start = SkipBlanks(text, separator + 1);
                    i = ReadValue(text, start, out string raw, out bool isLiteral);
                    var certainty = Certainty.Known;
                    string value =
                        isLiteral || allowance.IsExhausted
                            ? raw
                            : Interpolator.Expand(raw, lookUp, references: null, out certainty);
                    allowance.Take(value.Length - raw.Length);
                    allowance.Take(AnalysisBudget.MaxEnvironmentVariableCost);
                    bool isKnown =
                        certainty != Certainty.Unknown
                        && value.Length <= AnalysisBudget.MaxEnvironmentValueLength
                        && !allowance.IsExhausted;
                    variables[name] = new ComposeVariable(
                        isKnown ? value : null,
                        isKnown ? Certainty.Default : Certainty.Unknown,
                        new SourceSpan(file, new TextSpan(keyStart, name.Length))
                    )
                    {
                        ValueIfUnset = certainty == Certainty.Unknown ? ExpandUnset(raw, lookUp, allowance) : null,
                    };
                }
            }

            while (i < text.Length && text[i] is not ('\n' or '\r'))
            {
                i++;
            }
        }
    }

    /// <summary>
    /// The value where nobody sets what files leave open; <c>null</c> where it is not known even then.
    /// </summary>
    private static string? ExpandUnset(string raw, Func<string, ComposeVariable> lookUp, ExpansionAllowance allowance)
    {
        if (allowance.IsExhausted)
        {
            return null;
        }

        string value = Interpolator.Expand(
            raw,
            name => lookUp(name).IfOpenUnset(name),
            references: null,
            out Certainty certainty
        );
        allowance.Take(value.Length - raw.Length);
        return certainty != Certainty.Unknown && value.Length <= AnalysisBudget.MaxEnvironmentValueLength
            ? value
            : null;
    }

    // Returns where the value ends; behind a closing quote nothing counts.
    private static int ReadValue(string text, int start, out string value, out bool isLiteral)
    {
        isLiteral = false;
        char quote = start < text.Length ? text[start] : '\0';
        if (quote is '\'' or '"')
        {
            int end = start + 1;
            while (end < text.Length && text[end] != quote)
            {
                end += text[end] == '\\' && quote == '"' ? 2 : 1;
            }

            if (end < text.Length)
            {
                isLiteral = quote == '\'';
                value = text.Substring(start + 1, end - start - 1);
                value = isLiteral ? value : Unescape(value);
                return end + 1;
            }
        }

        int lineEnd = start;
        while (
            lineEnd < text.Length
            && text[lineEnd] is not ('\n' or '\r')
            && !(text[lineEnd] == '#' && (lineEnd == start || text[lineEnd - 1] is ' ' or '\t'))
        )
        {
            lineEnd++;
        }

        value = text.Substring(start, lineEnd - start).TrimEnd();
        return lineEnd;
    }

    private static string Unescape(string value)
    {
        if (value.IndexOf('\\') < 0)
        {
            return value;
        }

        var text = new StringBuilder(value.Length);
        for (int i = 0; i < value.Length; i++)
        {
            if (value[i] != '\\' || i + 1 == value.Length)
            {
                text.Append(value[i]);
                continue;
            }

            i++;
            // An escaped dollar is no variable; two of them say so to the expansion that follows.
            text.Append(
                value[i] switch
                {
                    'n' => "\n",
                    'r' => "\r",
                    't' => "\t",
                    '$' => "$$",
                    _ => value[i].ToString(),
                }
            );
        }

        return text.ToString();
    }

    private static int SkipBlanks(string text, int i)
    {
        while (i < text.Length && text[i] is ' ' or '\t' or '\uFEFF')
        {
            i++;
        }

        return i;
    }
}
