using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Values;

namespace DockerfileLint.Rules.Downloads;

[Rule("DL5009")]
internal sealed partial class RemoteAddWithoutChecksum : DockerfileRule
{
    public override bool VisitsTriggers => true;

    public override void VisitAdd(AddInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (instruction.GetFlag("checksum") is not null)
        {
            return;
        }

        foreach (WordSyntax source in instruction.Sources)
        {
            // A repository is fetched by commit or branch, which has checks of its own.
            string address = context.Expand(source).Value;
            if (RemoteSource.IsRemote(address) && !RemoteSource.IsGit(address))
            {
                context.Report(source.Span, Message(address: source.Text));
            }
        }
    }
}
