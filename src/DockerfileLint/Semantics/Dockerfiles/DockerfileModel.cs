namespace DockerfileLint.Semantics.Dockerfiles;

/// <summary>What a Dockerfile means.</summary>
public sealed class DockerfileModel
{
}
