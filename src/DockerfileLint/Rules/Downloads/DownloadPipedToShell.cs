using DockerfileLint.Diagnostics;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.Downloads;

[Rule("DL5010")]
internal sealed partial class DownloadPipedToShell : DockerfileRule
{
    public override bool VisitsTriggers => true;

    public override void VisitRun(RunInstructionSyntax instruction, DockerfileRuleContext context)
    {
        foreach (Execution execution in ExecutedDownloads.Of(context.Model).Find(instruction))
        {
            Download download = execution.Download;
            if (execution.Span.Contains(download.Span) || download.Span.Contains(execution.Span))
            {
                context.Report(execution.Span, Message(download: download.Program, shell: execution.Program));
            }
            else
            {
                context.Report(
                    execution.Span,
                    MessageStored(download: download.Program, shell: execution.Program),
                    related: [new RelatedLocation(new SourceSpan(context.File, download.Span), "It is fetched here.")]
                );
            }
        }
    }
}
