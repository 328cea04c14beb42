using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Mounts;

[Rule("DC2017")]
internal sealed partial class EngineOverTcp : GrantRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        if (service.GetKeyValues("environment").Any(entry => entry.Name is "DOCKER_TLS_VERIFY" or "DOCKER_TLS"))
        {
            return;
        }

        foreach (ComposeKeyValue entry in service.GetAllEnvironment())
        {
            if (
                EngineAddress.IsVariable(entry.Name)
                && entry.Text is { } text
                && text.TryGetValue(out string? address)
                && EngineAddress.FindPlainHost(address) is { } host
                && !IsOwn(host, service)
            )
            {
                context.Report(text.Span, Message(service: service.Name, address: address));
            }
        }
    }

    // An engine or a proxy that the project runs itself is no power over the host by that.
    private static bool IsOwn(string host, Service service) =>
        (host is "localhost" or "127.0.0.1" or "[::1]" && service.Network?.IsHost.IsCertainly(true) != true)
        || ServiceHostNames.Of(service.Model).Contains(host);
}
