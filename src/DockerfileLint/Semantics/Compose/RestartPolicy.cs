using System.Globalization;

namespace DockerfileLint.Semantics.Compose;

/// <summary>Whether and how often a container that ends is started again.</summary>
/// <param name="Condition">The text that decides.</param>
/// <param name="Restarts">Whether it is started again at all.</param>
/// <param name="Attempts">How often at most, or <c>null</c> without end.</param>
internal sealed record RestartPolicy(Fact<string> Condition, bool Restarts, int? Attempts)
{
    /// <summary>
    /// Reads what a target honours: <c>docker compose</c> the policy below <c>deploy</c>, else <c>restart</c>;
    /// <c>docker stack deploy</c> only the former, and without it a swarm starts again without end.
    /// </summary>
    /// <returns>The policy, or <c>null</c> where nothing sets one.</returns>
    internal static RestartPolicy? Read(Service service, ComposeTarget target)
    {
        if (service.GetText("deploy", "restart_policy", "condition") is { } condition)
        {
            Fact<string>? maximum = service.GetText("deploy", "restart_policy", "max_attempts");
            return new RestartPolicy(
                condition,
                condition.Value != "none",
                maximum is null ? null : ParseAttempts(maximum.Value)
            );
        }

        if (target == ComposeTarget.Swarm || service.GetText("restart") is not { } restart)
        {
            return null;
        }

        int colon = restart.Value.IndexOf(':');
        int? attempts = colon < 0 ? null : ParseAttempts(restart.Value.Substring(colon + 1));
        string name = colon < 0 ? restart.Value : restart.Value.Substring(0, colon);
        return new RestartPolicy(restart, name is "always" or "unless-stopped" or "on-failure", attempts);
    }

    // Zero stands for no bound; what is not known is taken for one.
    private static int? ParseAttempts(string text) =>
        !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int attempts) ? 1
        : attempts == 0 ? null
        : attempts;
}
