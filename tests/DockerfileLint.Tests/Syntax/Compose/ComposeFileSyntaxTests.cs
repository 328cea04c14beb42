using DockerfileLint.Syntax.Compose;
using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Tests.Syntax.Yaml;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Syntax.Compose;

[TestFixture]
internal sealed class ComposeFileSyntaxTests
{
    private static ComposeFileSyntax Create(string text) => ComposeFileSyntax.Create(YamlSample.Parse(text));

    [Test]
    public void Services_come_in_text_order_and_extension_names_below_services_are_names()
    {
        ComposeFileSyntax file = Create(
            "x-a: {image: no}\nservices:\n  b: {image: x}\n  x-c: {image: y}\n  a: {build: .}\n---\nservices:\n  d: "
                + "{image: z}\n"
        );
        file.Services.Select(service => service.Name).Should().Equal("b", "x-c", "a", "d");
        file.IsLegacyLayout.Should().BeFalse();
    }

    [Test]
    public void Services_at_top_level_are_the_legacy_layout()
    {
        ComposeFileSyntax file = Create("x-a: {image: no}\nweb:\n  image: x\ndb:\n  build: .\nother:\n  key: value\n");
        file.IsLegacyLayout.Should().BeTrue();
        file.Services.Select(service => service.Name).Should().Equal("web", "db");
    }

    [TestCase("")]
    [TestCase("just text")]
    [TestCase("- a\n- b\n")]
    [TestCase("services:\n")]
    [TestCase("services: [a]\n")]
    [TestCase("services:\n  web:\n  db: text\n")]
    [TestCase("volumes: {a: }\n")]
    public void Files_without_services_have_none(string text)
    {
        ComposeFileSyntax file = Create(text);
        file.Services.Should().BeEmpty();
        file.IsLegacyLayout.Should().BeFalse();
    }

    [Test]
    public void Key_values_come_from_mappings_and_lists_with_exact_places()
    {
        ComposeFileSyntax file = Create(
            "services:\n  a:\n    environment:\n      A: 1\n      B:\n  b:\n    environment:\n      - A=1\n      - "
                + "'B=x''=y'\n      - C\n      - D=\n"
        );
        Describe(file.Services[0]).Should().Equal("A=1 'A' '1'", "B=<null> 'B' 'B'");
        Describe(file.Services[1]).Should().Equal("A=1 'A' '1'", "B=x'=y 'B' 'x''=y'", "C=<null> 'C' 'C'", "D= 'D' ''");

        IEnumerable<string> Describe(ServiceSyntax service) =>
            service
                .Mapping.GetKeyValues("environment")
                .Select(entry =>
                    $"{entry.Name}={entry.Value ?? "<null>"} '{file.Tree.Text.ToString(entry.NameSpan)}' "
                    + $"'{file.Tree.Text.ToString(entry.ValueSpan)}'"
                );
    }

    [Test]
    public void Items_come_from_lists_and_single_values_with_aliases_followed()
    {
        ComposeFileSyntax file = Create(
            "x: &x NET_ADMIN\nservices:\n  a: {cap_add: [*x, SYS_TIME], dns: 1.1.1.1, tmpfs: }\n"
        );
        YamlMappingSyntax service = file.Services[0].Mapping;
        service
            .GetItems("cap_add")
            .Select(item => ((YamlScalarSyntax)item).Value)
            .Should()
            .Equal("NET_ADMIN", "SYS_TIME");
        service.GetItems("dns").Should().ContainSingle();
        service.GetItems("tmpfs").Should().BeEmpty();
        service.GetItems("nothing").Should().BeEmpty();
    }
}
