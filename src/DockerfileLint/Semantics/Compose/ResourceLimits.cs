using System.Diagnostics.CodeAnalysis;

namespace DockerfileLint.Semantics.Compose;

/// <summary>
/// The limits that hold for a service's containers. A limit is <c>null</c> where nothing sets one, or what sets it
/// means "no limit".
/// </summary>
/// <param name="Memory">Bytes.</param>
/// <param name="Cpus">Number of CPUs.</param>
/// <param name="Pids">Number of processes and threads.</param>
[Experimental(ExperimentalApi.Id)]
public sealed record ResourceLimits(Fact<double>? Memory, Fact<double>? Cpus, Fact<double>? Pids);
