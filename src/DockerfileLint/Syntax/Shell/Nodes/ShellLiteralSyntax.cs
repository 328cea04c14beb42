using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace DockerfileLint.Syntax.Shell;

/// <summary>Text of a word outside single quotes, with its escapes.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed class ShellLiteralSyntax : ShellWordPartSyntax
{
    internal ShellLiteralSyntax(ShellText text, int start, int end, ShellEscapes escapes)
        : base(text, start, end)
    {
        Escapes = escapes;
    }

    /// <inheritdoc/>
    public override SyntaxKind SyntaxKind => SyntaxKind.ShellLiteral;

    /// <summary>The text with escapes removed.</summary>
    public string Value
    {
        get
        {
            var value = new StringBuilder(End - Start);
            AppendValue(value);
            return value.ToString();
        }
    }

    /// <summary>What a backslash escapes here.</summary>
    internal ShellEscapes Escapes { get; }

    internal override void AppendValue(StringBuilder value)
    {
        int position = Start;
        while (Next(ref position, out int start, out int end))
        {
            value.Append(Text.Text, start, end - start);
        }
    }

    /// <summary>The next run of characters that stand for themselves.</summary>
    internal bool Next(ref int position, out int start, out int end)
    {
        string text = Text.Text;
        while (
            position < End
            && text[position] == '\\'
            && Escapes != ShellEscapes.None
            && position + 1 < End
            && Escapes.Apply(text[position + 1])
        )
        {
            position++;
            if (text[position] != '\n')
            {
                break;
            }

            position++;
        }

        // The first character of a run is no escape any more, whatever it is.
        start = position;
        end = Math.Min(End, position + 1);
        while (
            end < End
            && (text[end] != '\\' || Escapes == ShellEscapes.None || end + 1 == End || !Escapes.Apply(text[end + 1]))
        )
        {
            end++;
        }

        position = end;
        return start < end;
    }
}

/// <summary>What a backslash escapes.</summary>
internal enum ShellEscapes : byte
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Any character: outside quotes.</summary>
    All,

    /// <summary>What is special in double quotes.</summary>
    DoubleQuoted,

    /// <summary>What is special in the lines of a here-document.</summary>
    HereDocument,
}

internal static class ShellEscapesExtensions
{
    /// <summary>Whether a backslash in front of a character is dropped.</summary>
    internal static bool Apply(this ShellEscapes escapes, char c) =>
        escapes switch
        {
            ShellEscapes.All => true,
            ShellEscapes.DoubleQuoted => c is '$' or '`' or '"' or '\\' or '\n',
            ShellEscapes.HereDocument => c is '$' or '`' or '\\' or '\n',
            _ => false,
        };
}
