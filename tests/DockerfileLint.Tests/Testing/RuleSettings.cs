using DockerfileLint.Configuration;
using DockerfileLint.Diagnostics;

namespace DockerfileLint.Tests.Testing;

/// <summary>
/// Settings of a rule as text: <c>behaviour=hadolint</c>, or an option, <c>name=value</c>.
/// </summary>
internal static class RuleSettings
{
    internal static RuleSet Apply(RuleSet rules, RuleDescriptor rule, string setting) =>
        setting.Split('=', 2) switch
        {
            ["behaviour", var behaviour] => rules.WithBehaviour(
                rule,
                Enum.Parse<RuleBehaviour>(behaviour, ignoreCase: true)
            ),
            [var name, var value] => rules.WithOption(rule, name, value),
            _ => throw new ArgumentException($"'{setting}' is no setting 'name=value'.", nameof(setting)),
        };
}
