using DockerfileLint.Syntax.Compose;

namespace DockerfileLint.Semantics.Compose;

/// <summary>Ports from a first to a last one, both included.</summary>
internal readonly record struct PortRange(int First, int Last)
{
    /// <summary>Whether a port lies in the range.</summary>
    internal bool Contains(int port) => First <= port && port <= Last;

    /// <summary>Reads a port or a range; <c>null</c> where there is none or it is not known.</summary>
    internal static PortRange? Create(Fact<string>? ports) =>
        ports is { Certainty: not Certainty.Unknown } && PortSpecification.TryGetRange(new SpecificationPart(ports.Value.Trim(), default), out int first, out int last) ? new PortRange(first, last) : null;
}
