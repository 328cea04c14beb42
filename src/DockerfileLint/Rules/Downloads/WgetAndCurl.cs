using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics.Dockerfiles;

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
            context.Model.GetFirstCommand(command, command.Name) == command
            && context.Model.GetFirstCommand(command, otherName) is { } other
            && other.Span.Start < command.Span.Start
        )
        {
            context.Report(
                command.Span,
                Message(command: command.Name, other: otherName),
                related: [new RelatedLocation(new Location(context.File, other.Span), $"'{otherName}' is called here.")]
            );
        }
    }
}
