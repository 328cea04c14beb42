using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC2281, SC2282, SC2283, SC2276: what was to be an assignment and is a command. SC2215: an option.</summary>
[Rule("SC2215", AssignmentDefect.Option)]
[Rule("SC2276", AssignmentDefect.WrongName)]
[Rule("SC2281", AssignmentDefect.Sign)]
[Rule("SC2282", AssignmentDefect.Digit)]
[Rule("SC2283", AssignmentDefect.Blank)]
internal sealed partial class AssignmentAsCommand(AssignmentAsCommand.AssignmentDefect defect) : ShellRule
{
    private readonly AssignmentDefect _defect = defect;

    /// <summary>What makes it a command.</summary>
    internal enum AssignmentDefect
    {
        None,
        Option,
        WrongName,
        Sign,
        Digit,
        Blank,
    }

    public override void VisitSimpleCommand(ShellSimpleCommandSyntax node, ShellRuleContext context)
    {
        if (node.Name is null || Find(node, out ShellSyntaxNode found) != _defect)
        {
            return;
        }

        context.Report(found, Message(ShellNodes.Show(found)));
    }

    private static AssignmentDefect Find(ShellSimpleCommandSyntax command, out ShellSyntaxNode found)
    {
        ShellWordSyntax name = command.Words[0];
        found = name;
        ReadOnlySpan<char> text = name.AsSpan();
        if (text[0] == '-' && text.Length > 1 && name.Parts.IsEmpty)
        {
            return AssignmentDefect.Option;
        }

        if (
            command.Words.Length > 1
            && name.Parts.IsEmpty
            && ShellNodes.IsName(text)
            && command.Words[1] is { Parts.IsEmpty: true } second
            && second.AsSpan()[0] == '='
            && !second.AsSpan().StartsWith("==".AsSpan(), StringComparison.Ordinal)
        )
        {
            found = second;
            return AssignmentDefect.Blank;
        }

        int index = text.IndexOf('=');
        if (index <= 0 || name.Parts is [ShellSingleQuotedSyntax or ShellDoubleQuotedSyntax])
        {
            return AssignmentDefect.None;
        }

        if (
            name.Parts is [ShellParameterSyntax parameter, ShellLiteralSyntax literal, ..]
            && literal.AsSpan()[0] == '='
            && !literal.AsSpan().StartsWith("==".AsSpan(), StringComparison.Ordinal)
        )
        {
            found = parameter;
            return AssignmentDefect.Sign;
        }

        ReadOnlySpan<char> target = text.Slice(0, index);
        return text.Slice(index).StartsWith("==".AsSpan(), StringComparison.Ordinal)
            || target.IndexOfAny('$', '`', '/') >= 0
                ? AssignmentDefect.None
            : ShellNodes.IsNumber(target) || !ShellCharacters.IsDigit(target[0])
                ? ShellNodes.IsName(target) || ShellNodes.IsNumber(target) ? AssignmentDefect.None
                    : AssignmentDefect.WrongName
            : AssignmentDefect.Digit;
    }
}
