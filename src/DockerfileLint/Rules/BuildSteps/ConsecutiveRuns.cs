using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.BuildSteps;

[Rule("DL3059")]
internal sealed partial class ConsecutiveRuns : DockerfileRule
{
    /// <summary>Programs that may take their time, so that each has its own place in the build cache.</summary>
    private static readonly HashSet<string> Slow = new(StringComparer.Ordinal)
    {
        "apk",
        "apt",
        "apt-get",
        "aptitude",
        "bower",
        "bundle",
        "bundler",
        "cargo",
        "cmake",
        "composer",
        "conda",
        "curl",
        "dnf",
        "docker-php-ext-install",
        "dotnet",
        "dpkg",
        "gem",
        "git",
        "go",
        "gradle",
        "lein",
        "make",
        "mamba",
        "microdnf",
        "mvn",
        "npm",
        "pecl",
        "pip",
        "pip2",
        "pip3",
        "pnpm",
        "poetry",
        "rpm",
        "sbt",
        "svn",
        "tdnf",
        "wget",
        "yarn",
        "yum",
        "zypper",
    };

    public override void VisitRun(RunInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (
            !instruction.IsTrigger
            && context.Model.GetPrevious(instruction) is RunInstructionSyntax previous
            && context.IsShipped(instruction)
            && HasEqualFlags(previous, instruction)
            && FindSingle(previous, context) is { } first
            && FindSingle(instruction, context) is { } second
            && (first.Name == second.Name || !Slow.Contains(first.Name) || !Slow.Contains(second.Name))
            && !FetchesLists(first)
            && !FetchesLists(second)
            && !IsCommented(previous, instruction, context)
        )
        {
            context.Report(instruction.KeywordSpan, Message(instruction: "RUN"));
        }
    }

    internal static bool HasEqualFlags(RunInstructionSyntax left, RunInstructionSyntax right) =>
        left
            .Flags.Select(flag => flag.ToString())
            .SequenceEqual(right.Flags.Select(flag => flag.ToString()), StringComparer.Ordinal);

    /// <summary>The command of a step that is one; steps of several are thought of as layers.</summary>
    private static RunCommand? FindSingle(RunInstructionSyntax run, DockerfileRuleContext context) =>
        run.Heredocs.IsEmpty
        && context.Model.GetScript(run) is { Commands.Length: 1, RunCommands: { IsEmpty: false } commands }
            ? commands[commands.Length - 1]
            : null;

    /// <summary>Whether DL5022 says of the command that it belongs to another step.</summary>
    private static bool FetchesLists(RunCommand command) =>
        command
            is { Name: "apt-get" or "apt" or "aptitude" or "apk", Subcommand: "update" }
                or { Name: "zypper", Subcommand: "refresh" or "ref" };

    /// <summary>Whether the author explains the second step on its own.</summary>
    private static bool IsCommented(
        RunInstructionSyntax previous,
        RunInstructionSyntax run,
        DockerfileRuleContext context
    ) => context.File.Text.AsSpan(TextSpan.FromBounds(previous.Span.End, run.Span.Start)).IndexOf('#') >= 0;
}
