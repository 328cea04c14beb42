using DockerfileLint.Configuration;
using DockerfileLint.Text;

namespace DockerfileLint.Files;

/// <summary>The ignore patterns of one folder, with those of the folders around it behind them.</summary>
internal sealed class IgnoreScope
{
    private readonly IgnoreScope? _outer;
    private readonly int _depth;
    private readonly GitIgnorePattern[] _patterns;
    private readonly Allowance _allowance;

    private IgnoreScope(IgnoreScope? outer, int depth, GitIgnorePattern[] patterns)
    {
        _outer = outer;
        _depth = depth;
        _patterns = patterns;
        _allowance = outer?._allowance ?? new Allowance();
    }

    /// <summary>Adds patterns that hold below a folder.</summary>
    /// <param name="outer">The scope around it, or <c>null</c>.</param>
    /// <param name="depth">Number of segments of the folder's path.</param>
    /// <param name="lines">The patterns.</param>
    internal static IgnoreScope? Enter(IgnoreScope? outer, int depth, IEnumerable<string> lines)
    {
        GitIgnorePattern[] patterns =
        [
            .. lines.Select(line => GitIgnorePattern.Parse(line)).OfType<GitIgnorePattern>(),
        ];
        return patterns.Length == 0 ? outer : new IgnoreScope(outer, depth, patterns);
    }

    /// <summary>
    /// Adds the patterns of an ignore file; the same scope where there is none. A link is not followed, as in git, and
    /// an unreadable or an endless one ignores nothing.
    /// </summary>
    internal static IgnoreScope? EnterFile(IgnoreScope? outer, int depth, string path)
    {
        if (!File.Exists(path) || File.ResolveLinkTarget(path, returnFinalTarget: false) is not null)
        {
            return outer;
        }

        return FileReader.Read(path) is { Text: { Length: <= AnalysisBudget.MaxIgnoreFileLength } text }
            ? Enter(outer, depth, GetLines(text))
            : outer;
    }

    /// <summary>
    /// Whether a path is ignored: the last matching pattern of the innermost folder that has one decides. What patterns
    /// made to take long would ignore is not, once they have taken it.
    /// </summary>
    /// <param name="path">All segments of the path, counted as <c>depth</c> is.</param>
    /// <param name="isDirectory">Whether the path is a folder.</param>
    internal bool IsIgnored(string[] path, bool isDirectory)
    {
        _allowance.Steps += AnalysisBudget.MaxIgnoreStepsPerPath;
        for (IgnoreScope? scope = this; scope is not null; scope = scope._outer)
        {
            ReadOnlySpan<string> below = path.AsSpan(scope._depth);
            for (int i = scope._patterns.Length - 1; i >= 0; i--)
            {
                if (_allowance.Steps <= 0)
                {
                    return false;
                }

                long steps = 1;
                bool matches = scope._patterns[i].IsMatch(below, isDirectory, ref steps);
                _allowance.Steps -= steps;
                if (matches)
                {
                    return !scope._patterns[i].IsNegated;
                }
            }
        }

        return false;
    }

    private static IEnumerable<string> GetLines(SourceText text)
    {
        for (int line = 0; line < text.LineCount; line++)
        {
            yield return text.ToString(text.GetLineSpan(line));
        }
    }

    /// <summary>The steps that the patterns of a walk have left.</summary>
    private sealed class Allowance
    {
        internal long Steps { get; set; } = AnalysisBudget.MaxIgnoreFileSteps;
    }
}
