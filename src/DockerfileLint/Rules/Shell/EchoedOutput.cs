using DockerfileLint.Semantics.Shell;
using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC2005: <c>echo $(…)</c> prints what the command prints itself.</summary>
[Rule("SC2005")]
internal sealed partial class EchoedOutput : ShellRule
{
    public override void VisitSimpleCommand(ShellSimpleCommandSyntax node, ShellRuleContext context)
    {
        if (
            node.Words.Length == 2
            && node.Words[0].Is("echo")
            && ShellWords.GetOnlySubstitution(node.Words[1]) is { Statements: [{ } statement] }
            && statement.Pipelines[0].Commands is not [ShellSimpleCommandSyntax { Words.IsEmpty: true }]
        )
        {
            context.Report(node.Words[1], Message(node.Words[1].ToString()));
        }
    }
}
