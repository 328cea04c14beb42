using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Values;

namespace DockerfileLint.Rules.Instructions;

[Rule("DL5014")]
internal sealed partial class SshPortExposed : DockerfileRule
{
    public override bool VisitsTriggers => true;

    public override void VisitExpose(ExposeInstructionSyntax instruction, DockerfileRuleContext context)
    {
        foreach (WordSyntax word in instruction.Ports)
        {
            if (
                context.Expand(word).TryGetValue(out string? expanded)
                && ExposedPort
                    .Find(word, expanded)
                    .Any(port => PortRange.TryParse(port.Port) is { } range && range.Contains(KnownPorts.Ssh))
            )
            {
                context.Report(word.Span, Message(port: word.Text));
            }
        }
    }
}
