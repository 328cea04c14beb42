using DockerfileLint.Text;

namespace DockerfileLint.Analysis.Suppressions;

/// <summary>How many suppressing comments of a file, and names in them, are read.</summary>
/// <param name="limit">All of them together.</param>
internal sealed class SuppressionAllowance(int limit)
{
    private int _left = limit;

    /// <summary>The first comment or name that was not read, or <c>null</c> where all were.</summary>
    internal TextSpan? Cut { get; private set; }

    /// <summary>Takes a comment or a name; <c>false</c> where it is one too many.</summary>
    internal bool TryTake(TextSpan span)
    {
        if (_left > 0)
        {
            _left--;
            return true;
        }

        Cut ??= span;
        return false;
    }
}
