using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Privilege;

[Rule("DC3003")]
internal sealed partial class EscapeCapability : ComposeRule
{
    /// <summary>Those with which root of the container controls or reads the host.</summary>
    private static readonly string[] Capabilities = ["ALL", "SYS_ADMIN", "SYS_MODULE", "SYS_PTRACE", "SYS_RAWIO", "DAC_READ_SEARCH", "BPF", "SYS_BOOT", "MAC_ADMIN", "PERFMON"];

    public override void VisitService(Service service, ComposeRuleContext context)
    {
        foreach (Fact<string> capability in service.AddedCapabilities)
        {
            if (capability.Certainty != Certainty.Unknown && Array.IndexOf(Capabilities, capability.Value) >= 0)
            {
                context.Report(capability.Span, Message(service: service.Name, capability: capability.Value));
            }
        }
    }
}
