using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Compose;

/// <summary>How a service's image is built.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed class ServiceBuild
{
    private readonly ComposeScalar? _context;

    private ServiceBuild(ComposeEntry entry, ComposeMapping? mapping, ComposeScalar? context)
    {
        Entry = entry;
        Value = mapping;
        _context = context;
    }

    /// <summary>The key and its value.</summary>
    public ComposeEntry Entry { get; }

    /// <summary>Where the key is written.</summary>
    public SourceSpan NameSpan => Entry.NameSpan;

    /// <summary>The long form, or <c>null</c> where only a context is given.</summary>
    public ComposeMapping? Value { get; }

    /// <summary>The build context, or <c>null</c> where it is the default, the project's directory.</summary>
    public Fact<string>? Context => _context is not null ? _context.Text.Whole : Facts.GetText(Value, "context");

    /// <summary>Path of the Dockerfile relative to the context, or <c>null</c> for <c>Dockerfile</c>.</summary>
    public Fact<string>? Dockerfile => Facts.GetText(Value, "dockerfile");

    /// <summary>The Dockerfile's text where it stands in the Compose file, or <c>null</c>.</summary>
    public YamlScalarSyntax? InlineDockerfile => Value?.GetScalar("dockerfile_inline")?.Scalar;

    /// <summary>The stage to build, or <c>null</c> for the last one.</summary>
    public Fact<string>? Target => Facts.GetText(Value, "target");

    /// <summary>The network of the build, or <c>null</c>.</summary>
    public Fact<string>? Network => Facts.GetText(Value, "network");

    /// <summary>Whether the build is privileged, or <c>null</c> where nothing says so.</summary>
    public Fact<bool>? Privileged => Facts.GetBoolean(Value, "privileged");

    /// <summary>The extra rights of the build.</summary>
    public IEnumerable<Fact<string>> Entitlements => Facts.GetTexts(Value, "entitlements");

    /// <summary>The build arguments.</summary>
    public IEnumerable<ComposeKeyValue> Arguments => Value?.GetKeyValues("args") ?? [];

    internal static ServiceBuild? Create(ComposeEntry entry) =>
        entry.Value switch
        {
            ComposeMapping mapping => new ServiceBuild(entry, mapping, context: null),
            ComposeScalar { IsNull: false } context => new ServiceBuild(entry, mapping: null, context),
            _ => null,
        };
}
