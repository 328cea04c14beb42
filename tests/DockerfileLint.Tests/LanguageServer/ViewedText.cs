using System.Text;
using DockerfileLint.Analysis;
using DockerfileLint.Analysis.Languages;
using DockerfileLint.Configuration;
using DockerfileLint.LanguageServer;
using DockerfileLint.LanguageServer.Protocol;
using DockerfileLint.LanguageServer.Workspaces;
using DockerfileLint.Text;
using Position = DockerfileLint.LanguageServer.Protocol.Position;

namespace DockerfileLint.Tests.LanguageServer;

/// <summary>
/// A document that an editor shows, beside others: <c>$0</c> is where its user is, <c>[|part|]</c> what an answer must
/// be about.
/// </summary>
internal sealed class ViewedText
{
    private const string Root = "file:///work/";

    private readonly Dictionary<string, DocumentView> _views = new(StringComparer.Ordinal);
    private readonly List<(string Path, TextSpan Span)> _marked = [];

    private ViewedText() { }

    internal DocumentView View { get; private set; } = null!;

    /// <summary>Where the user is.</summary>
    internal int Offset { get; private set; }

    internal PositionParameters Place => new(new DocumentIdentifier(View.Uri), GetPosition(View, Offset));

    internal PositionRange Whole => View.GetRange(new TextSpan(0, View.Text.Length));

    /// <summary>The marked parts as <c>path:start-end</c>, sorted.</summary>
    internal IEnumerable<string> Marked => _marked.Select(mark => Describe(mark.Path, mark.Span)).Order();

    /// <summary>Reads documents, the first of which holds the user.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="markup">Its text.</param>
    /// <param name="others">Paths and texts of further ones.</param>
    internal static ViewedText Create(string path, string markup, params (string Path, string Markup)[] others) =>
        Create(Preset.Default, path, markup, others);

    internal static ViewedText Create(string preset, string path, string markup, (string Path, string Markup)[] others)
    {
        var viewed = new ViewedText();
        var setup = new FileSetup(new Linter(new LintOptions { Rules = Preset.Load(preset) }), result => result);
        var workspace = new Workspace((_, _) => new OneSetup(setup));
        workspace.AddFolder(Root);
        foreach ((string each, string text) in others.Prepend((path, markup)))
        {
            workspace.Open(new DocumentItem(Root + each, "dockerfile", 1, viewed.Read(each, text)));
        }

        foreach ((string each, _) in others.Prepend((path, markup)))
        {
            if (workspace.Find(Root + each) is { } view)
            {
                viewed._views[each] = view;
            }
        }

        viewed.View = viewed._views[path];
        return viewed;
    }

    /// <summary>Reads a text that has no marks.</summary>
    internal static ViewedText CreateAt(string path, string text, int offset)
    {
        var viewed = Create(path, "");
        var workspace = new Workspace((_, _) => new OneSetup(viewed.View.Setup));
        workspace.AddFolder(Root);
        workspace.Open(new DocumentItem(Root + path, "dockerfile", 1, text));
        viewed.View = viewed._views[path] = workspace.Find(Root + path)!;
        viewed.Offset = Math.Min(offset, viewed.View.Text.Length);
        return viewed;
    }

    /// <summary>A place of an answer as the marks are described.</summary>
    internal string Describe(FileLocation location)
    {
        string path = location.Uri[Root.Length..];
        return _views.TryGetValue(path, out DocumentView? view)
            ? Describe(path, view.Encoding.GetSpan(view.Text, location.Range))
            : $"{path}:{location.Range.Start.Line}";
    }

    internal string Describe(PositionRange range) => Describe(new FileLocation(View.Uri, range));

    internal string GetText(PositionRange range) => View.Text.ToString(View.Encoding.GetSpan(View.Text, range));

    private static string Describe(string path, TextSpan span) => $"{path}:{span.Start}-{span.End}";

    private static Position GetPosition(DocumentView view, int offset) => view.Encoding.GetPosition(view.Text, offset);

    private string Read(string path, string markup)
    {
        var text = new StringBuilder();
        var open = new Stack<int>();
        for (int i = 0; i < markup.Length; i++)
        {
            string pair = i + 1 < markup.Length ? markup.Substring(i, 2) : "";
            switch (pair)
            {
                case "$0":
                    Offset = text.Length;
                    i++;
                    break;
                case "[|":
                    open.Push(text.Length);
                    i++;
                    break;
                case "|]":
                    _marked.Add((path, TextSpan.FromBounds(open.Pop(), text.Length)));
                    i++;
                    break;
                default:
                    text.Append(markup[i]);
                    break;
            }
        }

        return text.ToString();
    }

    private sealed class OneSetup(FileSetup setup) : IFileConfigurations
    {
        public FileSetup Find(string fullPath, Language language) => setup;
    }
}
