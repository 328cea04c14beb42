using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC2163, SC2229: <c>export $name</c> and <c>read $name</c>, which mean another variable.</summary>
[Rule("SC2163", "export")]
[Rule("SC2229", "read")]
internal sealed partial class ValueInsteadOfName(string command) : ShellRule
{
    private readonly string _command = command;

    public override void VisitSimpleCommand(ShellSimpleCommandSyntax node, ShellRuleContext context)
    {
        if (node.Words.Length < 2 || !node.Words[0].Is(_command))
        {
            return;
        }

        for (int i = 1; i < node.Words.Length; i++)
        {
            ShellParameterSyntax? parameter = node.Words[i].Parts switch
            {
                [ShellParameterSyntax only] => only,
                [ShellDoubleQuotedSyntax { Parts: [ShellParameterSyntax only] }] => only,
                _ => null,
            };
            if (
                parameter is { IsIndirect: false, IsLength: false, Operands.IsEmpty: true }
                && parameter.Operator.Length == 0
                && ShellNodes.IsName(parameter.Name.AsSpan())
            )
            {
                context.Report(parameter, Message(ShellNodes.Show(parameter), parameter.Name));
            }
        }
    }
}
