namespace DockerfileLint.Tests.Testing;

/// <summary>The files of the repository that the tests run from.</summary>
internal static class RepositoryFiles
{
    internal static string Root { get; } = FindRoot();

    internal static string GetPath(params ReadOnlySpan<string> segments) => Path.Combine([Root, .. segments]);

    internal static string Read(string path) => File.ReadAllText(GetPath(path)).ReplaceLineEndings("\n");

    private static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "DockerfileLint.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("The tests run outside the repository.");
    }
}
