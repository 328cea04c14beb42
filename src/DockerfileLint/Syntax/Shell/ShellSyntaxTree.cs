using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Text;

namespace DockerfileLint.Syntax.Shell;

/// <summary>
/// The tree of a script that is a text of its own, read by the rules of the POSIX shell and its descendants. The tokens
/// are those that a script has in a Dockerfile: the text of a line is one argument.
/// </summary>
[Experimental(ExperimentalApi.Id)]
public sealed class ShellSyntaxTree : SyntaxTree
{
    private ShellSyntaxTree(SourceFile file, ShellScriptSyntax root)
        : base(file, Tile(root), [])
    {
        Root = root;
        root.Attach(this);
    }

    /// <summary>The script.</summary>
    public new ShellScriptSyntax Root { get; }

    private protected override SyntaxNode RootCore => Root;

    /// <summary>Parses a script. Never fails: what a shell would refuse is listed in the root's errors.</summary>
    public static ShellSyntaxTree Parse(SourceFile file, ShellKind kind = ShellKind.Bash)
    {
        if (file is null)
        {
            throw new ArgumentNullException(nameof(file));
        }

        string text = file.Text.ToString();
        return new ShellSyntaxTree(
            file,
            ShellParser.Parse(ShellText.FromSource(text, 0, text.Length), kind, parent: null)
        );
    }

    /// <summary>Parses a script that has no path.</summary>
    public static ShellSyntaxTree Parse(string text, ShellKind kind = ShellKind.Bash) =>
        Parse(new SourceFile("script", SourceText.From(text)), kind);

    private static SyntaxTokenList Tile(ShellScriptSyntax script)
    {
        string text = script.Text.Text;
        var tokens = new SyntaxTokenList.Builder([]);
        foreach (SyntaxToken comment in script.Comments)
        {
            TileLines(ref tokens, text, comment.Span.Start);
            tokens.AddUpTo(comment.Span.End, SyntaxKind.Comment);
        }

        TileLines(ref tokens, text, text.Length);
        return tokens.ToList();
    }

    /// <summary>Adds the tokens up to an offset: arguments between blanks and line ends.</summary>
    private static void TileLines(ref SyntaxTokenList.Builder tokens, string text, int end)
    {
        while (tokens.Position < end)
        {
            int newLine = text.IndexOf('\n', tokens.Position, end - tokens.Position);
            int lineEnd = newLine < 0 ? end : newLine;
            if (newLine > tokens.Position && text[newLine - 1] == '\r')
            {
                lineEnd--;
            }

            int start = tokens.Position;
            while (start < lineEnd && ShellCharacters.IsBlank(text[start]))
            {
                start++;
            }

            int last = lineEnd;
            while (last > start && ShellCharacters.IsBlank(text[last - 1]))
            {
                last--;
            }

            tokens.AddUpTo(start, SyntaxKind.Whitespace);
            tokens.AddUpTo(last, SyntaxKind.Argument);
            tokens.AddUpTo(lineEnd, SyntaxKind.Whitespace);
            if (newLine >= 0)
            {
                tokens.AddUpTo(newLine + 1, SyntaxKind.NewLine);
            }
        }
    }
}
