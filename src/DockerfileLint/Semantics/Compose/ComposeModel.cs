namespace DockerfileLint.Semantics.Compose;

/// <summary>What a Compose file means.</summary>
public sealed class ComposeModel
{
}
