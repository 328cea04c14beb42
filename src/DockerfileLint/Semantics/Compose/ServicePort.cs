using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Syntax.Compose;
using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Compose;

/// <summary>An entry of <c>ports</c> in short or long form.</summary>
/// <param name="HostAddress">The address of the host, or <c>null</c> for all of them.</param>
/// <param name="Published">Port or range on the host, or <c>null</c> where the engine chooses.</param>
/// <param name="Target">Port or range in the container.</param>
/// <param name="Protocol"><c>udp</c> …, or <c>null</c> for TCP.</param>
/// <param name="Node">The whole entry.</param>
[Experimental(ExperimentalApi.Id)]
public sealed record ServicePort(Fact<string>? HostAddress, Fact<string>? Published, Fact<string>? Target, Fact<string>? Protocol, YamlNodeSyntax Node)
{
    /// <summary>Where the whole entry is written.</summary>
    public TextSpan Span => Node.ContentSpan;

    internal static ServicePort? Create(YamlNodeSyntax node)
    {
        switch (node)
        {
            case YamlScalarSyntax { IsNull: false } scalar:
                InterpolatedText text = InterpolatedText.Create(scalar);
                PortSpecification port = PortSpecification.Parse(text.Text);
                return new ServicePort(Facts.Create(text, port.HostAddress), Facts.Create(text, port.Published), Facts.Create(text, port.Target), Facts.Create(text, port.Protocol), node);
            case YamlMappingSyntax mapping:
                return new ServicePort(Facts.GetText(mapping, "host_ip"), Facts.GetText(mapping, "published"), Facts.GetText(mapping, "target"), Facts.GetText(mapping, "protocol"), node);
            default:
                return null;
        }
    }
}
