using DockerfileLint.Text;

namespace DockerfileLint.Analysis.Fixes;

/// <summary>Tells whether a row of words became another by the intended changes and nothing else.</summary>
internal static class WordComparer
{
    /// <summary>
    /// Whether taking away and putting in exactly these words, wherever they stand, makes one row of the other.
    /// </summary>
    internal static bool IsMade(
        List<string> before,
        List<string> after,
        IReadOnlyCollection<string> removed,
        IReadOnlyCollection<string> added
    )
    {
        int start = 0;
        while (start < before.Count && start < after.Count && before[start] == after[start])
        {
            start++;
        }

        int left = before.Count;
        int right = after.Count;
        while (left > start && right > start && before[left - 1] == after[right - 1])
        {
            left--;
            right--;
        }

        return (long)(left - start + 1) * (right - start + 1) <= AnalysisBudget.MaxComparedWords
            && CountEdits(before, after, start, left, right) == removed.Count + added.Count
            && HasDifference(before, after, start, left, right, removed, added);
    }

    /// <summary>The least number of words to take away and put in.</summary>
    private static int CountEdits(List<string> before, List<string> after, int start, int left, int right)
    {
        int width = right - start;
        int[] row = new int[width + 1];
        for (int j = 0; j <= width; j++)
        {
            row[j] = j;
        }

        for (int i = start; i < left; i++)
        {
            int diagonal = row[0];
            row[0]++;
            for (int j = 1; j <= width; j++)
            {
                int above = row[j];
                row[j] = before[i] == after[start + j - 1] ? diagonal : 1 + Math.Min(above, row[j - 1]);
                diagonal = above;
            }
        }

        return row[width];
    }

    private static bool HasDifference(
        List<string> before,
        List<string> after,
        int start,
        int left,
        int right,
        IReadOnlyCollection<string> removed,
        IReadOnlyCollection<string> added
    )
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = start; i < right; i++)
        {
            Count(after[i], 1);
        }

        for (int i = start; i < left; i++)
        {
            Count(before[i], -1);
        }

        foreach (string word in added)
        {
            Count(word, -1);
        }

        foreach (string word in removed)
        {
            Count(word, 1);
        }

        return counts.Values.All(static count => count == 0);

        void Count(string word, int number)
        {
            counts.TryGetValue(word, out int count);
            counts[word] = count + number;
        }
    }
}
