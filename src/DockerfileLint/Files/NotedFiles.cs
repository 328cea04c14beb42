using DockerfileLint.Configuration;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Files;

/// <summary>What each linted file makes somebody look for in its folder and in those above.</summary>
[Flags]
internal enum NotedFiles
{
    None = 0,
    Configuration = 1,
    Compose = 2,
    Ignore = 4,
}

/// <summary>Tells <see cref="NotedFiles"/> by their names.</summary>
internal static class NotedFileNames
{
    /// <summary>The kind of a name. Letters of any case: file systems differ in whether they tell them apart.</summary>
    internal static NotedFiles GetKind(ReadOnlySpan<char> name) =>
        ConfigurationNames.Contains(name) ? NotedFiles.Configuration
        : name.EndsWith(BuildContext.IgnoreFileName, StringComparison.OrdinalIgnoreCase) ? NotedFiles.Ignore
        : IsCompose(name) ? NotedFiles.Compose
        : NotedFiles.None;

    private static bool IsCompose(ReadOnlySpan<char> name)
    {
        if (name.Length == 0 || (name[^1] | ' ') != 'l')
        {
            return false;
        }

        foreach (string known in ComposeProjectFiles.DefaultNames)
        {
            if (name.Equals(known, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
