using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Limits;

[Rule("DC4001", Resource.Memory)]
[Rule("DC4002", Resource.Cpu)]
[Rule("DC4003", Resource.Pids)]
[Rule("DC4004", Resource.BlockIo)]
internal sealed partial class NoLimit(Resource resource) : ComposeRule
{
    private readonly Resource _resource = resource;

    public override void VisitService(Service service, ComposeRuleContext context)
    {
        if (service.IsComplete && !IsLimited(service, context.Target))
        {
            context.Report(service.NameSpan, Message(service: service.Name));
        }
    }

    private bool IsLimited(Service service, ComposeTarget target) =>
        _resource switch
        {
            Resource.Memory => service.GetLimits(target).Memory is not null,
            Resource.Cpu => service.GetLimits(target).Cpus is not null,
            Resource.Pids => service.GetLimits(target).Pids is not null,
            _ => BlockIoLimits.AreSet(service),
        };
}

/// <summary>What containers share of their host.</summary>
internal enum Resource
{
    Memory,
    Cpu,
    Pids,
    BlockIo,
}
