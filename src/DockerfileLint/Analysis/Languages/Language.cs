using System.Collections.Immutable;
using DockerfileLint.Analysis.Suppressions;
using DockerfileLint.Syntax;
using DockerfileLint.Text;

namespace DockerfileLint.Analysis.Languages;

/// <summary>A language that files are written in: how it is told, read and judged. Immutable.</summary>
public abstract class Language
{
    private protected Language(int index, string id, string mimeType, string sourceLanguage, string tag)
    {
        Index = index;
        Id = id;
        MimeType = mimeType;
        SourceLanguage = sourceLanguage;
        Tag = tag;
    }

    /// <summary>Dockerfiles and Containerfiles.</summary>
    public static Language Dockerfile { get; } = new DockerfileLanguage(index: 0);

    /// <summary>Compose files.</summary>
    public static Language Compose { get; } = new ComposeLanguage(index: 1);

    /// <summary>All languages. A text that is none of the others is taken for the first.</summary>
    public static ImmutableArray<Language> All { get; } = [Dockerfile, Compose];

    /// <summary>The name in reports and on the command line: lower case, without blanks.</summary>
    public string Id { get; }

    /// <summary>The media type of a file.</summary>
    public string MimeType { get; }

    /// <summary>What SARIF calls the language.</summary>
    public string SourceLanguage { get; }

    /// <summary>The tag that SARIF's rules have when they report files of the language.</summary>
    public string Tag { get; }

    /// <summary>0-based place in <see cref="All"/>.</summary>
    internal int Index { get; }

    /// <summary>The language with an id, or <c>null</c>.</summary>
    public static Language? Find(string id)
    {
        foreach (Language language in All)
        {
            if (language.Id == id)
            {
                return language;
            }
        }

        return null;
    }

    /// <summary>
    /// The language that a file's name says, or <c>null</c> where it says nothing; without regard to case, as real
    /// projects spell names both ways.
    /// </summary>
    /// <param name="path">A path with <c>/</c> between its segments, or a name.</param>
    public static Language? FromPath(string path)
    {
        if (path is null)
        {
            throw new ArgumentNullException(nameof(path));
        }

        return FromName(path.AsSpan(path.LastIndexOf('/') + 1));
    }

    /// <summary>The language that a file's name says, or <c>null</c> where it says nothing.</summary>
    /// <param name="name">The name without folders.</param>
    public static Language? FromName(ReadOnlySpan<char> name)
    {
        foreach (Language language in All)
        {
            if (language.IsNamed(name))
            {
                return language;
            }
        }

        return null;
    }

    /// <summary>
    /// The language of a text whose name says nothing, by its first line that is neither blank nor a comment.
    /// </summary>
    public static Language FromText(SourceText text)
    {
        if (text is null)
        {
            throw new ArgumentNullException(nameof(text));
        }

        for (int line = 0; line < text.LineCount; line++)
        {
            ReadOnlySpan<char> content = text.AsSpan(text.GetLineSpan(line)).Trim();
            if (content.IsEmpty || content[0] == '#')
            {
                continue;
            }

            foreach (Language language in All)
            {
                if (language.StartsWith(content))
                {
                    return language;
                }
            }

            break;
        }

        return All[0];
    }

    /// <summary>Reads a text. There is a tree for every text.</summary>
    /// <param name="file">The text with its path.</param>
    /// <param name="budget">What the file may cost, or <c>null</c> for the default.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public abstract SyntaxTree Parse(
        SourceFile file,
        AnalysisBudget? budget = null,
        CancellationToken cancellation = default
    );

    /// <summary>Whether a tool that looks for its default file would take this very name.</summary>
    public abstract bool IsDefaultName(ReadOnlySpan<char> name);

    /// <summary>The id.</summary>
    public override string ToString() => Id;

    /// <summary>Whether a file of this name is one of the language.</summary>
    internal abstract bool IsNamed(ReadOnlySpan<char> name);

    /// <summary>Whether a file of the language may start with a line that is neither blank nor a comment.</summary>
    internal abstract bool StartsWith(ReadOnlySpan<char> line);

    /// <summary>The comments of a tree that suppress findings.</summary>
    internal abstract List<Suppressor> FindSuppressors(SyntaxTree tree, SuppressionAllowance allowance);

    /// <summary>What judges the files of the language.</summary>
    internal abstract DocumentAnalyzer CreateAnalyzer(LintOptions options);
}
