using DockerfileLint.Diagnostics;
using DockerfileLint.Rules.Secrets;
using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Syntax.Compose;
using DockerfileLint.Syntax.Values;
using Microsoft.CodeAnalysis;

namespace DockerfileLint.Analyzers;

/// <summary>
/// Holds the settings of a container against the rules, whatever library they are written for. The place is the
/// operation that gives the value.
/// </summary>
internal sealed class ContainerSettings(FindingSink sink)
{
    private const string Host = "host";

    private readonly FindingSink _sink = sink;

    internal void JudgePrivileged(IOperation place) =>
        _sink.Report(place, RuleDescriptors.Privileged, "The container is privileged.");

    /// <summary>The namespace that a rule is about.</summary>
    internal void JudgeNamespace(IOperation place, RuleDescriptor rule, string mode)
    {
        if (mode == Host)
        {
            _sink.Report(place, rule, $"The container uses the host's {GetName(rule)}.");
        }
    }

    /// <summary>A folder or file of the host that the container gets.</summary>
    /// <param name="place">Where the path is given.</param>
    /// <param name="source">The path on the host.</param>
    /// <param name="isReadOnly">Whether the container cannot write there, or <c>null</c> where nobody knows.</param>
    internal void JudgeBindMount(IOperation place, string source, bool? isReadOnly)
    {
        string path = Mount.CleanPath(source.Replace('\\', '/'));
        // What may be read only is at least read.
        bool canWrite = isReadOnly == false;
        string verb = canWrite ? "write to" : "read";
        if (HostPaths.IsEngineSocket(path))
        {
            _sink.Report(
                place,
                RuleDescriptors.EngineSocketMounted,
                $"The container gets the engine's socket: '{source}'."
            );
        }
        else if (HostPaths.IsServiceSocket(path))
        {
            _sink.Report(
                place,
                RuleDescriptors.HostServiceSocket,
                $"The container gets the socket of a service of the host: '{source}'."
            );
        }
        else if (HostPaths.IsCredentials(path))
        {
            _sink.Report(
                place,
                RuleDescriptors.HostDataMounted,
                $"The container gets credentials of the host: '{source}'.",
                canWrite ? null : "read-only"
            );
        }
        else if (HostPaths.IsData(path))
        {
            _sink.Report(
                place,
                RuleDescriptors.HostDataMounted,
                $"The container can {verb} a whole data folder of the host: '{source}'.",
                canWrite ? null : "read-only"
            );
        }
        else if (HostPaths.IsSystem(path, !canWrite) && HostPaths.FindOwner(path) is null)
        {
            _sink.Report(
                place,
                RuleDescriptors.HostSystemMounted,
                $"The container can {verb} a system directory of the host: '{source}'.",
                HostPaths.IsClock(path) ? "clock"
                    : canWrite ? null
                    : "read-only"
            );
        }
    }

    /// <summary>A volume in short form, such as <c>/data:/data:ro</c>.</summary>
    internal void JudgeVolume(IOperation place, string specification)
    {
        var volume = VolumeSpecification.Parse(ToSlashes(specification));
        if (volume.IsBind)
        {
            JudgeBindMount(place, volume.Source.Text, volume.Options.Any(option => option.Text is "ro" or "readonly"));
        }
    }

    /// <summary>A capability that is added.</summary>
    /// <param name="place">Where it is given.</param>
    /// <param name="written">Its name as it is written.</param>
    /// <param name="usesHostPid">Whether the container is known to use the host's PID namespace.</param>
    /// <param name="usesHostNetwork">Whether it is known to use the host's network.</param>
    internal void JudgeCapability(IOperation place, string written, bool usesHostPid, bool usesHostNetwork)
    {
        string name = Capabilities.Normalize(written);
        bool isContained = (name == "SYS_PTRACE" && !usesHostPid) || (name == "NET_ADMIN" && !usesHostNetwork);
        string? tier = isContained ? "contained" : null;
        switch (Capabilities.GetDanger(name))
        {
            case CapabilityDanger.Escape:
                _sink.Report(
                    place,
                    RuleDescriptors.EscapeCapability,
                    tier is null
                        ? $"The container gets '{written}', which leads out of it."
                        : $"The container gets '{written}', so its processes can trace each other.",
                    tier
                );
                break;
            case CapabilityDanger.Reach:
                _sink.Report(
                    place,
                    RuleDescriptors.RiskyCapability,
                    tier is null
                        ? $"The container gets '{written}', which reaches beyond it."
                        : $"The container gets '{written}', which controls its network.",
                    tier
                );
                break;
        }
    }

