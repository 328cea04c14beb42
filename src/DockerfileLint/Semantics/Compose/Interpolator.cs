using System.Text;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Compose;

/// <summary>Expands the variables of one text as Compose does. What nobody knows stays as <c>${NAME}</c>.</summary>
/// <param name="raw">The text.</param>
/// <param name="lookUp">Finds variables.</param>
/// <param name="references">Gets the variables that are used, or <c>null</c>.</param>
internal sealed class Interpolator(
    string raw,
    Func<string, ComposeVariable> lookUp,
    List<VariableReference>? references
)
{
    /// <summary>
    /// From this depth on a table tells where braces close: looking for each one anew would read the text at every
    /// level.
    /// </summary>
    private const int FirstTableLevel = 4;

    private int[]? _closes;

    /// <summary>Whether any value so far stems from an environment file.</summary>
    internal bool UsesFile { get; private set; }

    /// <summary>The whole text expanded.</summary>
    internal static string Expand(
        string raw,
        Func<string, ComposeVariable> lookUp,
        List<VariableReference>? references,
        out Certainty certainty
    )
    {
        certainty = Certainty.Known;
        int dollar = raw.IndexOf('$');
        if (dollar < 0)
        {
            return raw;
        }

        var text = new StringBuilder(raw.Length);
        new Interpolator(raw, lookUp, references).ExpandRange(0, raw.Length, text, 0, ref certainty);
        return text.ToString();
    }

    /// <summary>Appends what the expression at a dollar stands for.</summary>
    /// <param name="dollar">0-based offset of the dollar.</param>
    /// <param name="end">Where the text ends.</param>
    /// <param name="text">The expanded text so far.</param>
    /// <param name="depth">Number of expressions around this one.</param>
    /// <param name="certainty">How sure the appended text is.</param>
    /// <param name="definition">Where the value that is appended as a whole is defined, or <c>null</c>.</param>
    /// <returns>Where the expression ends.</returns>
    internal int Expand(
        int dollar,
        int end,
        StringBuilder text,
        int depth,
        out Certainty certainty,
        out SourceSpan? definition
    )
    {
        certainty = Certainty.Known;
        definition = null;
        int i = dollar + 1;
        if (i < end && raw[i] == '$')
        {
            text.Append('$');
            return i + 1;
        }

        if (i < end && IsNameStart(raw[i]))
        {
            int nameEnd = SkipName(i, end);
            Append(
                raw.Substring(i, nameEnd - i),
                VariableOperator.None,
                TextSpan.FromBounds(dollar, nameEnd),
                text,
                out certainty,
                out definition
            );
            return nameEnd;
        }

        if (i >= end || raw[i] != '{')
        {
            text.Append('$');
            return i;
        }

        int close = depth < FirstTableLevel ? FindClose(i, end) : FindCloseInTable(i, end);
        int afterName = close < 0 ? i + 1 : SkipName(i + 1, close);
        bool hasColon = close >= 0 && afterName < close && raw[afterName] == ':';
        int sign = hasColon ? afterName + 1 : afterName;
        VariableOperator @operator =
            close < 0 || afterName == i + 1 || !IsNameStart(raw[i + 1]) || depth >= AnalysisBudget.MaxInterpolationDepth
                ? VariableOperator.Malformed
            : afterName == close ? VariableOperator.None
            : sign == close ? VariableOperator.Malformed
            : raw[sign] switch
            {
                '-' => VariableOperator.Default,
                '?' => VariableOperator.Demand,
                '+' => VariableOperator.Alternative,
                _ => VariableOperator.Malformed,
            };
        if (@operator == VariableOperator.Malformed)
        {
            // Compose refuses the expression, or nobody could read it: the rest of the text stays as it is.
            references?.Add(
                new VariableReference(
                    "",
                    @operator,
                    TextSpan.FromBounds(dollar, close < 0 ? end : close + 1),
                    ComposeVariable.Unknown,
                    null
                )
            );
            certainty = Certainty.Unknown;
            text.Append(raw, dollar, end - dollar);
            return end;
        }

        string name = raw.Substring(i + 1, afterName - i - 1);
        var span = TextSpan.FromBounds(dollar, close + 1);
        if (@operator == VariableOperator.None)
        {
            Append(name, @operator, span, text, out certainty, out definition);
            return close + 1;
        }

        ComposeVariable variable = lookUp(name);
        bool isSet = variable.Value is { } value && (value.Length > 0 || !hasColon);
        string? demand = null;
        switch (@operator)
        {
            case VariableOperator.Default when !isSet:
            case VariableOperator.Alternative when isSet:
                certainty = variable.Certainty == Certainty.Known ? Certainty.Known : Certainty.Default;
                ExpandRange(sign + 1, close, text, depth + 1, ref certainty);
                break;
            case VariableOperator.Alternative when variable.Value is null && CallerVariables.IsCommon(name):
                certainty = Certainty.Default;
                ExpandRange(sign + 1, close, text, depth + 1, ref certainty);
                break;
            case VariableOperator.Alternative when variable.Certainty != Certainty.Unknown:
                certainty = variable.Certainty;
                break;
            case VariableOperator.Demand when !isSet && variable.Certainty == Certainty.Known:
                var message = new StringBuilder();
                ExpandRange(sign + 1, close, message, depth + 1, ref certainty);
                demand = message.ToString();
                certainty = Certainty.Unknown;
                break;
            case VariableOperator.Demand when variable is { Value: null, Certainty: Certainty.Default }:
                // Who runs the project has to set it.
                Append(name, ComposeVariable.Unknown, text, out certainty, out definition);
                break;
            default:
                Append(name, variable, text, out certainty, out definition);
                break;
        }

        references?.Add(new VariableReference(name, @operator, span, variable, demand));
        return close + 1;
    }

    private static bool IsNameStart(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_';

    private void Append(
        string name,
        VariableOperator @operator,
        TextSpan span,
        StringBuilder text,
        out Certainty certainty,
        out SourceSpan? definition
    )
    {
        ComposeVariable variable = lookUp(name);
        references?.Add(new VariableReference(name, @operator, span, variable, null));
        Append(name, variable, text, out certainty, out definition);
    }

    private void Append(
        string name,
        ComposeVariable variable,
        StringBuilder text,
        out Certainty certainty,
        out SourceSpan? definition
    )
    {
        definition = variable.Span;
        certainty = variable.Certainty;
        if (
            certainty == Certainty.Unknown
            || (
                variable.Value is { } known
                && text.Length + known.Length > raw.Length + AnalysisBudget.MaxInterpolationGrowth
            )
        )
        {
            certainty = Certainty.Unknown;
            definition = null;
            text.Append("${").Append(name).Append('}');
        }
        else
        {
            UsesFile |= variable.Span is not null;
            text.Append(variable.Value);
        }
    }

    private void ExpandRange(int start, int end, StringBuilder text, int depth, ref Certainty certainty)
    {
        int i = start;
        while (i < end)
        {
            int dollar = raw.IndexOf('$', i, end - i);
            if (dollar < 0)
            {
                text.Append(raw, i, end - i);
                return;
            }

            text.Append(raw, i, dollar - i);
            i = Expand(dollar, end, text, depth, out Certainty part, out _);
            certainty = InterpolatedText.Worse(certainty, part);
        }
    }

    private int FindClose(int open, int end)
    {
        int depth = 0;
        for (int i = open; i < end; i++)
        {
            depth +=
                raw[i] == '{' ? 1
                : raw[i] == '}' ? -1
                : 0;
            if (depth == 0)
            {
                return i;
            }
        }

        return -1;
    }

    private int FindCloseInTable(int open, int end)
    {
        if (_closes is null)
        {
            _closes = new int[raw.Length];
            var pending = new Stack<int>();
            for (int i = 0; i < raw.Length; i++)
            {
                _closes[i] = -1;
                if (raw[i] == '{')
                {
                    pending.Push(i);
                }
                else if (raw[i] == '}' && pending.Count > 0)
                {
                    _closes[pending.Pop()] = i;
                }
            }
        }

        return _closes[open] < end ? _closes[open] : -1;
    }

    private int SkipName(int start, int end)
    {
        while (start < end && (IsNameStart(raw[start]) || raw[start] is >= '0' and <= '9'))
        {
            start++;
        }

        return start;
    }
}
