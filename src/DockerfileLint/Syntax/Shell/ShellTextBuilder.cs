using System.Collections.Immutable;
using System.Text;
using DockerfileLint.Text;

namespace DockerfileLint.Syntax.Shell;

/// <summary>
/// Makes a script out of parts of other ones: what a shell hands on once it has removed quotes and escapes.
/// </summary>
internal sealed class ShellTextBuilder
{
    private readonly TextSpan _place;
    private readonly StringBuilder _text = new();
    private readonly List<ShellTextSegment> _segments = [];

    // The one piece of another text that all characters come from, as long as there is one.
    private ShellText? _piece;
    private int _pieceStart;
    private int _pieceEnd;

    /// <param name="place">Where the script stands if nothing is appended.</param>
    internal ShellTextBuilder(TextSpan place)
    {
        _place = place;
    }

    /// <summary>Appends a part of a text as it is.</summary>
    internal void Append(ShellText origin, int start, int end)
    {
        if (start >= end)
        {
            return;
        }

        if (_text.Length == 0)
        {
            (_piece, _pieceStart, _pieceEnd) = (origin, start, end);
        }
        else if (_piece == origin && _pieceEnd == start)
        {
            _pieceEnd = end;
        }
        else
        {
            _piece = null;
        }

        origin.AddSegments(_segments, start, end, _text.Length);
        _text.Append(origin.Text, start, end - start);
    }

    /// <summary>Appends characters that stand for a part of the source.</summary>
    internal void Append(string decoded, TextSpan source)
    {
        if (decoded.Length > 0)
        {
            _segments.Add(new ShellTextSegment(_text.Length, source, IsVerbatim: false));
            _text.Append(decoded);
            _piece = null;
        }
    }

    /// <summary>
    /// Appends what the program gets that a word is handed to. Parameters stay as they are written: the program's text
    /// is what they would make of it, unless they hold operators.
    /// Substitutions, whose commands belong to the outer script, become a parameter that has no value of its own.
    /// </summary>
    internal void AppendValue(ShellWordSyntax word)
    {
        if (word.Parts.IsEmpty)
        {
            Append(word.Text, word.Start, word.End);
        }
        else
        {
            AppendValue(word.Parts);
        }
    }

    /// <summary>The script; a slice where it is one piece of another text.</summary>
    internal ShellText ToText() =>
        _piece is not null ? _piece.Slice(_pieceStart, _pieceEnd)
        : _segments.Count == 0 ? ShellText.FromWhole("", _place)
        : ShellText.FromSegments(_text.ToString(), [.. _segments]);

    private void AppendValue(ImmutableArray<ShellWordPartSyntax> parts)
    {
        foreach (ShellWordPartSyntax part in parts)
        {
            switch (part)
            {
                case ShellLiteralSyntax literal:
                    int position = literal.Start;
                    while (literal.Next(ref position, out int start, out int end))
                    {
                        Append(literal.Text, start, end);
                    }

                    break;
                case ShellSingleQuotedSyntax { IsAnsiC: true } quoted:
                    Append(quoted.Value, quoted.Span);
                    break;
                case ShellSingleQuotedSyntax quoted:
                    Append(quoted.Text, quoted.ValueStart, quoted.ValueEnd);
                    break;
                case ShellDoubleQuotedSyntax quoted:
                    AppendValue(quoted.Parts);
                    break;
                case ShellParameterSyntax parameter when !HasSubstitution(parameter):
                    Append(parameter.Text, parameter.Start, parameter.End);
                    break;
                default:
                    Append("$_", part.Span);
                    break;
            }
        }
    }

    private static bool HasSubstitution(ShellParameterSyntax parameter)
    {
        foreach (SyntaxNode node in parameter.Operands.IsEmpty ? [] : parameter.DescendantNodesAndSelf())
        {
            if (node is ShellCommandSubstitutionSyntax or ShellProcessSubstitutionSyntax)
            {
                return true;
            }
        }

        return false;
    }
}
