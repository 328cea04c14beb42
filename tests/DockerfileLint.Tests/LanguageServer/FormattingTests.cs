using DockerfileLint.LanguageServer.Features;
using DockerfileLint.Tests.Testing;
using DockerfileLint.Text;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.LanguageServer;

/// <summary>White space in order, and nothing else changed.</summary>
internal sealed class FormattingTests
{
    [TestCase("  FROM   a:1  \n\n\n\nRUN\tls \\\n&& id", "FROM a:1\n\nRUN ls \\\n    && id\n")]
    [TestCase("\n\nFROM a:1\n\n\n", "FROM a:1\n")]
    [TestCase("FROM a:1\r\nRUN ls  \r\n", "FROM a:1\r\nRUN ls\r\n")]
    [TestCase("FROM a:1\n# c  \nRUN ls\n", "FROM a:1\n# c\nRUN ls\n")]
    public void A_Dockerfile_is_set_in_order(string text, string expected) =>
        Format("Dockerfile", text).Should().Be(expected);

    [TestCase("FROM a:1\nRUN <<E\nx  \n\n\n\ny\nE\n")]
    [TestCase("FROM a:1\nRUN echo 'a \\\nb'\n")]
    [TestCase("FROM a:1\nRUN echo \"a  \\\nb\"\n")]
    [TestCase("FROM a:1\n")]
    [TestCase("")]
    [TestCase("# only a comment\n")]
    public void What_means_something_is_left_alone_in_a_Dockerfile(string text) =>
        Format("Dockerfile", text).Should().Be(text);

    [TestCase(
        "services:   \n\n\n\n  web:\n    image:    a:1  \n    tty :  true",
        "services:\n\n  web:\n    image: a:1\n    tty: true\n"
    )]
    [TestCase("a: 1\n\n\n", "a: 1\n")]
    public void A_Compose_file_is_set_in_order(string text, string expected) =>
        Format("compose.yaml", text).Should().Be(expected);

    [TestCase("a: |\n  x  \n\n\n\n  y\n")]
    [TestCase("a: \"x  \n\n\n\n  y\"\n")]
    [TestCase("a: &x\n  b: 1\n")]
    [TestCase("a: |+\n  x\n\n\n")]
    public void What_means_something_is_left_alone_in_a_Compose_file(string text) =>
        Format("compose.yaml", text).Should().Be(text);

    [Test]
    public void Only_the_part_that_is_asked_for_changes()
    {
        var viewed = ViewedText.Create("Dockerfile", "FROM  a:1\nRUN  ls\n");

        TextEdit
            .Apply(
                viewed.View.Text.ToString(),
                Formatting.FindEdits(viewed.View, new TextSpan(0, 10), CancellationToken.None)
            )
            .Should()
            .Be("FROM a:1\nRUN  ls\n");
    }

    [Test]
    public void Files_as_people_write_them_keep_their_characters_and_are_in_order_at_once()
    {
        foreach (
            string path in Directory.EnumerateFiles(
                RepositoryFiles.GetPath("samples"),
                "*",
                SearchOption.AllDirectories
            )
        )
        {
            string name = Path.GetFileName(path);
            if (name.Contains("Dockerfile", StringComparison.Ordinal) || name is "compose.yaml")
            {
                string text = File.ReadAllText(path);
                string formatted = Format(name is "compose.yaml" ? name : "Dockerfile", text);

                string.Concat(formatted.Where(c => !char.IsWhiteSpace(c)))
                    .Should()
                    .Be(string.Concat(text.Where(c => !char.IsWhiteSpace(c))), path);
                Format(name is "compose.yaml" ? name : "Dockerfile", formatted).Should().Be(formatted, path);
            }
        }
    }

    private static string Format(string path, string text)
    {
        var viewed = ViewedText.Create(path, text);
        return TextEdit.Apply(
            text,
            Formatting.FindEdits(viewed.View, new TextSpan(0, text.Length), CancellationToken.None)
        );
    }
}
