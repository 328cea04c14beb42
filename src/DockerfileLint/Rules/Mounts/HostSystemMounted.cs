using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Mounts;

[Rule("DC2008")]
internal sealed partial class HostSystemMounted : GrantRule
{
    /// <summary>Programs that keep a folder which has another name.</summary>
    private static readonly (string Folder, string Program)[] Programs =
    [
        ("dnsmasq.d", "dnsmasq"),
        ("dnsmasq.d", "pihole"),
        ("letsencrypt", "certbot"),
        ("letsencrypt", "swag"),
    ];

    public override void VisitService(Service service, ComposeRuleContext context)
    {
        foreach (Mount mount in service.Mounts)
        {
            bool isReadOnly = mount.IsReadOnly.IsCertainly(true);
            if (
                mount.Source is not { } source
                || !mount.HostPath.TryGetValue(out string? path)
                || HostPaths.IsEngineSocket(path)
                || HostPaths.IsServiceSocket(path)
                || IsOwn(service, path)
                || !(HostPaths.IsSystem(path, isReadOnly) || (HasVolume(mount) && HostDevices.IsEscape(path)))
            )
            {
                continue;
            }

            if (HostPaths.IsClock(path))
            {
                context.Report(source.Span, MessageClock(service: service.Name, path: path), ClockTier);
                continue;
            }

            DiagnosticMessage message = mount.VolumeDefinition?.Value is ComposeMapping volume
                ? VolumeOptions.IsBind(volume)
                    ? MessageVolume(service: service.Name, path: path, volume: source.DisplayText)
                    : MessageOptions(service: service.Name, path: path, volume: source.DisplayText)
                : isReadOnly
                    ? MessageReadOnly(service: service.Name, path: path)
                    : Message(service: service.Name, path: path);
            context.Report(source.Span, message, isReadOnly ? ReadOnlyTier : null);
        }

        foreach (ComposeFileSource file in ComposeFileSource.Read(service))
        {
            if (
                file.HostPath.TryGetValue(out string? path)
                && HostPaths.IsSystem(path, isReadOnly: true)
                && !HostPaths.IsEngineSocket(path)
                && !HostPaths.IsServiceSocket(path)
            )
            {
                context.Report(file.Path.Span, MessageReadOnly(service: service.Name, path: path), ReadOnlyTier);
            }
        }
    }

    /// <summary>Whether the folder is kept for the service, as its name or its image says.</summary>
    internal static bool IsOwn(Service service, string path) =>
        HostPaths.FindOwner(path) is { Length: > 2 } owner
        && (
            NamesOwner(service.Name, owner)
            || (service.Image?.Reference is { } image && NamesOwner(image.Repository, owner))
            || (service.GetText("container_name").TryGetValue(out string? name) && NamesOwner(name, owner))
        );

    // Pi-hole's image is pihole/pihole, that of /etc/wireguard linuxserver/wireguard.
    private static bool NamesOwner(string name, string owner) =>
        Mentions(name, owner) || Array.Exists(Programs, one => one.Folder == owner && Mentions(name, one.Program));

    private static bool Mentions(string name, string owner) =>
        name.Replace("-", "").IndexOf(owner.Replace("-", ""), StringComparison.OrdinalIgnoreCase) >= 0;

    private static bool HasVolume(Mount mount) => mount.VolumeDefinition is not null;
}
