using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Diagnostics;
using DockerfileLint.Text;

namespace DockerfileLint.Syntax.Dockerfiles;

/// <summary>The tree of a Dockerfile.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed class DockerfileSyntaxTree : SyntaxTree
{
    private readonly DockerfileSyntax _root;

    internal DockerfileSyntaxTree(SourceFile file, SyntaxTokenList tokens, DockerfileSyntax root, char escape)
        : base(file, tokens, [])
    {
        _root = root;
        Escape = escape;
        root.Attach(this);
    }

    /// <summary>The root node.</summary>
    public new DockerfileSyntax Root => _root;

    /// <summary>The escape character: a backslash, or a backtick where the header says so.</summary>
    public char Escape { get; }

    /// <summary>Why the rest of the file was not read.</summary>
    internal DockerfileCut Cut { get; init; }

    private protected override SyntaxNode RootCore => _root;

    /// <summary>
    /// Parses a Dockerfile. Never fails: whatever cannot be read becomes a diagnostic, and reading goes on with the
    /// next instruction.
    /// </summary>
    /// <param name="file">The file.</param>
    /// <param name="cancellation">Ends the parsing.</param>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public static DockerfileSyntaxTree Parse(SourceFile file, CancellationToken cancellation = default)
    {
        if (file is null)
        {
            throw new ArgumentNullException(nameof(file));
        }

        return Parse(file, AnalysisBudget.Default, cancellation);
    }

    /// <summary>The same with another budget.</summary>
    internal static DockerfileSyntaxTree Parse(
        SourceFile file,
        AnalysisBudget budget,
        CancellationToken cancellation
    ) => new DockerfileParser(file, budget, cancellation).Parse();

    /// <summary>Parses a Dockerfile that has no path.</summary>
    public static DockerfileSyntaxTree Parse(string text) => Parse(new SourceFile("Dockerfile", SourceText.From(text)));

    /// <summary>Called once by the parser, whose later checks need the nodes.</summary>
    internal void SetDiagnostics(ImmutableArray<Diagnostic> diagnostics) => Diagnostics = diagnostics;
}

/// <summary>What a Dockerfile has too many of, so that the rest of it is not read.</summary>
internal enum DockerfileCut
{
    None,
    Instructions,
    Words,
}
