using System.Text;
using System.Text.RegularExpressions;
using DockerfileLint.Diagnostics;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace DockerfileLint.Site;

/// <summary>
/// Markdown of the repository as HTML: ids of rules become links, links to files lead to their pages in the site or
/// into the repository, and findings in examples are marked.
/// </summary>
internal sealed partial class Prose
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseAutoIdentifiers(AutoIdentifierOptions.GitHub)
        .Build();

    private readonly Dictionary<string, string> _pages = [];

    internal Prose(IEnumerable<RuleDescriptor> rules)
    {
        foreach (RuleDescriptor rule in rules)
        {
            _pages.Add(rule.Id, RuleDetailPages.GetPath(rule));
        }
    }

    /// <summary>Writes a text as HTML.</summary>
    /// <param name="markdown">The text, without front matter.</param>
    /// <param name="folder">The folder that it stands in, in the repository: <c>docs</c>.</param>
    /// <param name="root">The way from the page to the folder of the site.</param>
    /// <param name="self">The id of the rule that the text is about, which needs no links to itself.</param>
    /// <param name="isHeadless">Whether the title is left out.</param>
    internal string ToHtml(string markdown, string folder, string root, string? self = null, bool isHeadless = false)
    {
        MarkdownDocument document = Markdown.Parse(markdown, Pipeline);
        foreach (HtmlBlock comment in document.OfType<HtmlBlock>().ToList())
        {
            document.Remove(comment);
        }

        if (isHeadless && document.FirstOrDefault() is HeadingBlock { Level: 1 } title)
        {
            document.Remove(title);
        }

        // In a table, '|' is escaped in code, too.
        foreach (CodeInline code in document.Descendants<Table>().SelectMany(table => table.Descendants<CodeInline>()))
        {
            code.Content = code.Content.Replace(@"\|", "|", StringComparison.Ordinal);
        }

        foreach (LinkInline link in document.Descendants<LinkInline>().ToList())
        {
            link.Url = Resolve(link.Url ?? "", folder, root);
        }

        foreach (LiteralInline literal in document.Descendants<LiteralInline>().ToList())
        {
            if (!IsInside<LinkInline>(literal) && literal.Parent?.ParentBlock is not HeadingBlock)
            {
                LinkRules(literal, root, self);
            }
        }

        var html = new StringWriter();
        var renderer = new HtmlRenderer(html);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.Replace<CodeBlockRenderer>(new ExampleRenderer());
        renderer.ObjectRenderers.Replace<HeadingRenderer>(new LinkedHeadingRenderer());
        renderer.ObjectRenderers.Replace<HtmlTableRenderer>(new ScrolledTableRenderer());
        renderer.Render(document);
        return html.ToString();
    }

    /// <summary>Where a link in the repository leads in the site.</summary>
    internal string Resolve(string url, string folder, string root)
    {
        if (url.StartsWith('#') || Uri.TryCreate(url, UriKind.Absolute, out _))
        {
            return url;
        }

        int hash = url.IndexOf('#', StringComparison.Ordinal);
        string fragment = hash < 0 ? "" : url[hash..];
        var path = new List<string>(folder.Split('/'));
        foreach (string part in (hash < 0 ? url : url[..hash]).Split('/'))
        {
            if (part == "..")
            {
                path.RemoveAt(path.Count - 1);
            }
            else if (part != ".")
            {
                path.Add(part);
            }
        }

        string target = string.Join('/', path);
        return path switch
        {
            ["docs", _] when target.EndsWith(".md", StringComparison.Ordinal) => root
                + target[..^3]
                + ".html"
                + fragment,
            ["rules", var name] when _pages.TryGetValue(name.Split('-')[0], out string? page) => root + page + fragment,
            _ => $"{SiteFiles.Repository}/blob/main/{target}{fragment}",
        };
    }

    private void LinkRules(LiteralInline literal, string root, string? self)
    {
        string text = literal.Content.ToString();
        Inline last = literal;
        int start = 0;
        foreach (Match match in RuleId().Matches(text))
        {
            if (match.Value == self || !_pages.TryGetValue(match.Value, out string? page))
            {
                continue;
            }

            var link = new LinkInline(root + page, "");
            link.AppendChild(new LiteralInline(match.Value));
            Add(new LiteralInline(text[start..match.Index]));
            Add(link);
            start = match.Index + match.Length;
        }

        if (start > 0)
        {
            Add(new LiteralInline(text[start..]));
            literal.Remove();
        }

        void Add(Inline inline)
        {
            last.InsertAfter(inline);
            last = inline;
        }
    }

    private static bool IsInside<T>(Inline inline)
        where T : ContainerInline
    {
        for (ContainerInline? parent = inline.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is T)
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(@"\b[A-Z]{2}\d{4}\b", RegexOptions.CultureInvariant)]
    private static partial Regex RuleId();

    /// <summary>Headings with links to themselves.</summary>
    private sealed class LinkedHeadingRenderer : HtmlObjectRenderer<HeadingBlock>
    {
        protected override void Write(HtmlRenderer renderer, HeadingBlock heading)
        {
            string id = heading.GetAttributes().Id!;
            var text = new StringWriter();
            var inner = new HtmlRenderer(text);
            Pipeline.Setup(inner);
            inner.WriteLeafInline(heading);
            renderer.Write(
                heading.Level == 1
                    ? $"<h1 id=\"{Html.Encode(id)}\">{text}</h1>\n"
                    : Html.Heading(heading.Level, id, text.ToString())
            );
        }
    }

    /// <summary>Tables in a box that scrolls.</summary>
    private sealed class ScrolledTableRenderer : HtmlTableRenderer
    {
        private int _number;

        protected override void Write(HtmlRenderer renderer, Table table)
        {
            renderer.Write($"""<div class="scroll" role="region" tabindex="0" aria-label="Table {++_number}">""");
            base.Write(renderer, table);
            renderer.Write("</div>\n");
        }
    }

    /// <summary>Code with the findings that caret lines mark, and what has to be known beside it.</summary>
    private sealed class ExampleRenderer : HtmlObjectRenderer<CodeBlock>
    {
        protected override void Write(HtmlRenderer renderer, CodeBlock block)
        {
            string[] words = ((block as FencedCodeBlock)?.Arguments ?? "").Split(
                ' ',
                StringSplitOptions.RemoveEmptyEntries
            );
            string kind = words.FirstOrDefault() is "bad" or "good" or "fixed" ? words[0] : "";
            string text = string.Concat(block.Lines.Lines.Take(block.Lines.Count).Select(line => line.Slice + "\n"));
            renderer.Write($"""<figure class="example {kind}">""");
            string caption = GetCaption(kind, words.Skip(1));
            if (caption.Length > 0)
            {
                renderer.Write($"<figcaption>{caption}</figcaption>");
            }

            renderer.Write("""<pre tabindex="0"><code>""");
            renderer.Write(kind == "bad" ? Mark(CaretMarks.Parse(text)) : Html.Encode(text));
            renderer.Write("</code></pre></figure>\n");
        }

        private static string GetCaption(string kind, IEnumerable<string> settings)
        {
            string title = kind switch
            {
                "bad" => "Reported",
                "good" => "Not reported",
                "fixed" => "Fixed",
                _ => "",
            };
            string conditions = string.Join(", ", settings.Select(GetCondition));
            return conditions.Length == 0 ? title : $"{title} {conditions}";
        }

        /// <summary>What an example is linted with, in words.</summary>
        private static string GetCondition(string setting)
        {
            int equals = setting.IndexOf('=', StringComparison.Ordinal);
            string name = setting[..equals];
            string value = setting[(equals + 1)..];
            return (name, value) switch
            {
                ("dockerignore", "none") => "without a <code>.dockerignore</code>",
                ("dockerignore", _) => "with a <code>.dockerignore</code> of "
                    + string.Join(", ", value.Split(',').Select(Html.Code)),
                ("env", _) => $"with a <code>.env</code> of {Html.Code(value)}",
                ("target", "swarm") => "where the file is a stack for Swarm",
                ("encoding", _) => $"where the file is in {Html.Encode(value)}",
                _ => $"with {Html.Code($"{name}: {value}")}",
            };
        }

        /// <summary>Text with its marks as elements; of marks that overlap the first one is kept.</summary>
        private static string Mark(CaretMarks example)
        {
            string[] lines = example.Text.Split('\n');
            var html = new StringBuilder(example.Text.Length * 2);
            for (int line = 0; line < lines.Length; line++)
            {
                int column = 0;
                string content = lines[line];
                foreach (CaretMark mark in example.Marks.Where(mark => mark.Line == line))
                {
                    int start = Math.Min(mark.Start, content.Length);
                    int end = Math.Min(mark.Start + mark.Length, content.Length);
                    if (start < column)
                    {
                        continue;
                    }

                    // A place at the end of a line is a mark of its own, for there is nothing to mark.
                    html.Append(Html.Encode(content[column..start]))
                        .Append("<mark>")
                        .Append(end > start ? Html.Encode(content[start..end]) : " ")
                        .Append("</mark>");
                    column = end;
                }

                html.Append(Html.Encode(content[column..])).Append(line < lines.Length - 1 ? "\n" : "");
            }

            return html.ToString();
        }
    }
}
