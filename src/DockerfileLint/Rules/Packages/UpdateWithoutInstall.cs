using System.Collections.Immutable;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Packages;

[Rule("DL5022")]
internal sealed partial class UpdateWithoutInstall : DockerfileRule
{
    /// <summary>Subcommands that do not use the lists.</summary>
    private static readonly HashSet<string> Others = new(StringComparer.Ordinal) { "update", "clean", "autoclean", "autoremove", "remove", "purge", "check", "makecache", "refresh", "cache", "del" };

    /// <summary>No real stage has so many steps between.</summary>
    private const int StepLimit = 64;

    public override bool VisitsTriggers => true;

    public override void VisitRun(RunInstructionSyntax instruction, DockerfileRuleContext context)
    {
        ImmutableArray<RunCommand> commands = context.Model.GetScript(instruction)?.RunCommands ?? [];

        // From the end, so that what uses the lists is known before the command that fetches them. A script of which nothing is known may use any.
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
                Visit(command, context);
            }

            if (!Others.Contains(command.Subcommand ?? "update"))
            {
                (users ??= new HashSet<string>(StringComparer.Ordinal)).Add(family);
            }
        }
    }

    private static void Visit(RunCommand command, DockerfileRuleContext context)
    {
        bool fetchesLists = command switch
        {
            { Name: "apt-get" or "apt" or "aptitude" or "apk", Subcommand: "update" } => true,
            { Name: "zypper", Subcommand: "refresh" or "ref" } => true,
            _ => false,
        };
        string written = $"{command.Name} {command.Subcommand}";
        if (fetchesLists)
        {
            context.Report(command.FullSpan, Message(command: written));
        }
        else if (command is { Name: "yum" or "dnf" or "microdnf", Subcommand: "update" } or { Name: "zypper", Subcommand: "update" or "up" }
            && command.Line.Operands.IsEmpty && context.Stage is { } stage && IsFollowedByInstall(command, stage, context.Model))
        {
            context.Report(command.FullSpan, MessageUpgrade(command: written), UpgradeTier);
        }
    }

    private static bool IsUnknownScript(RunCommand command) =>
        command.NameWord.Text.IndexOf('/') >= 0 || !command.NameWord.IsStatic
        || command.Name is "sh" or "bash" or "source" or "." or "tasksel" or "gdebi" or "mk-build-deps" or "install_packages" or "apt-cache" or "rosdep"
        || command.Name.StartsWith("install", StringComparison.Ordinal) || command.Name.EndsWith(".sh", StringComparison.Ordinal);

    private static bool IsFollowedByInstall(RunCommand command, Stage stage, DockerfileModel model)
    {
        string manager = GetFamily(command.Name);
        return stage.Instructions.OfType<RunInstructionSyntax>().Where(run => run.Span.Start > command.Instruction.Span.Start).Take(StepLimit).Any(run =>
            model.GetScript(run)?.RunCommands.Any(other => GetFamily(other.Name) == manager && (other.Subcommand is "install" or "in")) == true);
    }

    private static string GetFamily(string program) => program switch
    {
        "apt" or "aptitude" or "apt-fast" => "apt-get",
        "dnf" or "dnf5" or "microdnf" or "tdnf" => "yum",
        _ => program,
    };
}
