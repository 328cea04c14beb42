using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Exposure;

[Rule("DC5004")]
internal sealed partial class SshPortPublished : GrantRule
{
    /// <summary>Parts of the names of images that serve files or repositories over SSH and give no shell.</summary>
    private static readonly string[] FileServers =
    [
        "gitea",
        "gitlab",
        "forgejo",
        "gogs",
        "sftp",
        "soft-serve",
        "gerrit",
        "onedev",
        "phabricator",
        "gitbucket",
        "borg",
    ];

    public override void VisitService(Service service, ComposeRuleContext context)
    {
        if (
            service.Image is { Reference: { } image }
            && Array.Exists(
                FileServers,
                server => image.Repository.IndexOf(server, StringComparison.OrdinalIgnoreCase) >= 0
            )
        )
        {
            return;
        }

        foreach (ServicePort port in service.GetPublishedPorts())
        {
            if (port.IsTcp() && !port.IsOnLoopback() && (IsSsh(port.Target) || IsSsh(port.Published)))
            {
                context.Report(port.Span, Message(service: service.Name, port: port.Describe()));
            }
        }
    }

    private static bool IsSsh(Fact<string>? ports) => ports.GetRange() is { } range && range.Contains(KnownPorts.Ssh);
}
