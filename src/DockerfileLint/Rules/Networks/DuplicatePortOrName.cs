using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Syntax.Compose;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.Networks;

[Rule("DC1011")]
internal sealed partial class DuplicatePortOrName : ComposeRule
{
    public override void VisitProject(ComposeModel model, ComposeRuleContext context)
    {
        var names = new Dictionary<string, (Service Service, Fact<string> Name)>(StringComparer.Ordinal);
        var ports = new List<HostPort>();
        foreach (Service service in model.Services)
        {
            if (
                service.GetText("container_name") is { } name
                && name.TryGetValue(out string? container)
                && container.Length > 0
            )
            {
                if (!names.TryGetValue(container, out (Service Service, Fact<string> Name) other))
                {
                    names.Add(container, (service, name));
                }
                else if (CanRunTogether(other.Service, service))
                {
                    context.Report(
                        GetSpan(name.Span, other.Name.Span, service),
                        MessageName(service: service.Name, name: container, other: other.Service.Name),
                        related: [new RelatedLocation(other.Name.Span, "The first use of the name.")]
                    );
                }
            }

            AddPorts(service, ports);
        }

        Compare(ports, context);
    }

    private static void AddPorts(Service service, List<HostPort> ports)
    {
        if (
            service.Value.Find("ports") is null
            || service.GetText("network_mode").IsCertainly(mode => mode is "host" or "none")
        )
        {
            return;
        }

        foreach (ServicePort port in service.Ports)
        {
            if (
                port.Published is not { } published
                || !published.TryGetValue(out string? text)
                || !TryGetValue(port.HostAddress, ifNotSet: "", out string? address)
                || !TryGetValue(port.Protocol, ifNotSet: "tcp", out string? protocol)
                || !TryGetRange(text, out int first, out int last)
                || first == 0
                || (
                    first != last
                    && !port.Target.IsCertainly(target =>
                        TryGetRange(target, out int targetFirst, out int targetLast) && targetFirst != targetLast
                    )
                )
            )
            {
                // From a range for one port the engine takes a free one.
                continue;
            }

            ports.Add(new HostPort(service, port, published, address, protocol, first, last, ports.Count));
        }
    }

    private static void Compare(List<HostPort> ports, ComposeRuleContext context)
    {
        ports.Sort(
            (left, right) =>
                left.First != right.First ? left.First.CompareTo(right.First) : left.Order.CompareTo(right.Order)
        );
        var active = new List<HostPort>();
        foreach (HostPort port in ports)
        {
            active.RemoveAll(other => other.Last < port.First);
            if (active.Find(other => Collides(other, port)) is { } found)
            {
                (HostPort earlier, HostPort later) = found.Order < port.Order ? (found, port) : (port, found);
                ImmutableArray<RelatedLocation> related =
                [
                    new RelatedLocation(earlier.Published.Span, "The first use of the port."),
                ];
                context.Report(
                    GetSpan(later.Published.Span, earlier.Published.Span, later.Service),
                    earlier.Service == later.Service
                        ? MessageSameService(service: later.Service.Name, port: later.Published.DisplayText)
                        : Message(
                            service: later.Service.Name,
                            port: later.Published.DisplayText,
                            other: earlier.Service.Name
                        ),
                    related: related
                );
            }

            if (active.Count < AnalysisBudget.MaxComparedPorts)
            {
                active.Add(port);
            }
        }
    }

    private static bool Collides(HostPort left, HostPort right) =>
        string.Equals(left.Protocol, right.Protocol, StringComparison.OrdinalIgnoreCase)
        && AddressesMeet(left.Address, right.Address)
        && (
            left.Service == right.Service
                ? !AreSame(left.Port.Target, right.Port.Target)
                : CanRunTogether(left.Service, right.Service)
        );

    private static bool AddressesMeet(string left, string right) =>
        left == right
        || left.Length == 0
        || right.Length == 0
        || (left == "0.0.0.0" && right.IndexOf(':') < 0)
        || (right == "0.0.0.0" && left.IndexOf(':') < 0)
        || (left == "::" && right.IndexOf(':') >= 0)
        || (right == "::" && left.IndexOf(':') >= 0);

    /// <summary>
    /// Whether two services start together: both always, or by a profile that they share. Services of different
    /// profiles are often alternatives.
    /// </summary>
    private static bool CanRunTogether(Service left, Service right)
    {
        // Two that are written alike are the same, whatever their variables hold.
        var profiles = new HashSet<string>(
            left.GetTexts("profiles").Select(profile => profile.DisplayText),
            StringComparer.Ordinal
        );
        List<Fact<string>> others = [.. right.GetTexts("profiles")];
        return profiles.Count == 0
            ? others.Count == 0
            : others.Exists(profile => profiles.Contains(profile.DisplayText));
    }

    private static bool AreSame(Fact<string>? left, Fact<string>? right) =>
        left is { } set ? right is { } other && set.IsSameAs(other) : right is null;

    /// <summary>Gets a value, or another one where nothing sets it; <c>false</c> where it is not known.</summary>
    private static bool TryGetValue(Fact<string>? fact, string ifNotSet, [NotNullWhen(true)] out string? value)
    {
        value = ifNotSet;
        return fact is not { } set || set.TryGetValue(out value);
    }

    /// <summary>
    /// An anchor may give two services the same text; then the finding belongs to the second service.
    /// </summary>
    private static SourceSpan GetSpan(SourceSpan span, SourceSpan other, Service service) =>
        span == other ? service.NameSpan : span;

    private static bool TryGetRange(string text, out int first, out int last) =>
        PortSpecification.TryGetRange(new SpecificationPart(text, default), out first, out last);

    private sealed record HostPort(
        Service Service,
        ServicePort Port,
        Fact<string> Published,
        string Address,
        string Protocol,
        int First,
        int Last,
        int Order
    );
}
