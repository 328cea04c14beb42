using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.Packages;

[Rule("DL3019")]
internal sealed partial class ApkCacheKept : DockerfileRule
{
    private const string Cache = "/var/cache/apk";

    public override bool VisitsTriggers => true;

    public override IReadOnlyCollection<string> Programs => ["apk"];

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        if (
            command.Subcommand == "add"
            && !command.Line.HasOption("--no-cache")
            && context.IsShipped(command.Instruction)
            && !IsCleaned(command)
        )
        {
            context.Report(command.SubcommandSpan, Message(command: "apk add"));
        }
    }

    /// <summary>Whether the cache goes away in another way, or nobody knows the options.</summary>
    private static bool IsCleaned(RunCommand command) =>
        command.HasUnknownArgument()
        || command.Line.FindOption("--cache")?.Value == "no"
        || command.HasMountOn(Cache)
        || command.HasMountOn("/etc/apk/cache")
        || KeptFiles.AreDeletedAfter(command, Cache);
}
