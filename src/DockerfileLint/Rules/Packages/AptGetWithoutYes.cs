using DockerfileLint.Semantics.Commands;
using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.Packages;

[Rule("DL3014")]
internal sealed partial class AptGetWithoutYes : DockerfileRule
{
    public override bool VisitsTriggers => true;

    public override IReadOnlyCollection<string> Programs => ["apt", "apt-get"];

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        if (PackageManager.Find(command.Name) is not { } manager)
        {
            return;
        }

        if (
            PackageManager.Is(manager.GetOperation(command.Line), manager.Asking)
            && !Questions.AreAnswered(command)
            && !IsAssumed(command.Line, manager)
            && !(command.Subcommand is "install" or "reinstall" or "remove" or "purge" && DoesNothing(command))
            && !AptConfiguration.Sets("Assume-Yes", command, context)
        )
        {
            context.Report(
                command.Line.SubcommandWord!.Value.Span,
                Message(command: $"{command.Name} {command.Subcommand}")
            );
        }
    }

    /// <summary>Whether nothing names a package, nor the input of xargs, and no broken one is to be mended.</summary>
    internal static bool DoesNothing(RunCommand command) =>
        command.Line.Operands.IsEmpty
        && command.Wrapper is not { Name: "xargs" }
        && !command.Line.HasOption("-f", "--fix-broken", "--fix-missing");

    /// <summary>
    /// What asks nothing: <c>-y</c>, <c>-qq</c>, <c>-q=2</c>, or the setting; and what does nothing, and so does not
    /// ask.
    /// </summary>
    internal static bool IsAssumed(ParsedCommandLine line, PackageManager manager) =>
        line.HasOption(manager.Yes)
        || line.HasOption("-q", times: 2)
        || line.HasOption("--quiet", times: 2)
        || line.FindOption("-q", "--quiet")?.Value == "2"
        || line.HasOption("-s", "--simulate", "--dry-run", "-d", "--download-only", "--print-uris")
        || line.Options.Any(option =>
            option.Value is { } value && value.StartsWith("APT::Get::Assume-Yes=", StringComparison.OrdinalIgnoreCase)
        );
}
