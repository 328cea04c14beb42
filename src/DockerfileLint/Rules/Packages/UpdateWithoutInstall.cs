using System.Collections.Immutable;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Packages;

[Rule("DL5022")]
internal sealed partial class UpdateWithoutInstall : DockerfileRule
{
    /// <summary>Subcommands that do not use the lists.</summary>
    private static readonly HashSet<string> Others = new(StringComparer.Ordinal)
    {
        "update",
        "clean",
        "autoclean",
        "autoremove",
        "remove",
        "purge",
        "check",
        "makecache",
        "refresh",
        "cache",
        "del",
    };

    public override void VisitOnbuild(OnbuildInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (instruction.Trigger is RunInstructionSyntax run)
        {
            Visit(run, installed: [], isUsedLater: true, context);
        }
    }

    public override void VisitStage(Stage stage, DockerfileRuleContext context)
    {
        // From the end, so that what later steps install is known.
        var installed = new HashSet<string>(StringComparer.Ordinal);
        bool isUsedLater = false;
        for (int i = stage.Instructions.Length - 1; i >= 0; i--)
        {
            if (stage.Instructions[i] is not RunInstructionSyntax run)
            {
                continue;
            }

            Visit(run, installed, isUsedLater, context);
            foreach (RunCommand command in context.Model.GetScript(run)?.RunCommands ?? [])
            {
                if (command.Subcommand is "install" or "in")
                {
                    installed.Add(GetFamily(command.Name));
                }

                isUsedLater |=
                    IsUnknownScript(command)
                    || (IsPackageManager(command.Name) && !Others.Contains(command.Subcommand ?? "update"));
            }
        }
    }

    private static void Visit(
        RunInstructionSyntax instruction,
        HashSet<string> installed,
        bool isUsedLater,
        DockerfileRuleContext context
    )
    {
        ImmutableArray<RunCommand> commands = context.Model.GetScript(instruction)?.RunCommands ?? [];

        // From the end, so that what uses the lists is known before the command that fetches them. A script of which
        // nothing is known may use any.
        HashSet<string>? users = null;
        for (int i = commands.Length - 1; i >= 0; i--)
        {
            RunCommand command = commands[i];
            string family = GetFamily(command.Name);
            if (IsUnknownScript(command))
            {
                return;
            }

            if (users?.Contains(family) != true)
            {
                Visit(command, installed, isUsedLater, context);
            }

            if (!Others.Contains(command.Subcommand ?? "update"))
            {
                (users ??= new HashSet<string>(StringComparer.Ordinal)).Add(family);
            }
        }
    }

    private static void Visit(
        RunCommand command,
        HashSet<string> installed,
        bool isUsedLater,
        DockerfileRuleContext context
    )
    {
        bool fetchesLists = command switch
        {
            { Name: "apt-get" or "apt" or "aptitude" or "apk", Subcommand: "update" } => true,
            { Name: "zypper", Subcommand: "refresh" or "ref" } => true,
            _ => false,
        };
        if (fetchesLists)
        {
            string written = Write(command);
            context.Report(command.FullSpan, isUsedLater ? Message(command: written) : MessageUnused(command: written));
        }
        else if (
            command
                is { Name: "yum" or "dnf" or "microdnf", Subcommand: "update" }
                    or { Name: "zypper", Subcommand: "update" or "up" }
            && command.Line.Operands.IsEmpty
            && installed.Contains(GetFamily(command.Name))
        )
        {
            context.Report(command.FullSpan, MessageUpgrade(command: Write(command)), UpgradeTier);
        }
    }

    private static string Write(RunCommand command) => $"{command.Name} {command.Subcommand}";

    private static bool IsUnknownScript(RunCommand command) =>
        command.NameWord.Text.IndexOf('/') >= 0
        || !command.NameWord.IsStatic
        || command.Name
            is "sh"
                or "bash"
                or "source"
                or "."
                or "tasksel"
                or "gdebi"
                or "mk-build-deps"
                or "install_packages"
                or "apt-cache"
                or "rosdep"
        || command.Name.StartsWith("install", StringComparison.Ordinal)
        || command.Name.EndsWith(".sh", StringComparison.Ordinal);

    private static bool IsPackageManager(string program) => GetFamily(program) is "apt-get" or "apk" or "zypper";

    private static string GetFamily(string program) =>
        program switch
        {
            "apt" or "aptitude" or "apt-fast" => "apt-get",
            "dnf" or "dnf5" or "microdnf" or "tdnf" => "yum",
            _ => program,
        };
}
