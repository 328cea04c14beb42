using DockerfileLint.Text;

namespace DockerfileLint.Analysis.Suppressions;

/// <summary>
/// The suppressions of one rule, found by position. What they cover nests, as instructions lie in stages and YAML nodes
/// in each other, so the innermost one is found in logarithmic time.
/// </summary>
internal sealed class SuppressionIndex
{
    private readonly Suppressor[] _byStart;

    /// <summary>For each suppression the one that encloses it, or -1.</summary>
    private readonly int[] _enclosing;

    /// <param name="suppressors">Those that name the rule and reach it, in text order.</param>
    internal SuppressionIndex(IEnumerable<Suppressor> suppressors)
    {
        _byStart =
        [
            .. suppressors
                .OrderBy(suppressor => suppressor.Coverage.Start)
                .ThenByDescending(suppressor => suppressor.Coverage.End),
        ];
        _enclosing = new int[_byStart.Length];
        for (int i = 0; i < _byStart.Length; i++)
        {
            int candidate = i - 1;
            while (candidate >= 0 && _byStart[candidate].Coverage.End < _byStart[i].Coverage.End)
            {
                candidate = _enclosing[candidate];
            }

            // Of many in one place the last counts, and whoever looks outwards skips the others.
            bool isSame = candidate >= 0 && _byStart[candidate].Coverage == _byStart[i].Coverage;
            _enclosing[i] = isSame ? _enclosing[candidate] : candidate;
        }
    }

    /// <summary>Whether a suppression covers a whole span.</summary>
    internal bool Covers(TextSpan span)
    {
        for (int candidate = FindIndex(span.Start); candidate >= 0; candidate = _enclosing[candidate])
        {
            if (_byStart[candidate].Coverage.Contains(span))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The innermost suppression that covers a position, or <c>null</c>.</summary>
    internal Suppressor? Find(int position)
    {
        int candidate = FindIndex(position);
        return candidate < 0 ? null : _byStart[candidate];
    }

    private int FindIndex(int position)
    {
        int low = 0;
        int high = _byStart.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_byStart[middle].Coverage.Start <= position)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        int candidate = low - 1;
        while (candidate >= 0 && _byStart[candidate].Coverage.End < position)
        {
            candidate = _enclosing[candidate];
        }

        return candidate;
    }
}
