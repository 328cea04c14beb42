using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Compose;

/// <summary>Whose namespace a container lives in.</summary>
[Experimental(ExperimentalApi.Id)]
public enum NamespaceMode
{
    /// <summary>A namespace of its own.</summary>
    Private,

    /// <summary>The host's.</summary>
    Host,

    /// <summary>Its own, which others may join (<c>ipc: shareable</c>).</summary>
    Shareable,

    /// <summary>None at all (<c>network_mode: none</c>, <c>ipc: none</c>).</summary>
    None,

    /// <summary>That of another service.</summary>
    Service,

    /// <summary>That of a container that the file may not know.</summary>
    Container,

    /// <summary>Something else, such as the name of a network, or a value that is not known.</summary>
    Other,
}

/// <summary>A key such as <c>pid</c>, <c>ipc</c> or <c>network_mode</c> of a service.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed class NamespaceSetting
{
    // Keeps a file of thousands of services that join each other cheap; real chains have one or two links.
    private const int MaximumChain = 64;

    internal NamespaceSetting(Service service, string key, InterpolatedText text)
    {
        Service = service;
        Key = key;
        Text = text;
        string value = text.Text;
        int colon = value.IndexOf(':');
        string prefix = colon < 0 ? value : value.Substring(0, colon);
        Mode = prefix switch
        {
            "host" when colon < 0 => NamespaceMode.Host,
            "private" or "" when colon < 0 => NamespaceMode.Private,
            "bridge" when colon < 0 && key == "network_mode" => NamespaceMode.Private,
            "shareable" when colon < 0 => NamespaceMode.Shareable,
            "none" when colon < 0 => NamespaceMode.None,
            "service" when colon > 0 => NamespaceMode.Service,
            "container" when colon > 0 => NamespaceMode.Container,
            _ => NamespaceMode.Other,
        };
        TargetName = Mode is NamespaceMode.Service or NamespaceMode.Container ? value.Substring(colon + 1) : null;
    }

    /// <summary>The service that the key belongs to.</summary>
    public Service Service { get; }

    /// <summary>The key.</summary>
    public string Key { get; }

    /// <summary>The value.</summary>
    public InterpolatedText Text { get; }

    /// <summary>What the value asks for.</summary>
    public NamespaceMode Mode { get; }

    /// <summary>How sure the value is.</summary>
    public Certainty Certainty => Text.Certainty;

    /// <summary>Where the value is written.</summary>
    public SourceSpan Span => Text.Span;

    /// <summary>The service or container whose namespace is joined, or <c>null</c>.</summary>
    public string? TargetName { get; }

    /// <summary>
    /// The service of this file whose namespace is joined, or <c>null</c>. A container counts by its
    /// <c>container_name</c>.
    /// </summary>
    public Service? Target =>
        Mode switch
        {
            NamespaceMode.Service => Service.Model.FindService(TargetName!),
            NamespaceMode.Container => Service.Model.FindServiceByContainerName(TargetName!),
            _ => null,
        };

    /// <summary>
    /// The setting that decides after all joined services are followed: this one, or that of the last service in the
    /// chain; <c>null</c> where that has none, or the chain is a circle or has more than 64 links.
    /// </summary>
    public NamespaceSetting? Origin
    {
        get
        {
            NamespaceSetting current = this;
            var seen = new HashSet<Service> { Service };
            while (current.Mode is NamespaceMode.Service or NamespaceMode.Container)
            {
                Service? target = current.Target;
                if (target is null)
                {
                    return current;
                }

                if (!seen.Add(target) || seen.Count > MaximumChain || target.GetNamespace(Key) is not { } next)
                {
                    return null;
                }

                current = next;
            }

            return current;
        }
    }

    /// <summary>
    /// Whether the container lives in the host's namespace, by its own setting or that of a service it joins.
    /// </summary>
    public bool IsHost => Origin is { Mode: NamespaceMode.Host };

    /// <summary>Whether the values of this setting and of the one it leads to are known, at least by default.</summary>
    public bool IsCertain => Certainty != Certainty.Unknown && Origin is not { Certainty: Certainty.Unknown };

    /// <summary>The value.</summary>
    public override string ToString() => Text.Text;
}
