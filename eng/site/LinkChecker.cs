using System.Xml;
using System.Xml.Linq;

namespace DockerfileLint.Site;

/// <summary>Holds the links of the site against its files and their anchors.</summary>
internal static class LinkChecker
{
    private static readonly (string Element, string Attribute)[] Links =
    [
        ("a", "href"),
        ("link", "href"),
        ("script", "src"),
        ("img", "src"),
        ("form", "action"),
    ];

    /// <summary>What is wrong: dead links, ids that stand twice, pages that nothing leads to, broken markup.</summary>
    internal static IReadOnlyList<string> Check(SiteFiles site)
    {
        var problems = new List<string>();
        var documents = new Dictionary<string, XDocument>();
        var anchors = new Dictionary<string, HashSet<string>>();
        foreach ((string path, string text) in site.Pages)
        {
            try
            {
                documents[path] = Read(text);
            }
            catch (XmlException e)
            {
                problems.Add($"{path}: {e.Message}");
                continue;
            }

            HashSet<string> ids = anchors[path] = [];
            foreach (XAttribute id in documents[path].Descendants().Attributes("id"))
            {
                if (!ids.Add(id.Value))
                {
                    problems.Add($"{path}: the id '{id.Value}' stands twice");
                }
            }
        }

        HashSet<string> reached = [StartPage.Path];
        foreach ((string path, XDocument document) in documents)
        {
            foreach (string link in GetLinks(document))
            {
                string? problem = Check(link, path, site, anchors, reached);
                if (problem is not null)
                {
                    problems.Add($"{path}: {problem}");
                }
            }
        }

        problems.AddRange(site.Pages.Keys.Except(reached).Select(path => $"{path}: no page has a link to it"));
        return problems;
    }

    private static string? Check(
        string link,
        string path,
        SiteFiles site,
        Dictionary<string, HashSet<string>> anchors,
        HashSet<string> reached
    )
    {
        if (Uri.TryCreate(link, UriKind.Absolute, out Uri? address))
        {
            return address.Scheme is "https" or "http" or "data" ? null : $"'{link}' is no address of the web";
        }

        var from = new Uri("https://site/" + path);
        if (!Uri.TryCreate(from, link, out Uri? target) || target.Host != from.Host)
        {
            return $"'{link}' is no address";
        }

        string file = Uri.UnescapeDataString(target.AbsolutePath[1..]);
        string anchor = Uri.UnescapeDataString(target.Fragment.TrimStart('#'));
        if (!site.Pages.ContainsKey(file) && !site.Assets.ContainsKey(file))
        {
            return $"'{link}' leads nowhere";
        }

        if (file != path)
        {
            reached.Add(file);
        }

        return anchor.Length > 0 && !(anchors.TryGetValue(file, out HashSet<string>? ids) && ids.Contains(anchor))
            ? $"'{link}' has no such anchor"
            : null;
    }

    private static IEnumerable<string> GetLinks(XDocument document) =>
        from element in document.Descendants()
        from link in Links
        where element.Name.LocalName == link.Element
        let value = (string?)element.Attribute(link.Attribute)
        where value is not null
        select value;

    private static XDocument Read(string text)
    {
        using var reader = XmlReader.Create(
            new StringReader(text),
            new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore }
        );
        return XDocument.Load(reader);
    }
}
