using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC1007: <c>name= value</c>, which runs the value with an empty variable.</summary>
[Rule("SC1007")]
internal sealed partial class BlankBehindAssignment : ShellRule
{
    public override void VisitSimpleCommand(ShellSimpleCommandSyntax node, ShellRuleContext context)
    {
        for (int i = 0; i < node.Assignments.Length; i++)
        {
            ShellAssignmentSyntax assignment = node.Assignments[i];
            if (assignment.Value is not null || assignment.IsArray || assignment.Name == "IFS")
            {
                continue;
            }

            string text = node.Text.Text;
            int end = assignment.End;
            while (end < node.End && text[end] is ' ' or '\t')
            {
                end++;
            }

            if (end > assignment.End && end < node.End && text[end] is not ('\n' or '\r'))
            {
                context.Report(
                    node.Text.Map(assignment.End, end),
                    Message(ShellNodes.Show(assignment), assignment.Name)
                );
            }
        }
    }
}
