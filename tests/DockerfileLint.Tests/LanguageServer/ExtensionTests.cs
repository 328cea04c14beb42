using System.Text.Json.Nodes;
using DockerfileLint.Configuration;
using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.LanguageServer;

/// <summary>The extension for Visual Studio Code knows what the server knows.</summary>
internal sealed class ExtensionTests
{
    [Test]
    public void Its_settings_have_all_presets() =>
        JsonNode.Parse(File.ReadAllText(RepositoryFiles.GetPath("editors", "vscode", "package.json")))!["contributes"]![
            "configuration"
        ]!["properties"]!["dockerfileLint.preset"]!["enum"]!
            .AsArray()
            .Select(name => (string?)name)
            .Should()
            .BeEquivalentTo(Preset.Names.Append(null));
}
