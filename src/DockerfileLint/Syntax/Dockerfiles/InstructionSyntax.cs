using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Text;

namespace DockerfileLint.Syntax.Dockerfiles;

/// <summary>An instruction, from its name to its last argument or the terminator of its last here-document.</summary>
[Experimental(ExperimentalApi.Id)]
public abstract class InstructionSyntax : SyntaxNode
{
    private protected InstructionSyntax(InstructionKind kind, in InstructionParts parts)
        : base(parts.Span)
    {
        Kind = kind;
        KeywordSpan = parts.KeywordSpan;
        LineSpan = parts.LineSpan;
        Flags = parts.Flags;
        Heredocs = parts.Heredocs;
        Adopt(Flags);
        Adopt(Heredocs);
    }

    /// <summary>Which instruction it is.</summary>
    public InstructionKind Kind { get; }

    /// <summary>The name as it is written.</summary>
    public TextSpan KeywordSpan { get; }

    /// <summary>The instruction without the here-documents below it.</summary>
    public TextSpan LineSpan { get; }

    /// <summary>The flags in order.</summary>
    public ImmutableArray<FlagSyntax> Flags { get; }

    /// <summary>The here-documents in order.</summary>
    public ImmutableArray<HeredocSyntax> Heredocs { get; }

    /// <summary>Whether the instruction is the trigger of an ONBUILD.</summary>
    public bool IsTrigger => Parent is OnbuildInstructionSyntax;

    /// <summary>
    /// The blank lines that the builder drops from the instruction's continuations, without their line ends. Those of
    /// here-documents are text and not among them.
    /// </summary>
    public IEnumerable<TextSpan> BlankLines => Parent is not DockerfileSyntax || !IsContinued ? [] : FindBlankLines();

    /// <summary>
    /// The comment lines above the instruction that belong to it, from the sign to the end: those since the instruction
    /// before, or since a comment without text, which detaches what stands above it. Blank lines between do not.
    /// </summary>
    public ImmutableArray<TextSpan> LeadingComments
    {
        get
        {
            ImmutableArray<TextSpan>.Builder? comments = null;
            SyntaxTokenList tokens = Tree.Tokens;
            for (int i = tokens.IndexAt(Span.Start) - 1; i >= 0; i--)
            {
                SyntaxToken token = tokens[i];
                if (token.Kind == SyntaxKind.Comment && !Tree.Text.AsSpan(token.Span).Slice(1).IsWhiteSpace())
                {
                    comments ??= ImmutableArray.CreateBuilder<TextSpan>();
                    comments.Add(token.Span);
                }
                else if (token.Kind is not (SyntaxKind.Whitespace or SyntaxKind.NewLine))
                {
                    break;
                }
            }

            comments?.Reverse();
            return comments?.ToImmutable() ?? [];
        }
    }

    /// <summary>Whether the instruction has more than one line, its here-documents aside.</summary>
    private bool IsContinued
    {
        get
        {
            ReadOnlySpan<char> text = Tree.Text.AsSpan(TextSpan.FromBounds(LineSpan.Start, Tree.Text.Length));
            if (text.Slice(0, LineSpan.Length).IndexOf('\n') >= 0)
            {
                return true;
            }

            // An escape character whose continuation holds nothing stands behind the span.
            ReadOnlySpan<char> rest = text.Slice(LineSpan.Length);
            int end = rest.IndexOf('\n');
            return end > 0 && rest.Slice(0, end).IndexOf(((DockerfileSyntaxTree)Tree).Escape) >= 0;
        }
    }

    /// <summary>The first flag of a name, or <c>null</c>.</summary>
    public FlagSyntax? GetFlag(string name)
    {
        foreach (FlagSyntax flag in Flags)
        {
            if (flag.Name == name)
            {
                return flag;
            }
        }

        return null;
    }

    private IEnumerable<TextSpan> FindBlankLines()
    {
        SyntaxTokenList tokens = Tree.Tokens;
        int lineStart = -1;
        bool isText = true;
        bool continues = false;
        for (int i = tokens.IndexAt(Span.Start); i < tokens.Count; i++)
        {
            SyntaxToken token = tokens[i];
            switch (token.Kind)
            {
                case SyntaxKind.NewLine when isText && !continues:
                    yield break;
                case SyntaxKind.NewLine:
                    if (!isText && lineStart >= 0)
                    {
                        yield return TextSpan.FromBounds(lineStart, token.Span.Start);
                    }

                    lineStart = token.Span.End;
                    isText = false;
                    break;
                case SyntaxKind.Continuation:
                    continues = true;
                    isText = true;
                    break;
                case SyntaxKind.Comment:
                    lineStart = -1;
                    break;
                case SyntaxKind.Whitespace:
                    break;
                default:
                    continues = false;
                    isText = true;
                    break;
            }
        }

        if (!isText && lineStart >= 0 && lineStart < Tree.Text.Length)
        {
            yield return TextSpan.FromBounds(lineStart, Tree.Text.Length);
        }
    }

    internal override int SlotCount => 3;

    internal override ChildSlot GetSlot(int index) =>
        index switch
        {
            0 => ChildSlot.Of(Flags),
            1 => ArgumentSlot,
            _ => ChildSlot.Of(Heredocs),
        };

    /// <summary>What stands between flags and here-documents.</summary>
    private protected abstract ChildSlot ArgumentSlot { get; }
}

/// <summary>What all instructions have.</summary>
internal readonly record struct InstructionParts(
    TextSpan Span,
    TextSpan LineSpan,
    TextSpan KeywordSpan,
    ImmutableArray<FlagSyntax> Flags,
    ImmutableArray<HeredocSyntax> Heredocs
);
