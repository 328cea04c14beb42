using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Dockerfiles;

/// <summary>
/// A pattern of <c>#</c>, <c>%</c> and <c>/</c>: <c>*</c> and <c>?</c> stand for anything but a line feed; a backslash
/// escapes these two and itself.
/// </summary>
internal sealed class VariablePattern
{
    private const int AnyCharacter = -1;
    private const int AnyString = -2;
    private const int None = int.MaxValue;

    private readonly int[] _elements;

    private VariablePattern(int[] elements) => _elements = elements;

    /// <summary>Reads a pattern; <c>null</c> where it escapes what needs no escape.</summary>
    internal static VariablePattern? TryParse(string text)
    {
        var elements = new List<int>(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c == '\\')
            {
                char next = i + 1 < text.Length ? text[++i] : '\0';
                if (next is not ('*' or '?' or '\\' or '}' or '/'))
                {
                    return null;
                }

                elements.Add(next);
            }
            else if (c != '*')
            {
                elements.Add(c == '?' ? AnyCharacter : c);
            }
            else if (elements.Count == 0 || elements[elements.Count - 1] != AnyString)
            {
                elements.Add(AnyString);
            }
        }

        return new VariablePattern([.. elements]);
    }

    /// <summary>
    /// The value without the shortest or longest prefix that matches; <c>null</c> where the budget does not suffice.
    /// </summary>
    internal string? TrimPrefix(string value, bool isLongest, ExpansionBudget budget) =>
        TryMatch(value, 0, isAnchored: true, isLongest, budget, out int start, out int end)
            ? start < 0
                ? value
                : value.Substring(end)
            : null;

    /// <summary>
    /// The value without the shortest or longest suffix that matches; <c>null</c> where the budget does not suffice.
    /// </summary>
    internal string? TrimSuffix(string value, bool isLongest, ExpansionBudget budget)
    {
        var reversed = new VariablePattern([.. Enumerable.Reverse(_elements)]);
        char[] characters = value.ToCharArray();
        Array.Reverse(characters);
        return reversed.TryMatch(
            new string(characters),
            0,
            isAnchored: true,
            isLongest,
            budget,
            out int start,
            out int end
        )
            ? start < 0
                ? value
                : value.Substring(0, value.Length - end)
            : null;
    }

    /// <summary>
    /// The value with its first or all matches replaced, leftmost and longest first; <c>null</c> where the budget does
    /// not suffice.
    /// </summary>
    internal string? Replace(string value, string replacement, bool isAll, ExpansionBudget budget)
    {
        var result = new System.Text.StringBuilder();
        int position = 0;
        int lastEnd = -1;
        while (position <= value.Length)
        {
            if (!TryMatch(value, position, isAnchored: false, isLongest: true, budget, out int start, out int end))
            {
                return null;
            }

            if (start < 0)
            {
                break;
            }

            result.Append(value, position, start - position);
            position = end;
            if (end > start || start != lastEnd)
            {
                result.Append(replacement);
                if (!budget.TryTake(replacement.Length) || result.Length > AnalysisBudget.MaxExpandedLength)
                {
                    return null;
                }
            }

            lastEnd = end;
            if (!isAll)
            {
                break;
            }

            if (end == start)
            {
                // An empty match goes on behind the next character.
                if (position < value.Length)
                {
                    result.Append(value[position]);
                }

                position++;
            }
        }

        return position < value.Length
            ? result.Append(value, position, value.Length - position).ToString()
            : result.ToString();
    }

    /// <summary>
    /// Finds the leftmost match in one pass: for each element of the pattern, the first place from which a match of
    /// what stands before it can have begun.
    /// </summary>
    /// <returns>
    /// <c>false</c> where the budget does not suffice. Without a match, <paramref name="start"/> is -1.
    /// </returns>
    private bool TryMatch(
        string value,
        int from,
        bool isAnchored,
        bool isLongest,
        ExpansionBudget budget,
        out int start,
        out int end
    )
    {
        start = -1;
        end = -1;
        int count = _elements.Length;
        int[] starts = new int[count + 1];
        int[] next = new int[count + 1];
        starts.AsSpan().Fill(None);
        for (int i = from; ; i++)
        {
            if (!isAnchored || i == from)
            {
                starts[0] = Math.Min(starts[0], i);
            }

            for (int j = 0; j < count; j++)
            {
                if (_elements[j] == AnyString)
                {
                    starts[j + 1] = Math.Min(starts[j + 1], starts[j]);
                }
            }

            if (starts[count] != None && (start < 0 || starts[count] <= start))
            {
                start = starts[count];
                end = i;
                if (!isLongest)
                {
                    return true;
                }
            }

            if (i == value.Length || !budget.TryTake(count + 1))
            {
                return i == value.Length;
            }

            bool isAlive = false;
            next.AsSpan().Fill(None);
            for (int j = 0; j < count; j++)
            {
                if (starts[j] == None || (start >= 0 && starts[j] > start))
                {
                    continue;
                }

                int target = _elements[j] == AnyString ? j : j + 1;
                if (_elements[j] == value[i] || (_elements[j] < 0 && value[i] != '\n'))
                {
                    next[target] = Math.Min(next[target], starts[j]);
                    isAlive = true;
                }
            }

            (starts, next) = (next, starts);
            if (!isAlive && (isAnchored || start >= 0))
            {
                return true;
            }
        }
    }
}
