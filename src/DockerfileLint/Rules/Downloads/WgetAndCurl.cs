using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.Downloads;

[Rule("DL4001")]
internal sealed partial class WgetAndCurl : DockerfileRule
{
    public override bool VisitsTriggers => true;

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        if (command.Name is not ("curl" or "wget"))
        {
            return;
        }

        string otherName = command.Name == "curl" ? "wget" : "curl";
        if (
            context.Model.GetFirstCommand(command, command.Name) is not { } first
            || context.Model.GetFirstCommand(command, otherName) is not { } other
        )
        {
            return;
        }

        // hadolint reports each RUN from the one on that completes the pair.
        bool isReported =
            Compatibility(context) == "hadolint"
                ? command.IsSeenByHadolint()
                    && command.Span.End > Math.Max(first.Instruction.Span.Start, other.Instruction.Span.Start)
                    && !command.IsPrecededBy(each => each.Name is "curl" or "wget" && each.IsSeenByHadolint())
                : command == first && other.Span.Start < command.Span.Start;
        if (isReported)
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
