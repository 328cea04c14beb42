using System.Collections.Immutable;
using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC2166: tests that <c>-a</c> or <c>-o</c> joins.</summary>
[Rule("SC2166")]
internal sealed partial class JoinedTests : ShellRule
{
    public override void VisitSimpleCommand(ShellSimpleCommandSyntax node, ShellRuleContext context)
    {
        if (node.Name?.Is("[") != true)
        {
            return;
        }

        ImmutableArray<TestTerm> terms = TestTerm.Find(node);
        for (int i = 1; i < terms.Length; i++)
        {
            int end = (terms[i].Left ?? terms[i].Operator ?? terms[i].Right).Start;
            foreach (ShellWordSyntax word in node.Words)
            {
                if (word.Start >= terms[i - 1].Right.End && word.End <= end && (word.Is("-a") || word.Is("-o")))
                {
                    context.Report(word, Message(ShellNodes.Show(word)));
                }
            }
        }
    }
}
