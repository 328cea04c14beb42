using DockerfileLint.Analysis.Languages;
using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.ComposeFiles;

internal sealed class InactiveDependencyTests() : RuleTest("DC1003", Language.Compose)
{
    [TestCase("", "profiles: [debug]", true)]
    [TestCase("profiles: [prod]", "profiles: [debug]", true)]
    [TestCase("profiles: [debug]", "profiles: [debug, prod]", false)]
    [TestCase("", "profiles: ['${PROFILE}']", false)]
    [TestCase("profiles: ['${PROFILE}']", "profiles: [debug]", false)]
    [TestCase("profiles: [debug]", "", false)]
    public void A_service_that_may_run_without_what_it_needs_is_refused(string own, string other, bool isRefused) =>
        Verify(
            $"services:\n  web:\n    image: a:1\n    {own}\n    depends_on: [{(isRefused ? "[|db|]" : "db")}]\n"
                + $"  db:\n    image: b:1\n    {other}\n"
        );
}

internal sealed class ExternalNameTests() : RuleTest("DC1001", Language.Compose)
{
    [TestCase("secrets")]
    [TestCase("configs")]
    [TestCase("volumes")]
    [TestCase("networks")]
    public void Two_names_of_an_external_definition_exclude_each_other(string section) =>
        Verify($"services: {{a: {{image: 'a:1'}}}}\n{section}:\n  s:\n    name: x\n    [|external|]:\n      name: y\n");

    [Test]
    public void A_variable_for_the_container_belongs_to_one_part_of_a_volume() =>
        Verify("services:\n  a:\n    image: a:1\n    volumes:\n      - C:\\source:D:\\$${VAR:-default}\\path:ro\n");
}
