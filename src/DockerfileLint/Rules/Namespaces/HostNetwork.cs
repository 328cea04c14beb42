using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.Namespaces;

[Rule("DC2003")]
internal sealed partial class HostNetwork : GrantRule
{
    private const string HostName = "host";
    private const string DefaultName = "default";

    public override void VisitService(Service service, ComposeRuleContext context)
    {
        if (service.Network is { } setting)
        {
            if (setting.IsHost.IsCertainly(true))
            {
                context.Report(
                    setting.Span,
                    setting.TargetName is { } target
                        ? MessageJoined(service: service.Name, target: target.DisplayText)
                        : Message(service: service.Name)
                );
            }

            return;
        }

        bool hasNetworks = false;
        foreach (ComposeEntry network in GetNetworks(service))
        {
            hasNetworks = true;
            Check(network.Name, network.NameSpan, service, context);
        }

        if (!hasNetworks && service.FindDefinition("networks", DefaultName) is { } implied)
        {
            Check(DefaultName, implied.NameSpan, service, context);
        }
    }

    private static void Check(string name, SourceSpan span, Service service, ComposeRuleContext context)
    {
        if (service.FindDefinition("networks", name)?.Value is ComposeMapping definition && IsHost(name, definition))
        {
            context.Report(span, MessageExternal(service: service.Name, network: name));
        }
    }

    private static IEnumerable<ComposeEntry> GetNetworks(Service service) =>
        ComposeKeyValue.ReadEntries(service.Value.FindPath("networks"));

    private static bool IsHost(string name, ComposeMapping definition)
    {
        ComposeMapping? legacy = definition.GetMapping("external");
        bool isExternal = legacy is not null || Facts.GetBoolean(definition, "external").IsCertainly(true);
        return isExternal
            && (
                (Facts.GetText(definition, "name") ?? Facts.GetText(legacy, "name")) is { } actual
                    ? actual.IsCertainly(HostName)
                    : name == HostName
            );
    }
}
