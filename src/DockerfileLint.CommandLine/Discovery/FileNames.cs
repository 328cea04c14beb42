namespace DockerfileLint.CommandLine.Discovery;

/// <summary>What the walk over a folder looks for, in words.</summary>
internal static class FileNames
{
    /// <summary>For messages and help.</summary>
    internal const string Description =
        "Dockerfile, Containerfile, *.Dockerfile, Dockerfile.*, Dockerfile-*, compose.yaml, docker-compose*.yml, "
        + "docker-stack*.yml, *.compose.yml";
}
