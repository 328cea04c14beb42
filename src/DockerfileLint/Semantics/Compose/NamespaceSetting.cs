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

    /// <summary>Something else, such as the name of a network.</summary>
    Other,
}

/// <summary>A key such as <c>pid</c>, <c>ipc</c> or <c>network_mode</c> of a service.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed class NamespaceSetting
{
    internal NamespaceSetting(Service service, string key, InterpolatedText text)
    {
        Service = service;
        Key = key;
        Text = text;

        // What is joined may be unknown while it is known that something is.
        int colon = text.DisplayText.IndexOf(':');
        Fact<string> prefix = colon < 0 ? text.Whole : text.GetPart(new TextSpan(0, colon));
        Mode = prefix.Select(word => GetMode(word, isAlone: colon < 0));
        TargetName = Mode.IsCertainly(IsJoining)
            ? text.GetPart(TextSpan.FromBounds(colon + 1, text.DisplayText.Length))
            : null;
    }

    /// <summary>The service that the key belongs to.</summary>
    public Service Service { get; }

    /// <summary>The key.</summary>
    public string Key { get; }

    /// <summary>The value.</summary>
    public InterpolatedText Text { get; }

    /// <summary>What the value asks for.</summary>
    public Fact<NamespaceMode> Mode { get; }

    /// <summary>Where the value is written.</summary>
    public SourceSpan Span => Text.Span;

    /// <summary>The service or container whose namespace is joined, or <c>null</c>.</summary>
    public Fact<string>? TargetName { get; }

    /// <summary>
    /// The service of this file whose namespace is joined, or <c>null</c>. A container counts by its
    /// <c>container_name</c>.
    /// </summary>
    public Service? Target =>
        !TargetName.TryGetValue(out string? name) ? null
        : Mode.IsCertainly(NamespaceMode.Service) ? Service.Model.FindService(name)
        : Service.Model.FindServiceByContainerName(name);

    /// <summary>
    /// The setting that decides after all joined services are followed: this one, or that of the last service in the
    /// chain; <c>null</c> where that has none, or the chain is a circle or has more than 64 links.
    /// </summary>
    public NamespaceSetting? Origin
    {
        get
        {
            NamespaceSetting current = this;
            var seen = new HashSet<string>(StringComparer.Ordinal) { Service.Name };
            while (current.TargetName is not null)
            {
                Service? target = current.Target;
                if (target is null)
                {
                    return current;
                }

                OpenVariables open = Service.OpenVariables;
                target = open == OpenVariables.Unknown ? target : target.With(open) ?? target;

                if (
                    !seen.Add(target.Name)
                    || seen.Count > AnalysisBudget.MaxNamespaceChain
                    || target.GetNamespace(Key) is not { } next
                )
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
    public Fact<bool> IsHost =>
        Origin is { } origin
            ? Text.Whole.Combine(origin.Text.Whole, (_, _) => origin.Mode.IsCertainly(NamespaceMode.Host))
            : Text.Whole.As(false);

    /// <summary>The value as far as it is known.</summary>
    public override string ToString() => Text.DisplayText;

    private static bool IsJoining(NamespaceMode mode) => mode is NamespaceMode.Service or NamespaceMode.Container;

    private NamespaceMode GetMode(string word, bool isAlone) =>
        word switch
        {
            "host" when isAlone => NamespaceMode.Host,
            "private" or "" when isAlone => NamespaceMode.Private,
            "bridge" when isAlone && Key == "network_mode" => NamespaceMode.Private,
            "shareable" when isAlone => NamespaceMode.Shareable,
            "none" when isAlone => NamespaceMode.None,
            "service" when !isAlone => NamespaceMode.Service,
            "container" when !isAlone => NamespaceMode.Container,
            _ => NamespaceMode.Other,
        };
}
