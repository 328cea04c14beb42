using System.Text;
using DockerfileLint.Diagnostics;
using DockerfileLint.Rules;

namespace DockerfileLint.Site;

/// <summary>All files of the site, as texts by path.</summary>
/// <param name="Pages">The pages, which end in <c>.html</c>.</param>
/// <param name="Assets">What the pages load.</param>
internal sealed record SiteFiles(IReadOnlyDictionary<string, string> Pages, IReadOnlyDictionary<string, string> Assets)
{
    /// <summary>Where the site is published; the addresses of rules begin with it.</summary>
    internal const string Address = "https://dockerfilelint.github.io/dockerfilelint/";

    /// <summary>Where a link to a file leads that is not part of the site.</summary>
    internal const string Repository = "https://github.com/dockerfilelint/dockerfilelint";

    private const string AssetPrefix = "assets/";

    /// <summary>The site of the rules that are built in and of a repository's documentation.</summary>
    /// <param name="repository">The folder of the repository.</param>
    internal static SiteFiles Create(string repository)
    {
        IReadOnlyList<RuleDescriptor> rules = RuleCatalog.Descriptors;
        var prose = new Prose(rules);
        var pages = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            [StartPage.Path] = StartPage.Create(rules),
            [ListPages.SeveritiesPath] = ListPages.CreateSeverities(rules),
            [ListPages.PeersPath] = ListPages.CreatePeers(rules),
            [ListPages.StandardsPath] = ListPages.CreateStandards(rules),
        };
        for (int i = 0; i < rules.Count; i++)
        {
            pages.Add(RuleDetailPages.GetPath(rules[i]), RuleDetailPages.Create(rules, i, prose));
        }

        foreach (string file in Directory.EnumerateFiles(Path.Combine(repository, "docs"), "*.md"))
        {
            string name = Path.GetFileNameWithoutExtension(file);
            pages.Add($"docs/{name}.html", DocumentPages.Create(name, File.ReadAllText(file), prose));
        }

        return new SiteFiles(pages, ReadAssets());
    }

    /// <summary>Writes the files into a folder, which is made where there is none.</summary>
    internal void WriteTo(string folder)
    {
        foreach ((string path, string text) in Pages.Concat(Assets))
        {
            string file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }
    }

    private static Dictionary<string, string> ReadAssets()
    {
        var assets = new Dictionary<string, string>();
        foreach (string name in typeof(SiteFiles).Assembly.GetManifestResourceNames())
        {
            using var reader = new StreamReader(typeof(SiteFiles).Assembly.GetManifestResourceStream(name)!);
            assets.Add(name[AssetPrefix.Length..], reader.ReadToEnd());
        }

        return assets;
    }
}
