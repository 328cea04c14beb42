using DockerfileLint.Tests.Testing;
using FluentAssertions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NUnit.Framework;

namespace DockerfileLint.Tests.Guards;

/// <summary>Lines fit on a screen; the formatter cannot break comments and literals.</summary>
internal sealed class LineLengthTests
{
    private const int Limit = 120;

    [Test]
    public void No_line_of_code_is_longer_than_120_columns()
    {
        string[] files =
        [
            .. new[] { "src", "tests", "samples" }.SelectMany(folder =>
                Directory.EnumerateFiles(RepositoryFiles.GetPath(folder), "*.cs", SearchOption.AllDirectories)
            ),
        ];
        IEnumerable<string> tooLong = files
            .Select(path => Path.GetRelativePath(RepositoryFiles.Root, path).Replace('\\', '/'))
            .Where(path => !path.Split('/').Any(folder => folder is "bin" or "obj"))
            .SelectMany(path =>
                FindLongLines(File.ReadAllText(RepositoryFiles.GetPath(path))).Select(line => $"{path}:{line}")
            );

        files.Should().NotBeEmpty();
        string.Join('\n', tooLong).Should().BeEmpty();
    }

    [TestCase("// {0}\n", "1")]
    [TestCase("class C;\n// {0}\r\n", "2")]
    [TestCase("string s = \"{0}\";\n", "1")]
    [TestCase("string s = $\"{0}\";\n", "1")]
    [TestCase("string s = \"\"\"\n    {0}\n    \"\"\";\n", "", Description = "a text of several lines is no code")]
    [TestCase("string s = $\"\"\"\n    {0}\n    \"\"\";\n", "")]
    [TestCase("string s = \"\"\"{0}\"\"\";\n", "1")]
    public void A_long_line_is_found(string text, string expected) =>
        string.Join(' ', FindLongLines(string.Format(null, text, new string('x', Limit)))).Should().Be(expected);

    private static IEnumerable<int> FindLongLines(string text)
    {
        var source = SourceText.From(text);
        TextLine[] found = [.. source.Lines.Where(line => line.Span.Length > Limit)];
        if (found.Length == 0)
        {
            return [];
        }

        SyntaxNode root = CSharpSyntaxTree.ParseText(source).GetRoot();
        return found.Where(line => !IsText(root.FindToken(line.Start), line)).Select(line => line.LineNumber + 1);
    }

    /// <summary>Whether a line lies in a raw literal of several lines, whose text stands as it is.</summary>
    private static bool IsText(SyntaxToken token, TextLine line)
    {
        TextSpan? literal =
            token.IsKind(SyntaxKind.MultiLineRawStringLiteralToken) ? token.Span
            : token.Parent?.FirstAncestorOrSelf<InterpolatedStringExpressionSyntax>() is { } interpolated
            && interpolated.StringStartToken.IsKind(SyntaxKind.InterpolatedMultiLineRawStringStartToken)
                ? interpolated.Span
            : null;
        return literal?.Start < line.Start && literal?.End > line.End;
    }
}
