using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace DockerfileLint.Syntax.Shell;

/// <summary>
/// A whole script. There is one for every text: what a shell would refuse is listed in <see cref="Errors"/>, and the
/// tree holds what could be read.
/// </summary>
[Experimental(ExperimentalApi.Id)]
public sealed class ShellScriptSyntax : ShellSyntaxNode
{
    private ShellSyntaxTree? _tree;

    internal ShellScriptSyntax(
        ShellText text,
        ShellKind kind,
        ImmutableArray<ShellListSyntax> statements,
        ImmutableArray<SyntaxToken> comments,
        ImmutableArray<ShellSyntaxError> errors,
        SyntaxNode? parent
    )
        : base(text, text.Start, text.End)
    {
        Kind = kind;
        Statements = statements;
        Comments = comments;
        Errors = errors;
        Parent = parent;
        Adopt(statements);
    }

    /// <inheritdoc/>
    public override SyntaxKind SyntaxKind => SyntaxKind.ShellScript;

    /// <inheritdoc/>
    public override SyntaxTree Tree => _tree ?? base.Tree;

    /// <summary>The language.</summary>
    public ShellKind Kind { get; }

    /// <summary>The statements in order.</summary>
    public ImmutableArray<ShellListSyntax> Statements { get; }

    /// <summary>
    /// The comments that a shell sees, in text order, each from its <c>#</c> to before the line end. Comments between
    /// the lines of an instruction, which the builder drops, are tokens of the file's tree.
    /// </summary>
    public ImmutableArray<SyntaxToken> Comments { get; }

    /// <summary>What a shell would refuse, in text order.</summary>
    public ImmutableArray<ShellSyntaxError> Errors { get; }

    /// <summary>
    /// The command of another script that runs this one, such as <c>sh -c '…'</c>; <c>null</c> where it is an
    /// instruction's own script.
    /// </summary>
    public ShellSimpleCommandSyntax? Host => Parent as ShellSimpleCommandSyntax;

    /// <summary>
    /// Parses a script that stands alone, as the root of a <see cref="ShellSyntaxTree"/>; spans are offsets in
    /// <paramref name="text"/>. Never fails.
    /// </summary>
    public static ShellScriptSyntax Parse(string text, ShellKind kind = ShellKind.Bash) =>
        ShellSyntaxTree.Parse(text, kind).Root;

    /// <summary>
    /// All simple commands of this script in text order, those in substitutions, functions and control flow included;
    /// scripts that they host are not.
    /// </summary>
    public IReadOnlyList<ShellSimpleCommandSyntax> GetSimpleCommands()
    {
        var commands = new List<ShellSimpleCommandSyntax>();
        AddSimpleCommands(this, commands);
        return commands;
    }

    internal override int SlotCount => 1;

    internal override ChildSlot GetSlot(int index) => ChildSlot.Of(Statements);

    /// <summary>Called once by the tree of a script that stands alone.</summary>
    internal void Attach(ShellSyntaxTree tree) => _tree = tree;

    /// <summary>Scripts nest no deeper than the parser, which calls itself too.</summary>
    private static void AddSimpleCommands(SyntaxNode node, List<ShellSimpleCommandSyntax> commands)
    {
        if (node is ShellSimpleCommandSyntax command)
        {
            commands.Add(command);
        }

        foreach (SyntaxNode child in node.ChildNodes)
        {
            AddSimpleCommands(child, commands);
        }
    }
}
