using DockerfileLint.Analysis;
using DockerfileLint.Analysis.Languages;
using DockerfileLint.Configuration;
using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Exposure;

internal sealed class PortRuleOrderTests
{
    private static readonly string[] Rules = ["DC5001", "DC5002", "DC5003", "DC5004"];

    [TestCase("8080:80", "DC5001")]
    [TestCase("6379:6379", "DC5002")]
    [TestCase("2222:22", "DC5004")]
    [TestCase("22:22", "DC5004")]
    public void The_most_telling_rule_speaks_alone(string port, string expected)
    {
        var options = new LintOptions { Rules = Preset.Load("security") };
        FileResult result = Lint.Run(
            $"services:\n  web:\n    image: a:1\n    ports:\n      - {port}\n",
            options,
            Language.Compose
        );
        result.Findings.Select(diagnostic => diagnostic.Rule.Id).Where(Rules.Contains).Should().Equal(expected);
    }
}
