using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.Downloads;

[Rule("DL4001")]
internal sealed partial class WgetAndCurl : DockerfileRule
{
    public override bool VisitsTriggers => true;

    public override IReadOnlyCollection<string> Programs => ["curl", "wget"];

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        string otherName = command.Name == "curl" ? "wget" : "curl";
        if (
            FirstDownloads.Of(context.Model).Find(command, command.Name) == command
            && FirstDownloads.Of(context.Model).Find(command, otherName) is { } other
            && other.Span.Start < command.Span.Start
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
