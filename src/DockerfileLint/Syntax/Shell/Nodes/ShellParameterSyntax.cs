using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using DockerfileLint.Text;

namespace DockerfileLint.Syntax.Shell;

/// <summary><c>$name</c>, <c>${name}</c> or <c>${name:-…}</c> and its kin.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed class ShellParameterSyntax : ShellWordPartSyntax
{
    private readonly TextSpan _name;
    private readonly TextSpan _operator;

    internal ShellParameterSyntax(
        ShellText text,
        int start,
        int end,
        TextSpan name,
        TextSpan operation,
        char prefix,
        ImmutableArray<ShellWordPartSyntax> operands
    )
        : base(text, start, end)
    {
        _name = name;
        _operator = operation;
        IsLength = prefix == '#';
        IsIndirect = prefix == '!';
        Operands = operands;
        Adopt(operands);
    }

    /// <inheritdoc/>
    public override SyntaxKind SyntaxKind => SyntaxKind.ShellParameter;

    /// <summary>The variable, or the number or sign of a special parameter; empty where the text is broken.</summary>
    public string Name => Text.AsSpan(_name.Start, _name.End).ToString();

    /// <summary>Whether it stands in braces.</summary>
    public bool IsBraced => End - Start > 1 && Text.Text[Start + 1] == '{';

    /// <summary>Whether it is the length, <c>${#name}</c>.</summary>
    public bool IsLength { get; }

    /// <summary>Whether it is <c>${!name}</c>: the variable that the variable names.</summary>
    public bool IsIndirect { get; }

    /// <summary>
    /// The operator behind the name, such as <c>:-</c>, <c>%%</c> or <c>//</c>; empty where there is none.
    /// </summary>
    public string Operator => Text.AsSpan(_operator.Start, _operator.End).ToString();

    /// <summary>
    /// What follows the operator, up to the closing brace; an index comes first, without its brackets.
    /// </summary>
    public ImmutableArray<ShellWordPartSyntax> Operands { get; }

    internal override int SlotCount => 1;

    internal override ChildSlot GetSlot(int index) => ChildSlot.Of(Operands);

    internal override void AppendValue(StringBuilder value)
    {
        if (IsBraced)
        {
            value.Append(Text.Text, Start, End - Start);
        }
        else
        {
            value.Append("${").Append(Text.Text, _name.Start, _name.Length).Append('}');
        }
    }
}
