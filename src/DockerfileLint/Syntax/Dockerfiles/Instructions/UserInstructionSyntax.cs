using System.Diagnostics.CodeAnalysis;

namespace DockerfileLint.Syntax.Dockerfiles;

/// <summary>USER: who runs what follows, and the container.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed class UserInstructionSyntax : InstructionSyntax
{
    internal UserInstructionSyntax(in InstructionParts parts, WordSyntax? user)
        : base(InstructionKind.User, parts)
    {
        User = user;
        Adopt(User);
    }

    /// <inheritdoc/>
    public override SyntaxKind SyntaxKind => SyntaxKind.UserInstruction;

    /// <summary>User and optional group, or <c>null</c> where it is missing.</summary>
    public WordSyntax? User { get; }

    private protected override ChildSlot ArgumentSlot => User;
}
