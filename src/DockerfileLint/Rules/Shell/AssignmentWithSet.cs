using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC2121: <c>set name=value</c>, which sets an argument and no variable.</summary>
[Rule("SC2121")]
internal sealed partial class AssignmentWithSet : ShellRule
{
    public override void VisitSimpleCommand(ShellSimpleCommandSyntax node, ShellRuleContext context)
    {
        if (node.Name?.Is("set") != true || node.Words.Length < 2)
        {
            return;
        }

        ShellWordSyntax first = node.Words[1];
        ReadOnlySpan<char> text = first.AsSpan();
        if (text[0] is '-' or '+')
        {
            return;
        }

        bool isAssignment = !first.IsWhollyQuoted && text.IndexOf('=') > 0;
        if (isAssignment || (node.Words.Length > 2 && first.Parts.IsEmpty && ShellNodes.IsName(text)))
        {
            context.Report(first, Message(ShellNodes.Show(first)));
        }
    }
}
