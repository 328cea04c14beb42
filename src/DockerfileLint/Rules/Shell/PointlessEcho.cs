using DockerfileLint.Semantics.Shell;
using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC2116: <c>$(echo …)</c> is what stands there already.</summary>
[Rule("SC2116")]
internal sealed partial class PointlessEcho : ShellRule
{
    public override void VisitCommandSubstitution(ShellCommandSubstitutionSyntax node, ShellRuleContext context)
    {
        if (
            ShellWords.GetOnlyCommand(node) is { Words.Length: > 1 } command
            && command.Words[0].Is("echo")
            && !command.Words[1].StartsWith("-")
            && !IsExpandedAsNames(command)
        )
        {
            context.Report(node, Message(node.ToString()));
        }
    }

    /// <summary>Whether the shell makes other words of the arguments: names of files, or those of braces.</summary>
    private static bool IsExpandedAsNames(ShellSimpleCommandSyntax command)
    {
        foreach (ShellWordSyntax word in command.Words)
        {
            if (ShellWords.IsPattern(word) || IsBraces(word))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsBraces(ShellWordSyntax word) =>
        word.Parts.IsEmpty && word.AsSpan() is var text && text.IndexOf('{') >= 0 && text.IndexOf('}') > 0;
}
