using DockerfileLint.Analysis.Projects;
using DockerfileLint.Analysis.Suppressions;
using DockerfileLint.Syntax;
using DockerfileLint.Text;

namespace DockerfileLint.Analysis;

/// <summary>Has the parsers and the rules judge the files of one language. Safe to use from several threads.</summary>
internal abstract class DocumentAnalyzer(LintOptions options)
{
    protected LintOptions Options => options;

    /// <summary>Judges a file that was found.</summary>
    /// <param name="file">The file.</param>
    /// <param name="reader">The snapshot that it lies in.</param>
    internal abstract FileAnalysis Analyze(SourceFile file, ProjectReader reader);

    /// <summary>The comments of a tree that count.</summary>
    protected List<Suppressor> FindSuppressors(Languages.Language language, SyntaxTree tree) =>
        Options.HonourInlineSuppressions
            ? language
                .FindSuppressors(tree)
                .FindAll(suppressor => (Options.SuppressionDialects & suppressor.Comment.Dialect) != 0)
            : [];
}
