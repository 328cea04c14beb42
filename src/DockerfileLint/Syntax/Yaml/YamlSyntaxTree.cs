using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Diagnostics;
using DockerfileLint.Text;

namespace DockerfileLint.Syntax.Yaml;

/// <summary>
/// The syntax tree of a YAML file. There is one for every text: parts that are not YAML become
/// <see cref="SyntaxKind.SkippedText"/> with a diagnostic, and the parts around them are read on their own.
/// </summary>
[Experimental(ExperimentalApi.Id)]
public sealed class YamlSyntaxTree : SyntaxTree
{
    private YamlSyntaxTree(
        SourceFile file,
        SyntaxTokenList tokens,
        ImmutableArray<Diagnostic> diagnostics,
        List<YamlDocumentSyntax> documents
    )
        : base(file, tokens, diagnostics)
    {
        Root = new YamlStreamSyntax(this, [.. documents]);
    }

    /// <summary>The root node.</summary>
    public new YamlStreamSyntax Root { get; }

    private protected override SyntaxNode RootCore => Root;

    /// <summary>Parses a file. Never throws on its content.</summary>
    /// <param name="file">The file.</param>
    /// <param name="budget">What the file may cost, or <c>null</c> for the default.</param>
    /// <param name="cancellation">Ends the parsing.</param>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public static YamlSyntaxTree Parse(
        SourceFile file,
        AnalysisBudget? budget = null,
        CancellationToken cancellation = default
    )
    {
        if (file is null)
        {
            throw new ArgumentNullException(nameof(file));
        }

        budget ??= AnalysisBudget.Default;
        var diagnostics = new YamlDiagnosticBag(file, budget);
        YamlContent content = YamlRecovery.Read(file.Text.ToString(), diagnostics, budget, cancellation);
        cancellation.ThrowIfCancellationRequested();
        SyntaxTokenList tokens = YamlTokenTiler.Tile(file.Text.ToString(), content.Tokens);
        if (content.NeedsBinding)
        {
            YamlAliasBinder.Bind(content.Documents, diagnostics, content.IsComplete, cancellation);
        }

        diagnostics.AddCharacterProblems();
        if (content.IsComplete)
        {
            diagnostics.AddSkippedText(tokens);
        }

        return new YamlSyntaxTree(file, tokens, diagnostics.ToImmutable(), content.Documents);
    }
}
