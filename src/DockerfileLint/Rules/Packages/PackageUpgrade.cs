using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.Packages;

[Rule("DL5023")]
internal sealed partial class PackageUpgrade : DockerfileRule
{
    public override bool VisitsTriggers => true;

    public override IReadOnlyCollection<string> Programs =>
        ["apk", "apt", "apt-get", "aptitude", "dnf", "dnf5", "microdnf", "tdnf", "yum", "zypper"];

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        bool upgrades = command switch
        {
            {
                Name: "apt-get" or "apt" or "aptitude",
                Subcommand: "upgrade" or "dist-upgrade" or "full-upgrade" or "safe-upgrade"
            } => true,
            { Name: "apk", Subcommand: "upgrade" } => true,
            {
                Name: "yum" or "dnf" or "dnf5" or "microdnf" or "tdnf",
                Subcommand: "upgrade" or "update" or "distro-sync"
            } => true,
            { Name: "zypper", Subcommand: "update" or "up" or "dist-upgrade" or "dup" or "patch" } => true,
            _ => false,
        };

        // With names of packages it is those that are renewed.
        if (upgrades && command.Line.Operands.IsEmpty)
        {
            context.Report(command.FullSpan, Message(command: $"{command.Name} {command.Subcommand}"));
        }
    }
}
