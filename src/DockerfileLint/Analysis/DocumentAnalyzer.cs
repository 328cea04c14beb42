using System.Globalization;
using DockerfileLint.Analysis.Projects;
using DockerfileLint.Analysis.Suppressions;
using DockerfileLint.Diagnostics;
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

    /// <summary>The comments of a tree that count; of too many those at the start.</summary>
    /// <param name="language">The language of the tree.</param>
    /// <param name="tree">The tree.</param>
    /// <param name="limit">How many comments and names in them are read.</param>
    /// <param name="cut">Says that some were left out, and where they start; or <c>null</c>.</param>
    protected List<Suppressor> FindSuppressors(
        Languages.Language language,
        SyntaxTree tree,
        int limit,
        out Notification? cut
    )
    {
        cut = null;
        if (!Options.HonourInlineSuppressions)
        {
            return [];
        }

        var allowance = new SuppressionAllowance(limit);
        List<Suppressor> suppressors = language.FindSuppressors(tree, allowance);
        if (allowance.Cut is { } first)
        {
            cut = new Notification(
                RuleDescriptors.LimitReached,
                LimitReachedMessages.Comments(tree.File.Path, limit.ToString(CultureInfo.InvariantCulture)),
                tree.File.Path,
                new Location(new SourceSpan(tree.File, first))
            );
        }

        return suppressors.FindAll(suppressor => (Options.SuppressionDialects & suppressor.Comment.Dialect) != 0);
    }
}
