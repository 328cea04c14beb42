using DockerfileLint.Analysis.Languages;
using DockerfileLint.Diagnostics;
using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Secrets;

internal sealed class SecretInEnvironmentFileTests() : RuleTest("DC5016", Language.Compose)
{
    private const string Service = "services:\n  a:\n    image: b:1\n";

    [TestCase("    environment: {X: [|'${DB_PASSWORD}'|]}\n")]
    [TestCase("    environment:\n      - URL=[|postgres://a:${DB_PASSWORD}@b|]\n")]
    [TestCase("    command: [|run --password ${DB_PASSWORD:?}|]\n")]
    [TestCase("    build: {context: ., args: {T: [|'$DB_PASSWORD'|]}}\n")]
    [TestCase("    env_file: [|.env|]\n")]
    [TestCase("    env_file: [[|./.env|], b.env]\n")]
    [TestCase("    env_file:\n      - path: [|.env|]\n        required: false\n")]
    [TestCase("    environment: {X: [|'${DB_PASSWORD}'|], Y: '${DB_PASSWORD}'}\n    env_file: .env\n")]
    [TestCase("    environment: {X: '${HOST}'}\n")]
    [TestCase("    env_file: example.env\n")]
    [TestCase("    env_file: ../.env\n")]
    [TestCase("    env_file: ${X}.env\n")]
    public void A_secret_is_reported_where_it_is_used_first(string text) =>
        Verify(
            Service + text,
            new InMemoryFiles
            {
                [".env"] = "HOST=db\nDB_PASSWORD=hunter2\n",
                ["example.env"] = "DB_PASSWORD=hunter2\n",
                ["b.env"] = "DB_PASSWORD=\nAPI_TOKEN=none\n",
            },
            [],
            "compose.yaml"
        );

    [Test]
    public void All_secrets_of_a_file_are_one_finding()
    {
        Finding finding = Verify(
                Service + "    env_file: [|a.env|]\n  c:\n    image: d:1\n    env_file: a.env\n",
                new InMemoryFiles { ["a.env"] = "A_TOKEN=hunter2\nB_SECRET=hunter3\n" },
                [],
                "compose.yaml"
            )
            .Single();

        finding.Severity.Should().Be(Severity.Info, "no repository is known");
        finding
            .RelatedLocations.Select(related => related.Location.ToString())
            .Should()
            .Equal("a.env:1:1", "a.env:2:1");
    }
}
