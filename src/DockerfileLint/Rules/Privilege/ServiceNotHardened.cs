using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Privilege;

/// <summary>What a service lacks of all that most services can do with, in one finding.</summary>
[Rule("DC3020")]
internal sealed partial class ServiceNotHardened : ComposeRule
{
    private const string Separator = ", ";

    public override void VisitService(Service service, ComposeRuleContext context)
    {
        if (!service.IsComplete)
        {
            return;
        }

        var missing = new List<string>();
        var lines = new List<string>();
        if (CapabilitiesNotDropped.KeepsCapabilities(service))
        {
            missing.Add("cap_drop: ALL");
            lines.Add("cap_drop: [ALL]");
        }

        if (NewPrivilegesAllowed.AllowsNewPrivileges(service, context.Target))
        {
            missing.Add("no-new-privileges");
            lines.Add("security_opt: [no-new-privileges:true]");
        }

        AddLimits(service.GetLimits(context.Target), context.Target, missing, lines);
        if (missing.Count > 0)
        {
            context.Report(
                service.NameSpan,
                Message(
                    service: service.Name,
                    missing: string.Join(Separator, missing),
                    lines: string.Join(Separator, lines)
                )
            );
        }
    }

    private static void AddLimits(ResourceLimits limits, ComposeTarget target, List<string> missing, List<string> lines)
    {
        bool isSwarm = target == ComposeTarget.Swarm;
        var below = new List<string>();
        Add(limits.Memory, isSwarm ? "memory" : "mem_limit", "512m");
        Add(limits.Cpus, "cpus", isSwarm ? "'1'" : "1");
        Add(limits.Pids, isSwarm ? "pids" : "pids_limit", "200");
        if (below.Count > 0)
        {
            string all = string.Join(Separator, below);
            lines.Add(isSwarm ? $"deploy: {{resources: {{limits: {{{all}}}}}}}" : all);
        }

        void Add(object? limit, string key, string example)
        {
            if (limit is null)
            {
                missing.Add(isSwarm ? "limits." + key : key);
                below.Add($"{key}: {example}");
            }
        }
    }
}
