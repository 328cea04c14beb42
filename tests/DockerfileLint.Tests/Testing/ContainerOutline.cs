using System.Globalization;
using System.Text;
using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Projects;

namespace DockerfileLint.Tests.Testing;

/// <summary>
/// What really runs for each service, as text: a line a property, with its certainty and the places that decide it.
/// </summary>
internal static class ContainerOutline
{
    internal static string Write(ProjectModel project)
    {
        var text = new StringBuilder();
        foreach (EffectiveContainer container in project.Containers)
        {
            Write(container, text);
        }

        return text.ToString();
    }

    private static void Write(EffectiveContainer container, StringBuilder text)
    {
        text.Append(CultureInfo.InvariantCulture, $"== {container.Name}\n");
        string image = container.Image.ToString();
        string build = container.Image.Build is { } built
            ? $" [{built.File}, stage {built.Stage?.DisplayName ?? "?"}]"
            : "";
        string builder = container.Image.Builder is { } other ? $" by {other.Name}" : "";
        Line("image", image + build + builder);
        Add("user", container.User.Value);
        Add("root", container.User.IsRoot);
        Line("drops root by", container.User.DropsBy ?? "");
        foreach (ContainerNamespace one in container.Namespaces)
        {
            string joined = one.JoinedBy.IsEmpty ? "" : $", joined by {string.Join(", ", one.JoinedBy)}";
            Line($"{one.Kind} namespace", $"{one}{joined}{Places(one.Owner)}");
        }

        ContainerLimits limits = container.Limits;
        Add("memory", limits.Memory);
        Add("memory reservation", limits.MemoryReservation);
        Add("swap", limits.Swap);
        Add("CPUs", limits.Cpus);
        Add("processes", limits.Pids);
        Add("block I/O", limits.BlockIo);
        ContainerConfinement confinement = container.Confinement;
        Add("privileged", confinement.Privileged);
        Add("read-only", confinement.ReadOnlyRoot);
        Add("no new privileges", confinement.NoNewPrivileges);
        Add("system paths hidden", confinement.HidesSystemPaths);
        Add("seccomp", confinement.Seccomp);
        Add("AppArmor", confinement.AppArmor);
        Add("SELinux", confinement.Selinux);
        ContainerCapabilities capabilities = container.Capabilities;
        Line("capabilities granted", capabilities.AreAll ? "all" : Join(capabilities.Granted));
        Line("capabilities effective", capabilities.AreAll ? "" : Join(capabilities.Effective));
        List("devices", container.Devices.Select(device => device.Source.GetValueOrDefault().DisplayText));
        List("engine sockets", container.EngineSockets.Select(socket => socket.DisplayText + Places(socket)));
        List(
            "host mounts",
            container.HostMounts.Select(mount => mount.Mount.HostPath!.Value.DisplayText + Places(mount.Steps))
        );
        List("ports", container.PublishedPorts.Select(port => port.Span.GetText()));
        List("secrets", container.Secrets.Select(secret => secret.DisplayText));
        List("exposed", container.ExposedPorts.Select(port => port + Places(port)));
        List("volumes", container.ImageVolumes.Select(volume => volume + Places(volume)));
        Add("health check", container.Healthcheck);
        Add("entry point", container.Entrypoint);
        Add("command", container.Command);
        Add("directory", container.WorkingDirectory);
        Add("stop signal", container.StopSignal);
        foreach ((string name, EffectiveFact<string> value) in container.Environment)
        {
            Add($"${name}", value);
        }

        void Add<T>(string name, EffectiveFact<T> fact) =>
            Line(
                name,
                (fact.Certainty == Certainty.Unknown ? $"unknown {fact.DisplayText}".TrimEnd() : fact.DisplayText)
                    + (fact.Certainty == Certainty.Default ? " (default)" : "")
                    + Places(fact)
            );

        void List(string name, IEnumerable<string> values) => Line(name, string.Join(" | ", values));

        // What nothing sets, and nobody asks about, says nothing in a golden text.
        void Line(string name, string value)
        {
            if (value.Length > 0 && value is not ("False" or "unknown" or "Default"))
            {
                text.Append(CultureInfo.InvariantCulture, $"{name}: {value}\n");
            }
        }
    }

    private static string Join(EffectiveFact<System.Collections.Immutable.ImmutableArray<string>> names) =>
        names.TryGetValue(out var known) ? (known.IsEmpty ? "none" : string.Join(" ", known)) : "unknown";

    private static string Places<T>(EffectiveFact<T> fact) => fact.IsSet ? Places(fact.Steps) : "";

    private static string Places(IEnumerable<FactStep> steps) =>
        " <- " + string.Join(" <- ", steps.Skip(1).Reverse().Select(step => step.Span.ToString()));
}
