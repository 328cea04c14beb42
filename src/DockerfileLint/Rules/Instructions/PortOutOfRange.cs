using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Instructions;

[Rule("DL3011")]
internal sealed partial class PortOutOfRange : DockerfileRule
{
    private const int Highest = 65535;

    public override void VisitExpose(ExposeInstructionSyntax instruction, DockerfileRuleContext context)
    {
        foreach (WordSyntax word in instruction.Ports)
        {
            if (IsTooHigh(word, context))
            {
                context.Report(word.Span, Message(port: word.Text));
            }
        }
    }

    /// <summary>Whether a word of EXPOSE holds a port that does not exist.</summary>
    internal static bool IsTooHigh(WordSyntax word, DockerfileRuleContext context)
    {
        ExpandedText expanded = context.Expand(word);
        return expanded.Certainty != Certainty.Unknown
            && ExposedPort.Find(word, expanded).Any(port => port.Port.Split('-').Any(IsTooHigh));
    }

    /// <summary>Any number of digits is a number.</summary>
    private static bool IsTooHigh(string text)
    {
        string digits = text.TrimStart('0');
        return digits.Length > 0
            && digits.All(c => c is >= '0' and <= '9')
            && (digits.Length > 5 || int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture) > Highest);
    }
}
