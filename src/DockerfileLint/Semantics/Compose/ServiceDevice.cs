using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Syntax.Compose;
using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Compose;

/// <summary>An entry of <c>devices</c> in short or long form.</summary>
/// <param name="Source">Path on the host, or a CDI name.</param>
/// <param name="Target">Path in the container, or <c>null</c> where it is the host's.</param>
/// <param name="Permissions">Letters of <c>rwm</c>, or <c>null</c> for all of them.</param>
/// <param name="IsCdiName">Whether the source is a CDI name and no path.</param>
/// <param name="Value">The whole entry.</param>
[Experimental(ExperimentalApi.Id)]
public sealed record ServiceDevice(
    Fact<string>? Source,
    Fact<string>? Target,
    Fact<string>? Permissions,
    bool IsCdiName,
    ComposeNode Value
)
{
    /// <summary>The whole entry as it is written.</summary>
    public YamlNodeSyntax Node => Value.Syntax;

    /// <summary>Where the whole entry is written.</summary>
    public SourceSpan Span => Value.Span;

    internal static ServiceDevice? Create(ComposeNode node)
    {
        switch (node)
        {
            case ComposeScalar { IsNull: false } scalar:
                InterpolatedText text = scalar.Text;
                DeviceSpecification device = DeviceSpecification.Parse(text.DisplayText);
                return new ServiceDevice(
                    Facts.Create(text, device.Source),
                    Facts.Create(text, device.Target),
                    Facts.Create(text, device.Permissions),
                    device.IsCdiName,
                    node
                );
            case ComposeMapping mapping:
                return new ServiceDevice(
                    Facts.GetText(mapping, "source"),
                    Facts.GetText(mapping, "target"),
                    Facts.GetText(mapping, "permissions"),
                    IsCdiName: false,
                    node
                );
            default:
                return null;
        }
    }
}
