using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace DockerfileLint.Syntax.Shell;

/// <summary><c>'…'</c> or <c>$'…'</c></summary>
[Experimental(ExperimentalApi.Id)]
public sealed class ShellSingleQuotedSyntax : ShellWordPartSyntax
{
    internal ShellSingleQuotedSyntax(ShellText text, int start, int end, int valueStart, int valueEnd)
        : base(text, start, end)
    {
        ValueStart = valueStart;
        ValueEnd = valueEnd;
    }

    /// <inheritdoc/>
    public override SyntaxKind SyntaxKind => SyntaxKind.ShellSingleQuoted;

    /// <summary>Whether it is <c>$'…'</c>, in which a backslash escapes as in C.</summary>
    public bool IsAnsiC => Text.Text[Start] == '$';

    /// <summary>The text between the quotes; the escapes of <c>$'…'</c> decoded.</summary>
    public string Value
    {
        get
        {
            var value = new StringBuilder();
            AppendValue(value);
            return value.ToString();
        }
    }

    internal int ValueStart { get; }

    internal int ValueEnd { get; }

    internal override void AppendValue(StringBuilder value)
    {
        if (!IsAnsiC || Text.AsSpan(ValueStart, ValueEnd).IndexOf('\\') < 0)
        {
            value.Append(Text.Text, ValueStart, ValueEnd - ValueStart);
            return;
        }

        AnsiCQuoting.AppendDecoded(value, Text.AsSpan(ValueStart, ValueEnd));
    }
}
