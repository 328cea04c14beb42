namespace DockerfileLint.Site;

/// <summary>What all pages share.</summary>
internal static class Layout
{
    private static readonly (string Path, string Text)[] Lists =
    [
        (StartPage.Path, "Rules"),
        (ListPages.SeveritiesPath, "Severities"),
        (ListPages.PeersPath, "Other tools"),
        (ListPages.StandardsPath, "Standards"),
    ];

    private static readonly (string Path, string Text)[] Documents =
    [
        ("docs/reference.html", "Reference"),
        ("docs/configuration.html", "Configuration"),
        ("docs/audit.html", "Audit"),
        ("docs/ci.html", "CI"),
        ("docs/library.html", "Library"),
        ("docs/csharp.html", "C#"),
    ];

    /// <summary>Wraps the content of a page.</summary>
    /// <param name="path">Path of the page in the site.</param>
    /// <param name="title">The title, as text.</param>
    /// <param name="description">What the page is about, one sentence of text.</param>
    /// <param name="content">The content of <c>main</c>.</param>
    internal static string Wrap(string path, string title, string description, string content)
    {
        string root = GetRoot(path);
        string search =
            path == StartPage.Path
                ? ""
                : $"""
                    <form role="search" action="{root}{StartPage.Path}"><label>
                    <span class="unseen">Search the rules</span>
                    <input type="search" name="q" placeholder="Search the rules" /></label></form>
                    """;
        string script = path == StartPage.Path ? $"""<script src="{root}search.js" defer="defer"></script>""" : "";
        return $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8" />
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            <title>{Html.Encode(title)}</title>
            <meta name="description" content="{Html.Encode(description)}" />
            <link rel="icon" href="data:," />
            <link rel="stylesheet" href="{root}site.css" />
            {script}
            </head>
            <body>
            <a class="skip" href="#content">Skip to the content</a>
            <header><div class="bar">
            <a class="home" href="{root}{StartPage.Path}">dockerfile-lint</a>
            <nav aria-label="Lists of rules">{string.Concat(Lists.Select(GetItem))}</nav>
            {search}
            </div></header>
            <main id="content">
            {content}</main>
            <footer><div class="bar"><nav aria-label="Documentation">{string.Concat(
                Documents.Select(GetItem)
            )}<a href="{SiteFiles.Repository}">Sources</a></nav></div></footer>
            </body>
            </html>

            """;

        string GetItem((string Path, string Text) item) =>
            item.Path == path
                ? $"""<a href="{root}{item.Path}" aria-current="page">{item.Text}</a>"""
                : $"""<a href="{root}{item.Path}">{item.Text}</a>""";
    }

    /// <summary>The way from a page to the folder of the site: <c>../</c> for each folder above it.</summary>
    internal static string GetRoot(string path) => string.Concat(path.Where(c => c == '/').Select(_ => "../"));
}
