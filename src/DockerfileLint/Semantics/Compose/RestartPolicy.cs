using System.Globalization;

namespace DockerfileLint.Semantics.Compose;

/// <summary>Whether and how often a container that ends is started again.</summary>
/// <param name="Condition">The text that decides.</param>
/// <param name="Restarts">Whether it is started again at all.</param>
/// <param name="Attempts">How often at most; 0 and <c>null</c> set no bound.</param>
internal sealed record RestartPolicy(Fact<string> Condition, Fact<bool> Restarts, Fact<int>? Attempts)
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
            return new RestartPolicy(
                condition,
                condition.Select(text => text != "none"),
                service.GetText("deploy", "restart_policy", "max_attempts")?.Select(ParseAttempts)
            );
        }

        if (target == ComposeTarget.Swarm || service.GetText("restart") is not { } restart)
        {
            return null;
        }

        return new RestartPolicy(
            restart,
            restart.Select(text => Split(text).Name is "always" or "unless-stopped" or "on-failure"),
            restart.Select(text => Split(text).Attempts)
        );
    }

    private static (string Name, int Attempts) Split(string restart)
    {
        int colon = restart.IndexOf(':');
        return colon < 0 ? (restart, 0) : (restart.Substring(0, colon), ParseAttempts(restart.Substring(colon + 1)));
    }

    // What is no number is taken for a bound.
    private static int ParseAttempts(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int attempts) ? attempts : 1;
}
