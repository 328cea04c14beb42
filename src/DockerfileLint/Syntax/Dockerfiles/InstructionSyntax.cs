using System.Collections.Immutable;
using DockerfileLint.Text;

namespace DockerfileLint.Syntax.Dockerfiles;

/// <summary>An instruction, from its name to its last argument or the terminator of its last here-document.</summary>
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
        foreach (FlagSyntax flag in Flags)
        {
            Adopt(flag);
        }

        foreach (HeredocSyntax heredoc in Heredocs)
        {
            Adopt(heredoc);
        }
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

    /// <inheritdoc/>
    public sealed override IReadOnlyList<SyntaxNode> ChildNodes
    {
        get
        {
            var children = new List<SyntaxNode>(Flags);
            AddArguments(children);
            children.AddRange(Heredocs);
            return children;
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

    private protected abstract void AddArguments(List<SyntaxNode> children);
}

/// <summary>What all instructions have.</summary>
internal readonly record struct InstructionParts(TextSpan Span, TextSpan LineSpan, TextSpan KeywordSpan, ImmutableArray<FlagSyntax> Flags, ImmutableArray<HeredocSyntax> Heredocs);
