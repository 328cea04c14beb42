using DockerfileLint.Diagnostics;
using DockerfileLint.Rules.Downloads;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.Hadolint;

[Rule("DL4001", Behaviour = RuleBehaviour.Hadolint)]
internal sealed partial class WgetAndCurl : DockerfileRule
{
    public override bool VisitsTriggers => true;

    /// <summary>Reports each RUN from the one on that completes the pair.</summary>
    public override IReadOnlyCollection<string> Programs => ["curl", "wget"];

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        string otherName = command.Name == "curl" ? "wget" : "curl";
        if (
            SeenDownloads.Of(context.Model).First.Find(command, command.Name) is { } first
            && SeenDownloads.Of(context.Model).First.Find(command, otherName) is { } other
            && command.IsSeenByHadolint()
            && command.Span.End > Math.Max(first.Instruction.Span.Start, other.Instruction.Span.Start)
            && !command.IsPrecededBy(each => each.Name is "curl" or "wget" && each.IsSeenByHadolint())
        )
        {
            context.Report(
                command.Span,
                Message(command: command.Name, other: otherName),
                related:
                [
                    new RelatedLocation(new SourceSpan(context.File, other.Span), $"'{otherName}' is called here."),
                ]
            );
        }
    }

    /// <summary>The first calls that hadolint sees.</summary>
    private sealed class SeenDownloads(DockerfileModel model)
    {
        internal FirstDownloads First { get; } = new(model, static command => command.IsSeenByHadolint());

        internal static SeenDownloads Of(DockerfileModel model) =>
            model.Indexes.Get(model, static model => new SeenDownloads(model));
    }
}
