namespace DockerfileLint.Syntax.Compose;

/// <summary>What the name of a Compose file says about it.</summary>
internal static class ComposeFileName
{
    /// <summary>
    /// Whether a file may lie over another one or be extended by one, such as <c>compose.override.yaml</c> and <c>docker-compose.prod.yml</c>: what it lacks may stand there. Files of Compose's default names and of
    /// stacks stand alone.
    /// </summary>
    internal static bool IsPartial(string path)
    {
        string name = path.Substring(Math.Max(path.LastIndexOf('/'), path.LastIndexOf('\\')) + 1).ToLowerInvariant();
        return !(name is "compose.yaml" or "compose.yml" or "docker-compose.yaml" or "docker-compose.yml" || name.StartsWith("docker-stack", StringComparison.Ordinal) || name.StartsWith("stack.", StringComparison.Ordinal));
    }
}
