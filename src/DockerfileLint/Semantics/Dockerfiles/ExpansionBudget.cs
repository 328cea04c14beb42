namespace DockerfileLint.Semantics.Dockerfiles;

/// <summary>
/// Bounds what expansions cost: without it, lines that repeat one long value would fill the memory. All values that ARG
/// and ENV set share one budget, since they are computed once; a word that somebody asks for has a share of its own, so
/// that the answer does not depend on who has asked before.
/// </summary>
/// <param name="amount">Characters that variables put in and steps that patterns take.</param>
internal sealed class ExpansionBudget(int amount)
{
    /// <summary>How an argument in JSON may spell the sign.</summary>
    private const string EscapedSign = "\\u0024";

    private readonly int _amount = amount;
    private int _remaining = amount;

    /// <summary>What one variable of a text may cost, where all together may cost as much as the budget was.</summary>
    internal int GetShare(ReadOnlySpan<char> text) =>
        _amount / Math.Max(1, Count(text, "$") + Count(text, EscapedSign));

    /// <summary>The budget of a word.</summary>
    /// <param name="word">The word.</param>
    /// <param name="share">What one variable may cost.</param>
    internal ExpansionBudget ForWord(string word, int share) =>
        new((int)Math.Min(_amount, (long)share * Count(word.AsSpan(), "$")));

    internal bool TryTake(int cost)
    {
        _remaining -= Math.Min(cost, _remaining);
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
