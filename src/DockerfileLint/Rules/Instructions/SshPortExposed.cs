using System.Globalization;
using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Instructions;

[Rule("DL5014")]
internal sealed partial class SshPortExposed : DockerfileRule
{
    private const int SshPort = 22;

    public override bool VisitsTriggers => true;

    public override void VisitExpose(ExposeInstructionSyntax instruction, DockerfileRuleContext context)
    {
        foreach (WordSyntax word in instruction.Ports)
        {
            ExpandedText expanded = context.Expand(word);
            if (expanded.Certainty != Certainty.Unknown && ExposedPort.Find(word, expanded).Any(port => Contains(port.Port)))
            {
                context.Report(word.Span, Message(port: word.Text));
            }
        }
    }

    private static bool Contains(string range)
    {
        int dash = range.IndexOf('-');
        return TryParse(dash < 0 ? range : range.Substring(0, dash), out int first)
            && TryParse(range.Substring(dash + 1), out int last)
            && first <= SshPort && last >= SshPort;
    }

    private static bool TryParse(string text, out int port) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port);
}
