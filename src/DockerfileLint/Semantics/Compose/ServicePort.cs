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
/// <param name="Value">The whole entry.</param>
[Experimental(ExperimentalApi.Id)]
public sealed record ServicePort(
    Fact<string>? HostAddress,
    Fact<string>? Published,
    Fact<string>? Target,
    Fact<string>? Protocol,
    ComposeNode Value
)
{
    /// <summary>The whole entry as it is written.</summary>
    public YamlNodeSyntax Node => Value.Syntax;

    /// <summary>Where the whole entry is written.</summary>
    public SourceSpan Span => Value.Span;

    internal static ServicePort? Create(ComposeNode node)
    {
        switch (node)
        {
            case ComposeScalar { IsNull: false } scalar:
                InterpolatedText text = scalar.Text;
                PortSpecification port = PortSpecification.Parse(text.DisplayText);
                return new ServicePort(
                    Facts.Create(text, port.HostAddress),
                    Facts.Create(text, port.Published),
                    Facts.Create(text, port.Target),
                    Facts.Create(text, port.Protocol),
                    node
                );
            case ComposeMapping mapping:
                return new ServicePort(
                    Facts.GetText(mapping, "host_ip"),
                    Facts.GetText(mapping, "published"),
                    Facts.GetText(mapping, "target"),
                    Facts.GetText(mapping, "protocol"),
                    node
                );
            default:
                return null;
        }
    }
}
