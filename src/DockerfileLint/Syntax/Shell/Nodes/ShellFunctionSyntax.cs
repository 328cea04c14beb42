using System.Diagnostics.CodeAnalysis;

namespace DockerfileLint.Syntax.Shell;

/// <summary>
/// A function definition: <c>name() { …; }</c> or <c>function name { …; }</c>. Redirections behind the body belong to
/// the body.
/// </summary>
[Experimental(ExperimentalApi.Id)]
public sealed class ShellFunctionSyntax : ShellCommandSyntax
{
    internal ShellFunctionSyntax(ShellText text, int start, int end, ShellWordSyntax name, ShellCommandSyntax? body)
        : base(text, start, end, [])
    {
        Name = name;
        Body = body;
        Adopt(name);
        Adopt(body);
    }

    /// <inheritdoc/>
    public override SyntaxKind SyntaxKind => SyntaxKind.ShellFunction;

    /// <summary>The name.</summary>
    public ShellWordSyntax Name { get; }

    /// <summary>The body; <c>null</c> where the text is broken.</summary>
    public ShellCommandSyntax? Body { get; }

    internal override int SlotCount => 2;

    internal override ChildSlot GetSlot(int index) => index == 0 ? Name : Body;
}
