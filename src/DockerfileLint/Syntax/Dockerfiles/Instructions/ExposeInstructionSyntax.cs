using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace DockerfileLint.Syntax.Dockerfiles;

/// <summary>EXPOSE.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed class ExposeInstructionSyntax : InstructionSyntax
{
    internal ExposeInstructionSyntax(in InstructionParts parts, ImmutableArray<WordSyntax> ports)
        : base(InstructionKind.Expose, parts)
    {
        Ports = ports;
        foreach (WordSyntax child in ports)
        {
            Adopt(child);
        }
    }

    /// <summary>The ports as they are written.</summary>
    public ImmutableArray<WordSyntax> Ports { get; }

    private protected override void AddArguments(List<SyntaxNode> children) => children.AddRange(Ports);
}
