using System.Text;
using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Tests.Testing;

/// <summary>A shell tree in one line: what is nested in what.</summary>
internal static class ShellOutline
{
    internal static string Of(ShellScriptSyntax script) => string.Join(" ", script.Statements.Select(Of));

    private static string Of(ShellListSyntax list)
    {
        var text = new StringBuilder();
        for (int i = 0; i < list.Pipelines.Length; i++)
        {
            text.Append(
                    i == 0 ? ""
                    : list.Operators[i - 1].Kind == ShellOperatorKind.And ? " && "
                    : " || "
                )
                .Append(Of(list.Pipelines[i]));
        }

        return text
            + list.Terminator.Kind switch
            {
                ShellOperatorKind.Semicolon => ";",
                ShellOperatorKind.Background => "&",
                ShellOperatorKind.NewLine => "⏎",
                _ => "",
            };
    }

    private static string Of(ShellPipelineSyntax pipeline)
    {
        var text = new StringBuilder(pipeline.IsNegated ? "! " : "").Append(pipeline.IsTimed ? "time " : "");
        for (int i = 0; i < pipeline.Commands.Length; i++)
        {
            text.Append(
                    i == 0 ? ""
                    : pipeline.Operators[i - 1].Kind == ShellOperatorKind.Pipe ? " | "
                    : " |& "
                )
                .Append(Of(pipeline.Commands[i]));
        }

        return text.ToString();
    }

    private static string Of(ShellCommandSyntax command)
    {
        string text = command switch
        {
            ShellSimpleCommandSyntax simple =>
                $"[{string.Join(" ", simple.Assignments.Select(Of).Concat(simple.Words.Select(Of)))}]",
            ShellSubshellSyntax subshell => $"({Of(subshell.Statements)})",
            ShellGroupSyntax group => $"{{{Of(group.Statements)}}}",
            ShellIfSyntax conditional => "if"
                + string.Concat(
                    conditional.Clauses.Select(clause => $"({Of(clause.Condition)} then {Of(clause.Statements)})")
                )
                + $"else({Of(conditional.ElseStatements)})",
            ShellWhileSyntax loop =>
                $"{(loop.IsUntil ? "until" : "while")}({Of(loop.Condition)} do {Of(loop.Statements)})",
            ShellForSyntax { Header: { } header } loop => $"for({Of(header)} do {Of(loop.Statements)})",
            ShellForSyntax loop => $"{(loop.IsSelect ? "select" : "for")}({loop.Variable}{(loop.HasItems ? " in" : "")}"
                + string.Concat(loop.Items.Select(item => $" {Of(item)}"))
                + $" do {Of(loop.Statements)})",
            ShellCaseSyntax choice => $"case({Of(choice.Subject!)}"
                + string.Concat(
                    choice.Items.Select(item =>
                        $" {string.Join("|", item.Patterns.Select(Of))}:({Of(item.Statements)})"
                    )
                )
                + ")",
            ShellFunctionSyntax function =>
                $"function {function.Name} {(function.Body is null ? "?" : Of(function.Body))}",
            ShellTestSyntax test => $"[[{string.Join(" ", test.Words.Select(Of))}]]",
            ShellArithmeticSyntax arithmetic => Of(arithmetic.Expression),
            _ => throw new InvalidOperationException(command.GetType().Name),
        };

        return text
            + string.Concat(
                command.Redirections.Select(redirection =>
                    $" <{redirection.DescriptorText} {redirection.Kind} "
                    + (redirection.Target is { } target ? Of(target) : "?")
                    + (redirection.Body is { } body ? $" {Of(body)}" : "")
                    + ">"
                )
            );
    }

    private static string Of(IEnumerable<ShellListSyntax> statements) => string.Join(" ", statements.Select(Of));

    private static string Of(ShellAssignmentSyntax assignment) =>
        assignment.Name
        + (assignment.Index is { } index ? $"[{Of(index)}]" : "")
        + (assignment.IsAppend ? "+=" : "=")
        + (
            assignment.IsArray ? $"({string.Join(" ", assignment.Elements.Select(Of))})"
            : assignment.Value is { } value ? Of(value)
            : ""
        );

    private static string Of(ShellWordSyntax word) =>
        word.Parts.IsEmpty
            ? word.ToString().Replace("\n", "⏎", StringComparison.Ordinal)
            : string.Concat(word.Parts.Select(Of));

    private static string Of(ShellWordPartSyntax part) =>
        part switch
        {
            ShellLiteralSyntax literal => literal.Value.Replace("\n", "⏎", StringComparison.Ordinal),
            ShellSingleQuotedSyntax quoted => $"'{quoted.Value}'",
            ShellDoubleQuotedSyntax quoted => $"\"{string.Concat(quoted.Parts.Select(Of))}\"",
            ShellParameterSyntax parameter => "${"
                + (
                    parameter.IsLength ? "#"
                    : parameter.IsIndirect ? "!"
                    : ""
                )
                + string.Join(
                    " ",
                    new[] { parameter.Name, parameter.Operator, string.Concat(parameter.Operands.Select(Of)) }.Where(
                        piece => piece.Length > 0
                    )
                )
                + "}",
            ShellCommandSubstitutionSyntax substitution => $"$({Of(substitution.Statements)})",
            ShellProcessSubstitutionSyntax substitution =>
                $"{(substitution.IsInput ? "<" : ">")}({Of(substitution.Statements)})",
            ShellArithmeticExpansionSyntax arithmetic => $"(({string.Concat(arithmetic.Parts.Select(Of))}))",
            _ => throw new InvalidOperationException(part.GetType().Name),
        };
}
