using System.Net;
using DockerfileLint.Syntax.Values;

namespace DockerfileLint.Semantics.Compose;

/// <summary>What entries of <c>ports</c> open on the host.</summary>
internal static class ServicePortExtensions
{
    /// <summary>
    /// The entries of <c>ports</c> that have an effect: a container in another network namespace than its own publishes
    /// nothing.
    /// </summary>
    internal static IEnumerable<ServicePort> GetPublishedPorts(this Service service) =>
        service.Network is not { } network
        || network.Mode.IsCertainly(mode => mode is NamespaceMode.Private or NamespaceMode.Other)
            ? service.OpenVariables != OpenVariables.Unknown
                ? service.Ports.Where(port => !LacksFront(port))
                : service.Ports
            : [];

    /// <summary>
    /// Whether the port is open on each address of the host. <c>false</c> where a variable decides that has no value
    /// here.
    /// </summary>
    internal static bool IsOnAllInterfaces(this ServicePort port)
    {
        if (port.HostAddress is { } address)
        {
            return address.TryGetValue(out string? text)
                && IPAddress.TryParse(Unbracket(text), out IPAddress? ip)
                && (ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any));
        }

        // In the short form a variable in front can bring an address along: PORT=127.0.0.1:8080.
        return port.Value is not ComposeScalar
            || (port.Published ?? port.Target) is not { } front
            || front.TryGetValue(out _);
    }

    /// <summary>Whether only programs of the host reach the port.</summary>
    internal static bool IsOnLoopback(this ServicePort port) =>
        port.HostAddress.TryGetValue(out string? address)
        && IPAddress.TryParse(Unbracket(address), out IPAddress? ip)
        && IPAddress.IsLoopback(ip);

    /// <summary>Whether the port is one of TCP.</summary>
    internal static bool IsTcp(this ServicePort port) =>
        port.Protocol is not { } protocol
        || protocol.IsCertainly(name => name.Equals("tcp", StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads a port or a range; <c>null</c> where there is none or it is not known.</summary>
    internal static PortRange? GetRange(this Fact<string>? ports) =>
        ports.TryGetValue(out string? text) ? PortRange.TryParse(text.Trim()) : null;

    /// <summary>The port in the short form.</summary>
    internal static string Describe(this ServicePort port)
    {
        if (port.Value is ComposeScalar scalar)
        {
            return scalar.Text.DisplayText;
        }

        string address = port.HostAddress?.DisplayText is { Length: > 0 } host ? host + ":" : "";
        string published = port.Published?.DisplayText is { Length: > 0 } outside ? outside + ":" : "";
        string protocol = port.Protocol?.DisplayText is { Length: > 0 } name ? "/" + name : "";
        return address + published + port.Target?.DisplayText + protocol;
    }

    // Whoever writes ${PORT}:80 sets the variable, so that what is published without it is nothing to speak of.
    private static bool LacksFront(ServicePort port) =>
        port.Value is ComposeScalar { Text.DisplayText: var text } && (text.Length == 0 || text[0] == ':');

    private static string Unbracket(string address) =>
        address.Length > 1 && address[0] == '[' && address[address.Length - 1] == ']'
            ? address.Substring(1, address.Length - 2)
            : address;
}
