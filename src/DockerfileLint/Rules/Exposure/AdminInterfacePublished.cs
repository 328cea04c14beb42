using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Exposure;

[Rule("DC5015")]
internal sealed partial class AdminInterfacePublished : GrantRule
{
    /// <summary>Tools by the last segment of their images' repositories.</summary>
    private static readonly Dictionary<string, string> Tools = new(StringComparer.Ordinal)
    {
        ["adminer"] = "Adminer",
        ["akhq"] = "AKHQ",
        ["dozzle"] = "Dozzle",
        ["kafka-ui"] = "Kafka UI",
        ["mongo-express"] = "mongo-express",
        ["pgadmin4"] = "pgAdmin",
        ["phpmyadmin"] = "phpMyAdmin",
        ["phppgadmin"] = "phpPgAdmin",
        ["portainer"] = "Portainer",
        ["portainer-ce"] = "Portainer",
        ["portainer-ee"] = "Portainer",
        ["redis-commander"] = "Redis Commander",
        ["redisinsight"] = "RedisInsight",
    };

    public override void VisitService(Service service, ComposeRuleContext context)
    {
        // A swarm publishes on each address of its nodes and takes no other.
        if (
            context.Target == ComposeTarget.Swarm
            || service.Image?.Reference is not { } image
            || !Tools.TryGetValue(
                image.Repository.Substring(image.Repository.LastIndexOf('/') + 1),
                out string? software
            )
        )
        {
            return;
        }

        foreach (ServicePort port in service.GetPublishedPorts())
        {
            if (port.IsOnAllInterfaces())
            {
                context.Report(port.Span, Message(port: port.Describe(), service: service.Name, software: software));
            }
        }
    }
}
