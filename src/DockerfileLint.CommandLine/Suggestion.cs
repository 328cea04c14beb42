namespace DockerfileLint.CommandLine;

/// <summary>Finds what somebody probably meant.</summary>
internal static class Suggestion
{
    /// <summary>
    /// A sentence that names the nearest candidate, with a blank before it; empty where none is near.
    /// </summary>
    internal static string For(string value, IEnumerable<string> candidates)
    {
        string? nearest = null;
        int least = Math.Max(1, value.Length / 3) + 1;
        foreach (string candidate in candidates)
        {
            // A misspelling keeps its length roughly; this also bounds the work for absurd values.
            int distance = Math.Abs(candidate.Length - value.Length) < least ? GetDistance(value, candidate) : least;
            if (distance < least)
            {
                nearest = candidate;
                least = distance;
            }
        }

        return nearest is null ? "" : $" Did you mean '{nearest}'?";
    }

    /// <summary>Number of single-character edits, without regard to case.</summary>
    private static int GetDistance(string left, string right)
    {
        int[] previous = new int[right.Length + 1];
        int[] current = new int[right.Length + 1];
        for (int j = 0; j <= right.Length; j++)
        {
            previous[j] = j;
        }

        for (int i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int replaced =
                    previous[j - 1]
                    + (char.ToUpperInvariant(left[i - 1]) == char.ToUpperInvariant(right[j - 1]) ? 0 : 1);
                current[j] = Math.Min(replaced, Math.Min(previous[j], current[j - 1]) + 1);
            }

            (previous, current) = (current, previous);
        }

        return previous[right.Length];
    }
}
