using DockerfileLint.Analysis.Languages;
using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.ComposeFiles;

internal sealed class DuplicatePortOrNameTests() : RuleTest("DC1011", Language.Compose)
{
    [TestCase("8080:80", "8080:81", true)]
    [TestCase("127.0.0.1:8080:80", "8080:80", true)]
    [TestCase("127.0.0.1:8080:80", "0.0.0.0:8080:80", true)]
    [TestCase("127.0.0.1:8080:80", "127.0.0.2:8080:80", false)]
    [TestCase("[::1]:8080:80", "127.0.0.1:8080:80", false)]
    [TestCase("8080:80/tcp", "8080:80/udp", false)]
    [TestCase("8080-8085:80-85", "8083:80", true)]
    [TestCase("8080-8085:80", "8083:80", false)]
    [TestCase("${P}:80", "${P}:80", false)]
    [TestCase("${P:-80}:80", "80:80", true)]
    [TestCase("80", "80", false)]
    public void Ports(string first, string second, bool collide)
    {
        string markup =
            $"services:\n  a:\n    image: a\n    ports: ['{first}']\n  b:\n    image: b\n    ports: ['{second}']\n";
        Lint.Run(markup, language: Language.Compose)
            .Findings.Count(finding => finding.Rule.Id == "DC1011")
            .Should()
            .Be(collide ? 1 : 0);
    }

    [Test]
    public void One_service_cannot_take_a_port_twice() =>
        Verify("services:\n  a:\n    image: a\n    ports: ['80:80', '[|80|]:81', '443:443', '443:443']\n");

    [Test]
    public void Text_that_an_anchor_shares_is_reported_at_the_service() =>
        Verify(
            """
            x-ports: &ports ['80:80']
            services:
              a:
                image: a
                ports: *ports
              [|b|]:
                image: b
                ports: *ports
            """
        );

    [TestCase("", "[dev]", false)]
    [TestCase("[prod]", "[dev]", false)]
    [TestCase("[prod, dev]", "[dev]", true)]
    public void Profiles(string first, string second, bool collide)
    {
        string Service(string name, string profiles) =>
            $"  {name}:\n    image: a\n    container_name: web\n"
            + (profiles.Length == 0 ? "" : $"    profiles: {profiles}\n");
        Lint.Run("services:\n" + Service("a", first) + Service("b", second), language: Language.Compose)
            .Findings.Count(finding => finding.Rule.Id == "DC1011")
            .Should()
            .Be(collide ? 1 : 0);
    }
}

internal sealed class ServiceWithoutImageTests() : RuleTest("DC1006", Language.Compose)
{
    private const string Text = "services:\n  web:\n    command: a\n";

    [TestCase("docker-compose.yml", true)]
    [TestCase("docker-stack.yml", true)]
    [TestCase("docker-compose.prod.yml", false)]
    [TestCase("common.yaml", false)]
    public void Only_files_that_stand_alone_are_judged(string path, bool isReported) =>
        Verify(isReported ? Text.Replace("web", "[|web|]", StringComparison.Ordinal) : Text, files: null, [], path);

    [TestCase("include: [a.yaml]\nservices:\n  web:\n    command: a\n")]
    [TestCase("services:\n  web:\n    provider:\n      type: model\n")]
    [TestCase("services:\n  web:\n    image: ${IMAGE}\n")]
    public void Others_may_supply_the_image(string text) => Verify(text);
}

internal sealed class YamlTypeTrapTests() : RuleTest("DC1012", Language.Compose)
{
    [TestCase(
        "environment:\n  A: [|yes|]\n  B: 'yes'\n  C: 10\n  D: 0.5\n  E: [|0x1F|]\n  F: [|1_000|]\n  G: [|1e3|]\n  "
            + "H: nothing"
    )]
    [TestCase("environment:\n  - A=yes\n  - B=1.10")]
    [TestCase("labels:\n  a: [|1.0|]\n  b: \"1.0\"\n  c: 1.0.0")]
    [TestCase("ports:\n  - [|22:22|]\n  - 8080:80\n  - '23:23'\n  - 22")]
    [TestCase("restart: unless-stopped")]
    [TestCase("environment:\n  BIG: 123456789012345678901234567890\n  NOT: .nan")]
    public void Values(string service) =>
        Verify(
            "services:\n  web:\n    image: a\n    " + service.Replace("\n", "\n    ", StringComparison.Ordinal) + "\n"
        );
}

internal sealed class DuplicateKeyTests() : RuleTest("DC1002", Language.Compose)
{
    [Test]
    public void Keys_are_compared_by_their_text() =>
        Verify("services:\n  web:\n    image: a\n    [|\"image\"|]: b\n  db: {image: a, [|image|]: b}\n");

    [Test]
    public void Extensions_and_lists_are_no_exception() => Verify("x-a:\n  - b: 1\n    [|b|]: 2\n");

    [Test]
    public void Large_mappings_are_searched_too() =>
        Verify("x-a:\n" + string.Concat(Enumerable.Range(0, 30).Select(i => $"  k{i}: 1\n")) + "  [|k7|]: 1\n");

    [Test]
    public void Documents_do_not_share_keys() => Verify("x-a: 1\n---\nx-a: 2\n");
}
