namespace DockerfileLint.Semantics.Compose;

/// <summary>
/// What the variables of one project may add to its texts. Once it is used up, texts stay as they are written, and
/// nobody knows them. Safe to use from several threads.
/// </summary>
/// <param name="characters">Their number, in UTF-16 code units.</param>
internal sealed class ExpansionAllowance(int characters)
{
    private long _left = characters;

    /// <summary>Whether nothing is left.</summary>
    internal bool IsExhausted => Interlocked.Read(ref _left) < 0;

    /// <summary>Takes what a text has grown by.</summary>
    internal void Take(int growth)
    {
        if (growth > 0)
        {
            Interlocked.Add(ref _left, -growth);
        }
    }
}
