using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Text;

namespace DockerfileLint.Syntax.Dockerfiles;

/// <summary>The command of RUN, CMD, ENTRYPOINT, SHELL or HEALTHCHECK.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed class CommandSyntax : SyntaxNode
{
    internal CommandSyntax(TextSpan span, bool isExecForm, ImmutableArray<WordSyntax> arguments)
        : base(span)
    {
        IsExecForm = isExecForm;
        Arguments = arguments;
        Adopt(arguments);
    }

    /// <inheritdoc/>
    public override SyntaxKind SyntaxKind => SyntaxKind.Command;

    /// <summary>Whether the command is a JSON array of strings, run without a shell.</summary>
    public bool IsExecForm { get; }

    /// <summary>The strings of the exec form; empty in shell form, where the whole span is the script.</summary>
    public ImmutableArray<WordSyntax> Arguments { get; }

    /// <summary>
    /// The text of the command without continuations and the comments between them: what a shell form hands to the
    /// shell.
    /// </summary>
    public string GetScript()
    {
        var line = new LogicalLine();
        line.Start(Tree, Span);
        return line.Text.ToString();
    }

    internal override int SlotCount => 1;

    internal override ChildSlot GetSlot(int index) => ChildSlot.Of(Arguments);
}
