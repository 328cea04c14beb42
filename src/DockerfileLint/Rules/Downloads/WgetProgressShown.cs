using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.Downloads;

[Rule("DL3047")]
internal sealed partial class WgetProgressShown : DockerfileRule
{
    /// <summary>What the output of wget says less with.</summary>
    internal static readonly string[] Quieting =
    [
        "--progress",
        "-q",
        "--quiet",
        "-o",
        "--output-file",
        "-a",
        "--append-output",
        "-nv",
        "--no-verbose",
    ];

    public override bool VisitsTriggers => true;

    public override IReadOnlyCollection<string> Programs => ["wget"];

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        if (
            !command.Line.HasOption(Quieting)
            && !IsQuiet(command)
            && !BusyBoxStages.Of(context.Model).IsBusyBoxWget(command, context.Stage)
        )
        {
            context.Report(command.Span, Message(command: command.Name));
        }
    }

    /// <summary>Whether it downloads nothing, or its output goes elsewhere, or nobody knows its options.</summary>
    private static bool IsQuiet(RunCommand command) =>
        command.Line.HasOption("--version", "-V", "--help", "-h", "--spider")
        || command.Arguments.IsEmpty
        || command.Syntax.Redirections.Any(redirection => redirection.DescriptorText is "2" or "&")
        || command.Arguments.Any(word =>
            !word.IsStatic && word.Text.StartsWith("$", StringComparison.Ordinal) && word.Text.IndexOf('/') < 0
        );
}
