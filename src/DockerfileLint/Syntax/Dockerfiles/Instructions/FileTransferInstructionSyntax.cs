using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace DockerfileLint.Syntax.Dockerfiles;

/// <summary>COPY or ADD.</summary>
[Experimental(ExperimentalApi.Id)]
public abstract class FileTransferInstructionSyntax : InstructionSyntax
{
    private protected FileTransferInstructionSyntax(
        InstructionKind kind,
        in InstructionParts parts,
        ImmutableArray<WordSyntax> arguments,
        bool isJsonForm
    )
        : base(kind, parts)
    {
        Arguments = arguments;
        IsJsonForm = isJsonForm;
        Adopt(arguments);
    }

    /// <summary>All arguments: sources, then the destination.</summary>
    public ImmutableArray<WordSyntax> Arguments { get; }

    /// <summary>Whether the arguments are a JSON array.</summary>
    public bool IsJsonForm { get; }

    /// <summary>What is copied; here-document operators included.</summary>
    public ReadOnlySpan<WordSyntax> Sources => Arguments.AsSpan().Slice(0, Math.Max(0, Arguments.Length - 1));

    /// <summary>Where it is copied to, or <c>null</c> where there are fewer than two arguments.</summary>
    public WordSyntax? Destination => Arguments.Length > 1 ? Arguments[Arguments.Length - 1] : null;

    /// <summary>
    /// Whether a source is the operator of a here-document. One with a blank in it is none: the builder reads the
    /// document, but takes the parts of the operator for paths.
    /// </summary>
    public bool IsHeredoc(WordSyntax source)
    {
        foreach (HeredocSyntax heredoc in Heredocs)
        {
            if (heredoc.OperatorSpan == source.Span)
            {
                return true;
            }
        }

        return false;
    }

    private protected override ChildSlot ArgumentSlot => ChildSlot.Of(Arguments);
}
