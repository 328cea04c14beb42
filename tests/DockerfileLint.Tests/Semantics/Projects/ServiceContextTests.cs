using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Semantics.Projects;
using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Semantics.Projects;

/// <summary>An image that is built on that of another service, which <c>additional_contexts</c> names.</summary>
internal sealed class ServiceContextTests
{
    [Test]
    public void What_the_other_image_sets_holds_where_this_one_says_nothing()
    {
        EffectiveContainer web = Create(
            "FROM scratch\nENV A=1 B=1\nEXPOSE 80\nVOLUME /data\nWORKDIR /srv\nSTOPSIGNAL SIGINT\n"
                + "HEALTHCHECK CMD true\nENTRYPOINT [\"/a\"]\nCMD [\"b\"]\n",
            "FROM base\nENV B=2\nEXPOSE 81\n"
        );

        web.Healthcheck.IsCertainly(true).Should().BeTrue();
        web.Entrypoint.DisplayText.Should().Be("[\"/a\"]");
        web.Command.DisplayText.Should().Be("[\"b\"]");
        web.WorkingDirectory.DisplayText.Should().Be("/srv");
        web.StopSignal.DisplayText.Should().Be("SIGINT");
        web.ExposedPorts.Select(port => port.DisplayText).Should().Equal("81/tcp", "80/tcp");
        web.ImageVolumes.Select(volume => volume.DisplayText).Should().Equal("/data");
        web.Environment.Select(pair => $"{pair.Key}={pair.Value}").Should().Equal("A=1", "B=2");
        web.Healthcheck.Span.ToString().Should().Be("compose.yaml:11:9");
    }

    [Test]
    public void An_entry_point_hides_the_command_of_the_other_image()
    {
        EffectiveContainer web = Create("FROM scratch\nCMD [\"b\"]\n", "FROM base\nENTRYPOINT [\"/a\"]\n");

        web.Command.Certainty.Should().Be(Certainty.Unknown);
    }

    [Test]
    public void Images_that_are_built_on_each_other_end()
    {
        EffectiveContainer web = Create(
            "FROM other\nEXPOSE 80\n",
            "FROM base\nEXPOSE 81\n",
            "      additional_contexts: {other: \"service:web\"}\n"
        );

        web.ExposedPorts.Select(port => port.DisplayText).Should().Equal("81/tcp", "80/tcp");
        web.Healthcheck.Certainty.Should().Be(Certainty.Unknown);
    }

    private static EffectiveContainer Create(string baseFile, string webFile, string baseKeys = "")
    {
        string text =
            $"services:\n  base:\n    build:\n{baseKeys}      dockerfile_inline: |\n{Indent(baseFile)}"
            + "  web:\n    build:\n      additional_contexts: {base: \"service:base\"}\n"
            + $"      dockerfile_inline: |\n{Indent(webFile)}";
        var files = new InMemoryFiles { ["compose.yaml"] = text };
        return ProjectModel
            .Create(ComposeModel.Create(YamlSyntaxTree.Parse(files.Find("compose.yaml").File!), files), files)
            .FindContainer("web")!;
    }

    private static string Indent(string text) =>
        string.Concat(text.TrimEnd('\n').Split('\n').Select(line => $"        {line}\n"));
}
