using System.Text.Json;
using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.CommandLine;

public class ShowSyntaxTests
{
    [TestCase("FROM --platform=$BUILDPLATFORM a:1 AS b", "From", "words", "a:1|AS|b", 1)]
    [TestCase("RUN a && \\\n  # comment\n\n  b", "Run", "shell", "a &&   b", 4)]
    [TestCase("RUN [\"a\", \"b \\\"c\\\"\"]", "Run", "exec", "a|b \"c\"", 1)]
    [TestCase("CMD ['a']", "Cmd", "shell", "['a']", 1)]
    [TestCase("ENV a=\"b c\" d=e", "Env", "pairs", "a=\"b c\"|d=e", 1)]
    [TestCase("env a b c", "Env", "legacy", "a=b c", 1)]
    [TestCase("ARG a b=c", "Arg", "pairs", "a|b=c", 1)]
    [TestCase("COPY [\"a b\", \"/c/\"]", "Copy", "json", "a b|/c/", 1)]
    [TestCase("ADD \"a b\" /c", "Add", "words", "\"a|b\"|/c", 1)]
    [TestCase("USER  a b ", "User", "rest", "a b", 1)]
    [TestCase("HEALTHCHECK --interval=5s CMD a b", "Healthcheck", "shell", "CMD|a b", 1)]
    [TestCase("HEALTHCHECK NONE", "Healthcheck", null, "NONE", 1)]
    [TestCase("RUN <<EOF\na\nEOF", "Run", "shell", "<<EOF", 3)]
    [TestCase("FOO bar", "Unknown", null, "", 1)]
    public void An_instruction_shows_its_parts(string text, string kind, string? form, string arguments, int endLine)
    {
        JsonElement instruction = Show(text)[0];

        instruction.GetProperty("kind").GetString().Should().Be(kind);
        instruction.GetProperty("form").GetString().Should().Be(form);
        string.Join('|', instruction.GetProperty("arguments").EnumerateArray().Select(argument => argument.GetString()))
            .Should()
            .Be(arguments);
        (instruction.GetProperty("startLine").GetInt32(), instruction.GetProperty("endLine").GetInt32())
            .Should()
            .Be((1, endLine));
    }

    [Test]
    public void A_link_out_of_the_working_directory_is_refused()
    {
        using var outside = new TemporaryFolder();
        using var folder = new TemporaryFolder();
        outside.Write("secret", "FROM a:1\n");
        folder.Link("Dockerfile", outside["secret"]);

        var run = CommandLineRun.Start(folder.Path, "show", "syntax", "Dockerfile");

        run.ExitCode.Should().Be(3);
        run.Output.Should().BeEmpty();
        run.Error.Should().Contain("leads out of the linted folder");
    }

    [Test]
    public void Flags_heredocs_and_triggers_are_shown()
    {
        JsonElement onbuild = Show("ONBUILD COPY --link --chown=\"a b\" <<-'E' <<F /c/\n\tx\n\tE\ny\nF\n")[0];
        JsonElement copy = onbuild.GetProperty("trigger");

        copy.GetProperty("flags").GetRawText().Should().Match("*link*null*chown*a b*");
        JsonElement[] heredocs = [.. copy.GetProperty("heredocs").EnumerateArray()];
        heredocs.Select(heredoc => heredoc.GetProperty("name").GetString()).Should().Equal("E", "F");
        heredocs.Select(heredoc => heredoc.GetProperty("expands").GetBoolean()).Should().Equal(false, true);
        heredocs.Select(heredoc => heredoc.GetProperty("stripsTabs").GetBoolean()).Should().Equal(true, false);
        heredocs[0].GetProperty("body").GetString().Should().Be("\tx\n");
    }

    [Test]
    public void A_command_shows_its_script()
    {
        JsonElement script = ShowTree("RUN a \\\n b")
            .GetProperty("root")
            .GetProperty("children")[0]
            .GetProperty("children")[0]
            .GetProperty("script");

        script.GetProperty("node").GetString().Should().Be("ShellScriptSyntax");
        (script.GetProperty("start").GetInt32(), script.GetProperty("length").GetInt32()).Should().Be((4, 6));
        script.GetRawText().Should().Match("*ShellSimpleCommandSyntax*ShellWordSyntax*ShellWordSyntax*");
    }

    [TestCase("RUN x=$(")]
    [TestCase("RUN > $(")]
    [TestCase("RUN \"$(")]
    public void The_deepest_script_is_shown(string text) =>
        ShowTree(text + string.Concat(Enumerable.Repeat(text[4..], 1000)))
            .GetProperty("root")
            .GetRawText()
            .Should()
            .Contain("ShellScriptSyntax");

    private static JsonElement[] Show(string text) => [.. ShowTree(text).GetProperty("instructions").EnumerateArray()];

    private static JsonElement ShowTree(string text)
    {
        CommandLineRun run = CommandLineRun.Start(RepositoryFiles.Root, ["show", "syntax", "-"], text);
        run.ExitCode.Should().Be(0);
        return JsonDocument.Parse(run.Output, new JsonDocumentOptions { MaxDepth = 5000 }).RootElement;
    }
}
