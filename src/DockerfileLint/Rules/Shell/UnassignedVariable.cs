using DockerfileLint.Semantics.Shell;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC2154: a script uses a variable that nothing sets, by a name that no environment has.</summary>
[Rule("SC2154")]
internal sealed partial class UnassignedVariable : ShellRule
{
    /// <summary>What a container starts gets variables from whoever starts it, so that RUN alone counts.</summary>
    public override void VisitParameter(ShellParameterSyntax node, ShellRuleContext context)
    {
        string name = node.Name;
        if (
            context.Instruction is RunInstructionSyntax
            && HasLowerCase(name)
            && ShellWords.IsName(name.AsSpan())
            && !context.IsExported(name)
            && !context.Variables.IsSet(name)
            && context.Variables.FindFirstUse(name) == node
        )
        {
            context.Report(node, Message(name));
        }
    }

    /// <summary>Names in capitals are those of the environment, which the base image may set.</summary>
    private static bool HasLowerCase(string name)
    {
        foreach (char c in name)
        {
            if (c is >= 'a' and <= 'z')
            {
                return true;
            }
        }

        return false;
    }
}
