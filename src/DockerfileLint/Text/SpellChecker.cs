namespace DockerfileLint.Text;

/// <summary>Finds what somebody may have meant.</summary>
internal static class SpellChecker
{
    /// <summary>
    /// The candidate nearest to <paramref name="word"/> without regard to case, or <c>null</c>. Short words may differ
    /// in one place, longer ones in two: three letters out of three are no slip. Among more than
    /// <see cref="AnalysisBudget.MaxSuggestionCandidates"/> nothing is looked for.
    /// </summary>
    internal static string? GetSuggestion(ReadOnlySpan<char> word, ReadOnlySpan<string> candidates)
    {
        if (candidates.Length > AnalysisBudget.MaxSuggestionCandidates)
        {
            return null;
        }

        string? best = null;
        int bestDistance = int.MaxValue;
        foreach (string candidate in candidates)
        {
            int limit = Math.Min(word.Length, candidate.Length) < 6 ? 1 : 2;
            int distance = GetDistance(word, candidate.AsSpan(), limit);
            if (distance <= limit && distance < bestDistance)
            {
                best = candidate;
                bestDistance = distance;
            }
        }

        return best;
    }

    /// <summary>
    /// Number of insertions, deletions, substitutions and swaps of neighbours (optimal string alignment).
    /// </summary>
    private static int GetDistance(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int limit)
    {
        if (left.Length > AnalysisBudget.MaxSuggestionLength || Math.Abs(left.Length - right.Length) > limit)
        {
            return int.MaxValue;
        }

        Span<int> rows = stackalloc int[3 * (AnalysisBudget.MaxSuggestionLength + 3)];
        Span<int> beforeLast = rows.Slice(0, right.Length + 1);
        Span<int> last = rows.Slice(AnalysisBudget.MaxSuggestionLength + 3, right.Length + 1);
        Span<int> row = rows.Slice(2 * (AnalysisBudget.MaxSuggestionLength + 3), right.Length + 1);
        for (int j = 0; j <= right.Length; j++)
        {
            last[j] = j;
        }

        for (int i = 1; i <= left.Length; i++)
        {
            row[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                bool isSame = IsSame(left[i - 1], right[j - 1]);
                row[j] = Math.Min(last[j - 1] + (isSame ? 0 : 1), Math.Min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && IsSame(left[i - 1], right[j - 2]) && IsSame(left[i - 2], right[j - 1]))
                {
                    row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
                }
            }

            Span<int> free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }

        return last[right.Length];
    }

    private static bool IsSame(char left, char right) => char.ToUpperInvariant(left) == char.ToUpperInvariant(right);
}
