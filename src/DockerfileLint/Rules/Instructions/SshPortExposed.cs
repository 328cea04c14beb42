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
            Fact<string> expanded = context.Expand(word);
            if (
                ExposedPort
                    .Find(word, expanded.DisplayText)
                    .Any(port => PortRange.TryParse(port.Port) is { } range && range.Contains(KnownPorts.Ssh))
            )
            {
                context.Report(
                    word.Span,
                    expanded.Certainty == Certainty.Unknown ? MessagePerhaps(port: word.Text) : Message(port: word.Text)
                );
            }
        }
    }
}
