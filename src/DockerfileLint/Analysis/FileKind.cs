namespace DockerfileLint.Analysis;

/// <summary>The language of a file.</summary>
public enum FileKind
{
    /// <summary>A Dockerfile or Containerfile.</summary>
    Dockerfile,

    /// <summary>A Compose file.</summary>
    Compose,
}
