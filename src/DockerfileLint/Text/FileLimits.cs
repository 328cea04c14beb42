namespace DockerfileLint.Text;

/// <summary>What is refused before it is read.</summary>
public static class FileLimits
{
    /// <summary>Longest file that is read, in bytes (16 MiB).</summary>
    public const int MaxLength = 16 * 1024 * 1024;
}
