using System.Collections.Immutable;
using DockerfileLint.Text;

namespace DockerfileLint.Configuration;

/// <summary>
/// The files that a configuration means, by patterns as in <c>.gitignore</c>. Safe to use from several threads, and the
/// same whatever was asked before.
/// </summary>
internal sealed class PathPatterns
{
    private readonly GitIgnorePattern[] _patterns;

    internal PathPatterns(ImmutableArray<string> patterns)
    {
        _patterns = [.. patterns.Select(pattern => GitIgnorePattern.Parse(pattern)).OfType<GitIgnorePattern>()];
    }

    /// <summary>Whether there is no pattern.</summary>
    internal bool IsEmpty => _patterns.Length == 0;

    /// <summary>
    /// Whether a path, or a folder that it lies in, matches; of several patterns the last one decides.
    /// </summary>
    /// <param name="segments">The path below the folder that the patterns are relative to.</param>
    /// <param name="isDirectory">Whether the path is a folder.</param>
    internal bool Match(string[] segments, bool isDirectory = false)
    {
        long steps = 0;
        for (int i = _patterns.Length - 1; i >= 0 && steps < AnalysisBudget.MaxPathPatternSteps; i--)
        {
            for (int length = 1; length <= segments.Length; length++)
            {
                if (
                    _patterns[i].IsMatch(segments.AsSpan(0, length), isDirectory || length < segments.Length, ref steps)
                )
                {
                    return !_patterns[i].IsNegated;
                }
            }
        }

        return false;
    }
}
