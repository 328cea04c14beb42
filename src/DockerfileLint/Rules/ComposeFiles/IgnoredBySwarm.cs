using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.ComposeFiles;

[Rule("DC1013")]
internal sealed partial class IgnoredBySwarm : ComposeRule
{
    private static readonly string[] Keys =
    [
        "build",
        "cgroup",
        "cgroup_parent",
        "container_name",
        "devices",
        "domainname",
        "expose",
        "external_links",
        "ipc",
        "links",
        "mac_address",
        "network_mode",
        "pid",
        "privileged",
        "restart",
        "security_opt",
        "shm_size",
        "userns_mode",
    ];

    public override void VisitService(Service service, ComposeRuleContext context)
    {
        if (context.Target != ComposeTarget.Swarm)
        {
            return;
        }

        foreach (string key in Keys)
        {
            if (service.Value.Find(key) is { } entry)
            {
                context.Report(entry.NameSpan, Message(key: key, service: service.Name));
            }
        }
    }
}
