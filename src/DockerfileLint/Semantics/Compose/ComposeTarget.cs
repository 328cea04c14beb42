namespace DockerfileLint.Semantics.Compose;

/// <summary>What runs a Compose file.</summary>
public enum ComposeTarget
{
    /// <summary><c>docker compose</c>.</summary>
    Compose,

    /// <summary><c>docker stack deploy</c>.</summary>
    Swarm,
}
