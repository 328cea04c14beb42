using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Packages;

[Rule("DL5022")]
internal sealed partial class UpdateWithoutInstall : DockerfileRule
{
    /// <summary>Subcommands that do not use the lists.</summary>
    private static readonly HashSet<string> Others = new(StringComparer.Ordinal) { "update", "clean", "autoclean", "autoremove", "remove", "purge", "check", "makecache", "refresh", "cache", "del" };

    public override bool VisitsTriggers => true;

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        bool fetchesLists = command switch
        {
            { Name: "apt-get" or "apt" or "aptitude" or "apk", Subcommand: "update" } => true,
            { Name: "zypper", Subcommand: "refresh" or "ref" } => true,
            _ => false,
        };
        bool upgrades = command is { Name: "yum" or "dnf" or "microdnf", Subcommand: "update" } or { Name: "zypper", Subcommand: "update" or "up" } && command.Line.Operands.IsEmpty;
        if ((!fetchesLists && !upgrades) || IsConsumed(command))
        {
            return;
        }

        string written = $"{command.Name} {command.Subcommand}";
        if (fetchesLists)
        {
            context.Report(command.FullSpan, Message(command: written));
        }
        else if (context.Stage is { } stage && IsFollowedByInstall(command, stage, context.Model))
        {
            context.Report(command.FullSpan, MessageUpgrade(command: written), UpgradeTier);
        }
    }

    /// <summary>Whether something that the same step runs later uses the lists, or may: a script of which nothing is known.</summary>
    private static bool IsConsumed(RunCommand command)
    {
        string manager = GetFamily(command.Name);
        foreach (RunCommand other in command.Script.RunCommands)
        {
            if (other.Span.Start <= command.Span.Start)
            {
                continue;
            }

            bool isSameManager = GetFamily(other.Name) == manager && !Others.Contains(other.Subcommand ?? "update");
            if (isSameManager || other.NameWord.Text.IndexOf('/') >= 0 || !other.NameWord.IsStatic || other.Name is "sh" or "bash" or "source" or "." or "tasksel" or "gdebi" or "mk-build-deps" or "install_packages" or "apt-cache" or "rosdep"
                || other.Name.StartsWith("install", StringComparison.Ordinal) || other.Name.EndsWith(".sh", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsFollowedByInstall(RunCommand command, Stage stage, DockerfileModel model)
    {
        string manager = GetFamily(command.Name);
        return stage.Instructions.OfType<RunInstructionSyntax>().Any(run => run.Span.Start > command.Instruction.Span.Start
            && model.GetScript(run)?.RunCommands.Any(other => GetFamily(other.Name) == manager && (other.Subcommand is "install" or "in")) == true);
    }

    private static string GetFamily(string program) => program switch
    {
        "apt" or "aptitude" or "apt-fast" => "apt-get",
        "dnf" or "dnf5" or "microdnf" or "tdnf" => "yum",
        _ => program,
    };
}
