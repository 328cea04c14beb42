namespace DockerfileLint.Semantics.Dockerfiles;

/// <summary>
/// Bounds what all expansions of a file cost together: without it, lines that repeat one long value would fill the
/// memory.
/// </summary>
internal sealed class ExpansionBudget
{
    /// <summary>Characters that variables put in and steps that patterns take. No real file comes near.</summary>
    private int _remaining = 1 << 24;

    internal bool TryTake(int amount)
    {
        _remaining -= Math.Min(amount, _remaining);
        return _remaining > 0;
    }
}
