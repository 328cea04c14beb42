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
    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        if (command.Name is not ("curl" or "wget"))
        {
            return;
        }

        string otherName = command.Name == "curl" ? "wget" : "curl";
        if (
            FirstDownloads.Of(context.Model).Find(command, command.Name) is { } first
            && FirstDownloads.Of(context.Model).Find(command, otherName) is { } other
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
}
