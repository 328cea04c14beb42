using DockerfileLint.Diagnostics;
using DockerfileLint.Rules;
using DockerfileLint.Tests.Testing;

namespace DockerfileLint.Tests.RulePages;

/// <summary>A page in <c>rules/</c> as it stands on disk.</summary>
internal sealed record RulePageFile(string FileName, string Text)
{
    private const string FencePrefix = "```";

    internal static string Folder { get; } = RepositoryFiles.GetPath("rules");

    internal string Id => FileName.Split('-')[0];

    internal RuleDescriptor Descriptor => RuleCatalog.Descriptors.Single(rule => rule.Id == Id);

    /// <summary>The fences whose info string has a language and then <c>bad</c> or <c>good</c>.</summary>
    internal IEnumerable<RulePageExample> Examples => ReadFences().Where(example => example.Heading is "bad" or "good");

    /// <summary>The bad examples that a fence follows which shows what the fixes of the rule make of them.</summary>
    internal IEnumerable<(RulePageExample Bad, string Fixed)> FixedExamples
    {
        get
        {
            RulePageExample? bad = null;
            foreach (RulePageExample example in ReadFences())
            {
                if (example.Kind is not null && example.Heading == "fixed")
                {
                    yield return (
                        bad ?? throw new InvalidOperationException($"{example} follows no bad example."),
                        example.Text
                    );
                }

                bad = example.IsBad ? example : bad;
            }
        }
    }

    internal static IEnumerable<RulePageFile> ReadAll() =>
        from path in Directory.EnumerateFiles(Folder, "*.md").Order(StringComparer.Ordinal)
        let name = Path.GetFileName(path)
        where name != "README.md"
        select new RulePageFile(name, File.ReadAllText(path).ReplaceLineEndings("\n"));

    private IEnumerable<RulePageExample> ReadFences()
    {
        string[] lines = Text.Split('\n');
        for (int line = 0; line < lines.Length; line++)
        {
            if (!lines[line].StartsWith(FencePrefix, StringComparison.Ordinal))
            {
                continue;
            }

            int start = line++;
            string fence = lines[start][..^lines[start].TrimStart('`').Length];
            while (line < lines.Length && lines[line].TrimEnd() != fence)
            {
                line++;
            }

            string[] info = lines[start][fence.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (info.Length >= 2)
            {
                yield return new RulePageExample(
                    this,
                    start + 1,
                    info[0],
                    info[1],
                    info[2..],
                    string.Concat(lines[(start + 1)..line].Select(content => content + "\n"))
                );
            }
        }
    }

    public override string ToString() => FileName;
}

/// <summary>A fence of a page that is linted.</summary>
/// <param name="Page">The page.</param>
/// <param name="Line">1-based line of its first fence mark.</param>
/// <param name="Language">First word of the info string.</param>
/// <param name="Heading">What it shows: <c>bad</c>, <c>good</c> or <c>fixed</c>.</param>
/// <param name="Settings">Options of the rule for this example, <c>name=value</c> each.</param>
/// <param name="Text">What stands between the fence marks, caret lines included.</param>
internal sealed record RulePageExample(
    RulePageFile Page,
    int Line,
    string Language,
    string Heading,
    IReadOnlyList<string> Settings,
    string Text
)
{
    /// <summary>Whether it shows findings.</summary>
    internal bool IsBad => Heading == "bad";

    /// <summary>The language of the example, or <c>null</c> where it is none that is linted.</summary>
    internal DockerfileLint.Analysis.Languages.Language? Kind =>
        Language switch
        {
            "dockerfile" => DockerfileLint.Analysis.Languages.Language.Dockerfile,
            "yaml" => DockerfileLint.Analysis.Languages.Language.Compose,
            _ => null,
        };

    public override string ToString() => $"rules/{Page.FileName}:{Line}";
}
