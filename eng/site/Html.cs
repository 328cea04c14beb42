using System.Net;

namespace DockerfileLint.Site;

/// <summary>Pieces of HTML. What is written is well-formed XML, too, which the checker of links reads.</summary>
internal static class Html
{
    internal static string Encode(string text) => WebUtility.HtmlEncode(text);

    internal static string Code(string text) => $"<code>{Encode(text)}</code>";

    internal static string Link(string address, string content) => $"""<a href="{Encode(address)}">{content}</a>""";

    /// <summary>A heading with a link to itself, so that its address can be copied.</summary>
    internal static string Heading(int level, string id, string content) =>
        $"""<h{level} id="{Encode(id)}">{content} """
        + $"""<a class="anchor" href="#{Encode(id)}" aria-label="Link to this section">#</a></h{level}>"""
        + "\n";

    /// <summary>A table in a box that scrolls where the window is narrow.</summary>
    /// <param name="name">What the table shows, for those who do not see it.</param>
    /// <param name="heads">The heads of the columns, as HTML.</param>
    /// <param name="rows">The cells of each row, as HTML; the first one is its head.</param>
    internal static string Table(string name, IEnumerable<string> heads, IEnumerable<IEnumerable<string>> rows) =>
        $"""<div class="scroll" role="region" tabindex="0" aria-label="{Encode(name)}"><table><thead><tr>"""
        + string.Concat(heads.Select(head => $"""<th scope="col">{head}</th>"""))
        + "</tr></thead><tbody>\n"
        + string.Concat(
            rows.Select(row =>
                "<tr>"
                + string.Concat(
                    row.Select((cell, i) => i == 0 ? $"""<th scope="row">{cell}</th>""" : $"<td>{cell}</td>")
                )
                + "</tr>\n"
            )
        )
        + "</tbody></table></div>\n";
}
