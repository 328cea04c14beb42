namespace DockerfileLint.Semantics.Compose;

/// <summary>A service as it will run.</summary>
public sealed class Service
{
}
