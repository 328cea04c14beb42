using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC2035: files whose names start with a dash become options.</summary>
[Rule("SC2035")]
internal sealed partial class GlobAsOption : ShellRule
{
    public override void VisitSimpleCommand(ShellSimpleCommandSyntax node, ShellRuleContext context)
    {
        if (node.Name is not { } name || name.Is("echo") || name.Is("printf") || name.Is("set"))
        {
            return;
        }

        for (int i = 1; i < node.Words.Length; i++)
        {
            ShellWordSyntax word = node.Words[i];
            if (word.Is("--") || word.Is("--files-from") || word.Is(":::") || word.Is("::::"))
            {
                break;
            }

            if (word.AsSpan() is [('*' or '?'), ..])
            {
                context.Report(node.Text.Map(word.Start, word.Start + 1), Message(word.ToString()));
            }
        }
    }
}
