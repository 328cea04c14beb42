using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Limits;

[Rule("DC4008")]
internal sealed partial class LimitBelowReservation : ComposeRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        ResourceLimits limits = service.GetLimits(context.Target);
        ResourceReservations reservations = ResourceReservations.Read(service, context.Target);
        if (IsBelow(limits.Memory, reservations.Memory))
        {
            context.Report(limits.Memory!.Value.Span, Message(service: service.Name));
        }

        if (IsBelow(limits.Cpus, reservations.Cpus))
        {
            context.Report(limits.Cpus!.Value.Span, MessageCpus(service: service.Name), CpusTier);
        }
    }

    private static bool IsBelow(Fact<double>? limit, Fact<double>? reservation) =>
        limit.TryGetValue(out double most) && reservation.TryGetValue(out double least) && most < least;
}
