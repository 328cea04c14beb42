using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Text;

namespace DockerfileLint.Syntax.Shell;

/// <summary>A redirection such as <c>2&gt;&amp;1</c>, <c>&lt; file</c> or <c>&lt;&lt;EOF</c>.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed class ShellRedirectionSyntax : ShellSyntaxNode
{
    private readonly int _operatorStart;
    private readonly int _operatorLength;

    internal ShellRedirectionSyntax(
        ShellText text,
        int start,
        int end,
        ShellRedirectionKind kind,
        int operatorStart,
        int operatorLength,
        ShellWordSyntax? target
    )
        : base(text, start, end)
    {
        Kind = kind;
        _operatorStart = operatorStart;
        _operatorLength = operatorLength;
        Target = target;
        Adopt(target);
    }

    /// <inheritdoc/>
    public override SyntaxKind SyntaxKind => SyntaxKind.ShellRedirection;

    /// <summary>Which operator it is.</summary>
    public ShellRedirectionKind Kind { get; }

    /// <summary>Where the operator stands.</summary>
    public TextSpan OperatorSpan => Text.Map(_operatorStart, _operatorStart + _operatorLength);

    /// <summary>What stands in front of the operator: a number, a variable such as <c>{fd}</c>, or nothing.</summary>
    public string DescriptorText => Text.AsSpan(Start, _operatorStart).ToString();

    /// <summary>
    /// The file, the descriptor, the word of a here-string or the terminator of a here-document; <c>null</c> where the
    /// text is broken.
    /// </summary>
    public ShellWordSyntax? Target { get; }

    /// <summary>
    /// The lines of a here-document, without the terminator; <c>null</c> for other redirections and where they are
    /// missing. They lie behind the line of the redirection.
    /// </summary>
    public ShellWordSyntax? Body { get; private set; }

    /// <summary>Whether it is a here-document.</summary>
    public bool IsHereDocument =>
        Kind is ShellRedirectionKind.HereDocument or ShellRedirectionKind.HereDocumentWithoutTabs;

    internal override int SlotCount => 2;

    internal override ChildSlot GetSlot(int index) => index == 0 ? Target : Body;

    /// <summary>Called by the parser when it comes to the lines.</summary>
    internal void SetBody(ShellWordSyntax body)
    {
        Body = body;
        Adopt(body);
    }
}

/// <summary>The redirection operators.</summary>
[Experimental(ExperimentalApi.Id)]
public enum ShellRedirectionKind
{
    /// <summary><c>&lt;</c></summary>
    Input,

    /// <summary><c>&gt;</c></summary>
    Output,

    /// <summary><c>&gt;&gt;</c></summary>
    Append,

    /// <summary><c>&gt;|</c></summary>
    Clobber,

    /// <summary><c>&lt;&gt;</c></summary>
    InputOutput,

    /// <summary><c>&lt;&amp;</c></summary>
    DuplicateInput,

    /// <summary><c>&gt;&amp;</c></summary>
    DuplicateOutput,

    /// <summary><c>&amp;&gt;</c></summary>
    OutputAndError,

    /// <summary><c>&amp;&gt;&gt;</c></summary>
    AppendOutputAndError,

    /// <summary><c>&lt;&lt;</c></summary>
    HereDocument,

    /// <summary><c>&lt;&lt;-</c>: tabs at the start of lines are dropped.</summary>
    HereDocumentWithoutTabs,

    /// <summary><c>&lt;&lt;&lt;</c></summary>
    HereString,
}
