namespace DockerfileLint.Syntax.Compose;

/// <summary>What the name of a Compose file says about it.</summary>
internal static class ComposeFileName
{
    /// <summary>
    /// Whether a file may lie over another one or be extended by one, such as <c>compose.override.yaml</c> and
    /// <c>docker-compose.prod.yml</c>: what it lacks may stand there. Files of Compose's default names, of
    /// stacks, of one application (<c>app.compose.yml</c>) and what is no file of YAML by its name, such as standard
    /// input, stand alone.
    /// </summary>
    internal static bool IsPartial(string path)
    {
        string name = path.Substring(Math.Max(path.LastIndexOf('/'), path.LastIndexOf('\\')) + 1).ToLowerInvariant();
        string? stem =
            name.EndsWith(".yml", StringComparison.Ordinal) ? name.Substring(0, name.Length - 4)
            : name.EndsWith(".yaml", StringComparison.Ordinal) ? name.Substring(0, name.Length - 5)
            : null;
        return stem is not (null or "compose" or "docker-compose" or "stack")
            && !stem.StartsWith("docker-stack", StringComparison.Ordinal)
            && !stem.StartsWith("stack.", StringComparison.Ordinal)
            && !stem.EndsWith(".compose", StringComparison.Ordinal);
    }
}
