using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Mounts;

[Rule("DC2009")]
internal sealed partial class EngineSocketMounted : ComposeRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        foreach (Mount mount in service.Mounts)
        {
            if (mount is { HostPath: { } path, Source: { } source } && HostPaths.IsEngineSocket(path.Value))
            {
                context.Report(source.Span, Message(service: service.Name, socket: path.Value));
            }
        }
    }
}
