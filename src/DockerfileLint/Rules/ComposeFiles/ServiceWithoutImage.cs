using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.ComposeFiles;

[Rule("DC1006")]
internal sealed partial class ServiceWithoutImage : ComposeRule
{
    /// <summary>Keys that add to a service and cannot make one.</summary>
    private static readonly string[] SupplementaryKeys =
    [
        "environment",
        "env_file",
        "labels",
        "depends_on",
        "logging",
        "profiles",
    ];

    public override void VisitService(Service service, ComposeRuleContext context)
    {
        ComposeMapping value = service.Value;
        bool hasImage =
            service.GetText("image") is not null
            || value.Find("build") is not null
            || value.Find("provider") is not null;

        // A file out of reach may supply it: one that is extended, included or lies below this one.
        bool mayBeSupplied =
            !service.IsRead || !service.IsResolved || !context.Model.IsComplete || context.Model.IsFragment;
        if (!hasImage && !mayBeSupplied && !IsSupplement(service))
        {
            context.Report(service.NameSpan, Message(service: service.Name));
        }
    }

    /// <summary>
    /// Whether the service looks like an addition to one that a platform puts beside the file: it only adds settings,
    /// and the file has complete services.
    /// </summary>
    private static bool IsSupplement(Service service) =>
        service.Value.Entries.Count > 0
        && service.Value.Entries.All(entry => Array.IndexOf(SupplementaryKeys, entry.Name) >= 0)
        && service.Model.Services.Any(other =>
            other.Value.Find("image") is not null || other.Value.Find("build") is not null
        );
}
