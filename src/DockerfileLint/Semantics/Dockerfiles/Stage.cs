namespace DockerfileLint.Semantics.Dockerfiles;

/// <summary>A build stage.</summary>
public sealed class Stage
{
}
