using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Reliability;

[Rule("DC6006")]
internal sealed partial class DatabaseWithoutVolume : ComposeRule
{
    /// <summary>Where images look for what is run at the first start, and for settings.</summary>
    private static readonly string[] SetupFolders = ["/docker-entrypoint-initdb.d", "/etc"];

    private static readonly string[] SetupEndings =
    [
        ".conf",
        ".cnf",
        ".ini",
        ".sql",
        ".sh",
        ".js",
        ".yml",
        ".yaml",
        ".xml",
    ];

    public override void VisitService(Service service, ComposeRuleContext context)
    {
        if (
            service.IsComplete
            && DatabaseImage.Find(service) is { } database
            && service.Value.Find("volumes_from") is null
            && !service.Mounts.Any(MayHoldData)
            && !ServiceJobs.Of(context.Model).Contains(service)
        )
        {
            context.Report(service.NameSpan, Message(service: service.Name, path: database.DataPath));
        }
    }

    private static bool MayHoldData(Mount mount) =>
        mount.Target is not { } target
        || target.MayBe(path =>
            !Array.Exists(SetupFolders, folder => HostPaths.IsWithin(path, folder))
            && !Array.Exists(SetupEndings, ending => path.EndsWith(ending, StringComparison.Ordinal))
        );
}
