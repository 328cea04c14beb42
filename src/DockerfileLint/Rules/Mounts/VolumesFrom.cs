using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Mounts;

[Rule("DC2013")]
internal sealed partial class VolumesFrom : GrantRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        foreach (Fact<string> entry in service.GetTexts("volumes_from"))
        {
            context.Report(entry.Span, Message(service: service.Name, source: entry.DisplayText));
        }
    }
}
