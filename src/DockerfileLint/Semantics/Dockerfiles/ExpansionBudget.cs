namespace DockerfileLint.Semantics.Dockerfiles;

/// <summary>
/// Bounds what expansions cost: without it, lines that repeat one long value would fill the memory. All values that ARG
/// and ENV set share one budget, since they are computed once; a word that somebody asks for has a share of its own, so
/// that the answer does not depend on who has asked before.
/// </summary>
/// <param name="amount">Characters that variables put in and steps that patterns take.</param>
internal sealed class ExpansionBudget(int amount = ExpansionBudget.Total)
{
    /// <summary>What one pass over the words of a file may cost. No real file comes near.</summary>
    internal const int Total = 1 << 24;

    /// <summary>How an argument in JSON may spell the sign.</summary>
    private const string EscapedSign = "\\u0024";

    private int _remaining = amount;

    /// <summary>What one variable of a text may cost.</summary>
    internal static int GetShare(ReadOnlySpan<char> text) =>
        Total / Math.Max(1, Count(text, "$") + Count(text, EscapedSign));

    /// <summary>The budget of a word.</summary>
    /// <param name="word">The word.</param>
    /// <param name="share">What one variable may cost.</param>
    internal static ExpansionBudget ForWord(string word, int share) =>
        new((int)Math.Min(Total, (long)share * Count(word.AsSpan(), "$")));

    internal bool TryTake(int amount)
    {
        _remaining -= Math.Min(amount, _remaining);
        return _remaining > 0;
    }

    private static int Count(ReadOnlySpan<char> text, string sign)
    {
        int count = 0;
        for (
            int next = text.IndexOf(sign.AsSpan(), StringComparison.Ordinal);
            next >= 0;
            next = text.IndexOf(sign.AsSpan(), StringComparison.Ordinal)
        )
        {
            count++;
            text = text.Slice(next + sign.Length);
        }

        return count;
    }
}
