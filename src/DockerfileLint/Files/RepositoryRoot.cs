namespace DockerfileLint.Files;

/// <summary>Finds the repository that a folder lies in.</summary>
internal static class RepositoryRoot
{
    /// <summary>The folder that holds <c>.git</c>, upwards from a folder; <c>null</c> outside a repository.</summary>
    internal static string? Find(string folder)
    {
        for (string? current = folder; current is not null; current = Path.GetDirectoryName(current))
        {
            if (Path.Exists(Path.Combine(current, ".git")))
            {
                return current;
            }
        }

        return null;
    }
}