    internal void JudgeSecurityOption(IOperation place, string written)
    {
        switch (SecurityOption.Parse(written))
        {
            case { Name: "seccomp", Value: "unconfined" }:
                Report(RuleDescriptors.SeccompUnconfined, "without a seccomp filter");
                break;
            case { Name: "apparmor", Value: "unconfined" }:
                Report(RuleDescriptors.ApparmorUnconfined, "without an AppArmor profile");
                break;
            case { Name: "label", Value: "disable" or "type:spc_t" or "type=spc_t" }:
                Report(RuleDescriptors.SelinuxDisabled, "without SELinux separation");
                break;
            case { Name: "systempaths", Value: "unconfined" }:
                Report(RuleDescriptors.UnmaskedSystemPaths, "with all of /proc and /sys");
                break;
        }

        void Report(RuleDescriptor rule, string how) =>
            _sink.Report(place, rule, $"The container runs {how}: '{written}'.");
    }

    /// <summary>A device in short form, such as <c>/dev/sda:/dev/xvda:r</c>.</summary>
    internal void JudgeDevice(IOperation place, string written)
    {
        int colon = written.IndexOf(':');
        string path = Mount.CleanPath(colon < 0 ? written : written.Substring(0, colon));
        if (HostDevices.IsEscape(path))
        {
            _sink.Report(
                place,
                RuleDescriptors.EscapeDevice,
                $"The container gets raw access to the host through '{path}'."
            );
        }
        else if (HostDevices.IsSignificant(path))
        {
            _sink.Report(place, RuleDescriptors.HostDevice, $"The container gets the host's device '{path}'.");
        }
    }

    internal void JudgeUser(IOperation place, string user)
    {
        if (UserSpecification.Parse(user).IsRoot)
        {
            _sink.Report(place, RuleDescriptors.UserIsRoot, $"The container runs as root: '{user}'.");
        }
    }

    /// <summary>A variable and its value in one text, such as <c>NAME=value</c>.</summary>
    internal void JudgeVariable(IOperation place, string written)
    {
        int equals = written.IndexOf('=');
        if (equals > 0)
        {
            JudgeVariable(place, written.Substring(0, equals), written.Substring(equals + 1));
        }
    }

    internal void JudgeVariable(IOperation place, string name, string value)
    {
        if (JudgeCredential(place, value))
        {
            return;
        }

        if (SecretVariable.IsSecret(name, value))
        {
            _sink.Report(
                place,
                RuleDescriptors.SecretInEnvironment,
                $"The secret '{name}' is set to a value in plain text."
            );
        }
    }

    /// <summary>Whether a value is a credential by its form, which is reported then.</summary>
    internal bool JudgeCredential(IOperation place, string value)
    {
        if (CredentialShapes.Find(value.AsSpan()) is not { } credential)
        {
            return false;
        }

        _sink.Report(
            place,
            RuleDescriptors.ComposeSecretValue,
            $"The code contains a credential: '{credential.Kind}'.",
            credential.Kind == CredentialShapes.UrlKind ? "url" : null
        );
        return true;
    }

    /// <summary>A port in short form, such as <c>127.0.0.1:8080:80/tcp</c>.</summary>
    internal void JudgePort(IOperation place, string written)
    {
        var port = PortSpecification.Parse(written);
        if (!port.Protocol.IsEmpty && port.Protocol.Text != "tcp")
        {
            return;
        }

        JudgePort(
            place,
            port.HostAddress.Text,
            port.Published.IsEmpty ? null : PortRange.TryParse(port.Published.Text),
            PortRange.TryParse(port.Target.Text)
        );
    }

    /// <summary>A port for TCP of the container that the host publishes.</summary>
    internal void JudgePort(IOperation place, string? address, PortRange? published, PortRange? target)
    {
        if (address is not (null or "" or "0.0.0.0" or "::"))
        {
            return;
        }

        if (target?.Contains(KnownPorts.Ssh) == true || published?.Contains(KnownPorts.Ssh) == true)
        {
            _sink.Report(
                place,
                RuleDescriptors.SshPortPublished,
                "The SSH port of the container is published on every address of the host."
            );
        }
        else if (target is { } range && KnownPorts.FindAdminService(range.First, range.Last) is { } software)
        {
            _sink.Report(
                place,
                RuleDescriptors.AdminPortPublished,
                $"The port of {software} is published on every address of the host."
            );
        }
    }

    // The engine takes both slashes; what splits a specification knows one.
    private static string ToSlashes(string specification) =>
        specification.StartsWith(@"\\.\pipe\", StringComparison.Ordinal)
            ? specification.Replace('\\', '/')
            : specification;

    private static string GetName(RuleDescriptor rule) =>
        rule.Id switch
        {
            "DC2001" => "PID namespace",
            "DC2002" => "IPC namespace",
            "DC2003" => "network",
            "DC2004" => "UTS namespace",
            "DC2005" => "user namespace",
            _ => "cgroup namespace",
        };
}
