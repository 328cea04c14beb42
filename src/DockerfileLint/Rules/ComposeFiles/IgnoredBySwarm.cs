using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.ComposeFiles;

[Rule("DC1013")]
internal sealed partial class IgnoredBySwarm : ComposeRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        if (context.Target != ComposeTarget.Swarm)
        {
            return;
        }

        foreach (string key in SwarmKeys.Ignored)
        {
            if (service.Value.Find(key) is { } entry)
            {
                context.Report(entry.NameSpan, Message(key: key, service: service.Name));
            }
        }
    }
}
