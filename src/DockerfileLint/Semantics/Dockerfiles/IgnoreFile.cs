using System.Collections.Immutable;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Dockerfiles;

/// <summary>
/// A <c>.dockerignore</c>: which paths of the build context never reach the builder. The last pattern that matches a
/// path or a folder above it decides.
/// </summary>
internal sealed class IgnoreFile
{
    private readonly long _cost;
    private readonly long _maxCost;

    private IgnoreFile(SourceFile file, ImmutableArray<IgnorePattern> patterns, TextSpan? invalidPattern, int sources)
    {
        _cost = patterns.Sum(pattern => (long)pattern.Cost);
        _maxCost = AnalysisBudget.MaxIgnoreFileSteps / Math.Max(1, sources);
        File = file;
        Patterns = patterns;
        InvalidPattern = invalidPattern;
        HasNegation = patterns.Any(pattern => pattern.IsNegated);
    }

    /// <summary>The file.</summary>
    internal SourceFile File { get; }

    /// <summary>The well-formed patterns in order.</summary>
    internal ImmutableArray<IgnorePattern> Patterns { get; }

    /// <summary>Whether a pattern takes something back in.</summary>
    internal bool HasNegation { get; }

    /// <summary>The first pattern that the builder cannot read, if there is one: then every build fails.</summary>
    internal TextSpan? InvalidPattern { get; }

    /// <summary>Parses a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="sources">
    /// How many paths the Dockerfile holds against it: they share what matching may cost, whoever asks and how often.
    /// </param>
    /// <returns>The file, or <c>null</c> where it or a line of it is too long to be judged.</returns>
    internal static IgnoreFile? Parse(SourceFile file, int sources = 1)
    {
        if (file.Text.Length > AnalysisBudget.MaxIgnoreFileLength)
        {
            return null;
        }

        string text = file.Text.ToString();
        ImmutableArray<IgnorePattern>.Builder patterns = ImmutableArray.CreateBuilder<IgnorePattern>();
        TextSpan? invalid = null;
        int start = 0;
        while (start < text.Length)
        {
            int end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            if (text[start] != '#')
            {
                if (end - start > AnalysisBudget.MaxContextPathLength)
                {
                    return null;
                }

                TextSpan? problem = ParseLine(text, start, end, patterns);
                invalid ??= problem;
            }

            start = end + 1;
        }

        return new IgnoreFile(file, patterns.DrainToImmutable(), invalid, sources);
    }

    /// <summary>Finds the pattern that leaves a file out.</summary>
    /// <param name="path">A cleaned path below the context.</param>
    internal IgnorePattern? FindExcluding(string path)
    {
        int[] characters = IgnorePattern.GetCharacters(path, isPattern: false);
        IgnorePattern? decisive = null;
        foreach (IgnorePattern pattern in Patterns)
        {
            // A pattern that would change nothing is not asked.
            if (
                pattern.IsNegated == (decisive is not null)
                && (pattern.Match(path, characters) & IgnoreMatch.Covers) != 0
            )
            {
                decisive = pattern.IsNegated ? null : pattern;
            }
        }

        return decisive;
    }

    /// <summary>
    /// Finds the pattern that leaves out everything that a source names: the file, all files of the folder or all that
    /// its wildcards stand for.
    /// </summary>
    /// <param name="source">A source of COPY or ADD after expansion.</param>
    /// <returns>The pattern, or <c>null</c> where something may be left to copy.</returns>
    internal IgnorePattern? FindExcludingAll(string source)
    {
        string path = ContextPath.Resolve(source);
        bool isPattern = path.IndexOfAny(['*', '?']) >= 0;
        if (path.IndexOfAny(['[', '\\']) >= 0 || !IsAffordable(path))
        {
            return null;
        }

        int[] characters = IgnorePattern.GetCharacters(path, isPattern);
        IgnorePattern? decisive = null;
        foreach (IgnorePattern pattern in Patterns)
        {
            if (!pattern.IsNegated)
            {
                // Also where it changes nothing yet: it takes out again what a negation before it took in below the
                // path.
                decisive =
                    (
                        path == ContextPath.Root
                            ? pattern.IsUniversal
                            : (pattern.Match(path, characters) & IgnoreMatch.Covers) != 0
                    )
                        ? pattern
                        : decisive;
            }
            else if (
                decisive is not null
                && (isPattern || path == ContextPath.Root || pattern.Match(path, characters) != IgnoreMatch.None)
            )
            {
                decisive = null;
            }
        }

        return decisive;
    }

    /// <summary>
    /// Finds the pattern for which the reference builder's own check reports a source: the text of the source is
    /// matched as it is, wildcards and a leading slash included, and a negation anywhere in the file silences it.
    /// </summary>
    internal IgnorePattern? FindAsReference(string source)
    {
        string path = ContextPath.Clean(source);
        if (HasNegation || !IsAffordable(path))
        {
            return null;
        }

        return path is ContextPath.Root or "/"
            ? Patterns.FirstOrDefault(pattern => pattern.IsUniversal)
            : FindExcluding(path);
    }

    /// <summary>Parses one line.</summary>
    /// <returns>The line where the builder cannot read it.</returns>
    private static TextSpan? ParseLine(string text, int start, int end, ImmutableArray<IgnorePattern>.Builder patterns)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        if (start == end)
        {
            return null;
        }

        TextSpan span = TextSpan.FromBounds(start, end);
        bool isNegated = text[start] == '!';
        string pattern = (
            isNegated ? text.Substring(start + 1, end - start - 1) : text.Substring(start, end - start)
        ).Trim();
        if (pattern.Length == 0)
        {
            return span;
        }

        pattern = ContextPath.Clean(pattern);
        pattern = pattern.Length > 1 && pattern[0] == '/' ? pattern.Substring(1) : pattern;
        if (!IgnorePattern.TryParse(pattern, isNegated, span, out IgnorePattern? parsed))
        {
            return span;
        }

        patterns.Add(parsed);
        return null;
    }

    /// <summary>
    /// Whether matching a path against all patterns is within its share of what one Dockerfile may cost.
    /// </summary>
    private bool IsAffordable(string path) =>
        path.Length <= AnalysisBudget.MaxContextPathLength && _cost * (path.Length + 1) <= _maxCost;
}
