namespace DockerfileLint.Files;

/// <summary>What the command line leaves out, named or found.</summary>
/// <param name="patterns">Patterns as in <c>.gitignore</c>, relative to the root.</param>
internal sealed class ExcludedPaths(IReadOnlyList<string> patterns)
{
    private readonly IgnoreScope? _scope = IgnoreScope.Enter(outer: null, depth: 0, patterns);

    /// <summary>Whether a path of the output is left out.</summary>
    internal bool Contains(string shownPath, bool isDirectory)
    {
        if (_scope is null)
        {
            return false;
        }

        // A folder above the path may be what the pattern names.
        string[] segments = shownPath.Split('/');
        for (int length = 1; length <= segments.Length; length++)
        {
            if (_scope.IsIgnored(segments[..length], isDirectory || length < segments.Length))
            {
                return true;
            }
        }

        return false;
    }
}
