using System.Collections.Immutable;
using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>
/// SC2097 and SC2098: <c>a=1 cmd $a</c> gives the command the variable, but expands the one before.
/// </summary>
/// <param name="place">Which of both places is reported.</param>
[Rule("SC2097", "assignment")]
[Rule("SC2098", "use")]
internal sealed partial class PrefixAssignment(string place) : ShellRule
{
    private readonly string _place = place;

    public override void VisitSimpleCommand(ShellSimpleCommandSyntax node, ShellRuleContext context)
    {
        if (node.Words.IsEmpty || node.Assignments.IsEmpty)
        {
            return;
        }

        HashSet<string>? reported = null;
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (ShellAssignmentSyntax assignment in node.Assignments)
        {
            Visit(assignment.Value?.Parts ?? [], node, names, ref reported, context);
            names.Add(assignment.Name);
        }

        foreach (ShellWordSyntax word in node.Words)
        {
            Visit(word.Parts, node, names, ref reported, context);
        }
    }

    private void Visit(
        ImmutableArray<ShellWordPartSyntax> parts,
        ShellSimpleCommandSyntax command,
        HashSet<string> names,
        ref HashSet<string>? reported,
        ShellRuleContext context
    )
    {
        foreach (ShellWordPartSyntax part in parts)
        {
            if (part is ShellDoubleQuotedSyntax quoted)
            {
                Visit(quoted.Parts, command, names, ref reported, context);
            }
            else if (part is ShellParameterSyntax parameter && names.Contains(parameter.Name))
            {
                if (_place == "use")
                {
                    context.Report(parameter, Message(parameter.Name));
                }
                else if ((reported ??= new HashSet<string>(StringComparer.Ordinal)).Add(parameter.Name))
                {
                    ReportAssignment(command, parameter.Name, context);
                }
            }
        }
    }

    private void ReportAssignment(ShellSimpleCommandSyntax command, string name, ShellRuleContext context)
    {
        foreach (ShellAssignmentSyntax assignment in command.Assignments)
        {
            if (assignment.Name == name)
            {
                context.Report(
                    command.Text.Map(assignment.Start, assignment.Start + name.Length),
                    Message(assignment.Name)
                );
                return;
            }
        }
    }
}
