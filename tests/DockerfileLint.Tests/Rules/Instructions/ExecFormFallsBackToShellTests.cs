using DockerfileLint.Diagnostics;
using DockerfileLint.Tests.Testing;
using DockerfileLint.Text;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Instructions;

internal sealed class ExecFormFallsBackToShellTests() : RuleTest("DL1006")
{
    [TestCase("wrong-quotes", "CMD [[|'a'|], 'b']")]
    [TestCase("wrong-quotes", "CMD [\"a\", [|'b'|]]")]
    [TestCase("wrong-quotes", "CMD [[|\u201Ca\u201D|]]")]
    [TestCase("extra-comma", "CMD [\"a\"[|,|]]")]
    [TestCase("extra-comma", "CMD [\"a\",[|,|] \"b\"]")]
    [TestCase("missing-comma", "CMD [\"a\" [|\"b\"|], \"c\"]")]
    [TestCase("bare-word", "CMD [\"a\", [|$b|]]")]
    [TestCase("bare-word", "CMD [[|a|], b]")]
    [TestCase("bare-word", "VOLUME [[|${X}|]]")]
    [TestCase("bare-word", "VOLUME [[|/a|], /b]")]
    [TestCase("braces", "CMD [|{\"|]a\"}")]
    [TestCase("braces", "ENTRYPOINT [|{\"|]a\", \"b\"}")]
    [TestCase("braces", "VOLUME [|{\"|]/a\"}")]
    [TestCase("backslash", "CMD [\"C:[|\\a|]\"]")]
    [TestCase("open-string", "CMD [\"a\", [|\"b]|]")]
    [TestCase("text-after", "CMD [\"a\"] [|&& b|]")]
    [TestCase("missing-comma", "CMD [\"a\", \\\n  \"b\" \\\n  [|\"c\"|]]")]
    [TestCase("wrong-quotes", "RUN [[|'a'|]]")]
    [TestCase("wrong-quotes", "ENTRYPOINT [[|'a'|]]")]
    [TestCase("wrong-quotes", "{|DL1007:SHELL [[|'a'|]]|}")]
    [TestCase("wrong-quotes", "HEALTHCHECK CMD [[|'a'|]]")]
    [TestCase("wrong-quotes", "COPY [[|'a'|], 'b']")]
    [TestCase("wrong-quotes", "ADD [[|'a'|], 'b']")]
    [TestCase("bare-word", "COPY [[|a|], b]")]
    [TestCase("bare-word", "ADD [[|a.tar|], /b/]")]
    [TestCase("wrong-quotes", "VOLUME [[|'a'|]]")]
    [TestCase("wrong-quotes", "ONBUILD CMD [[|'a'|]]")]
    public void What_breaks_the_list_is_marked(string message, string line) =>
        Verify($"FROM a\n{line}\n")
            .Where(finding => finding.Rule == Rule)
            .Should()
            .OnlyContain(finding => finding.Message.Template.Id == message);

    [Test]
    public void An_open_list_is_marked_at_its_bracket()
    {
        // The bracket itself would start a mark.
        Finding finding = Lint.Run("FROM a\nCMD [\"a\", \"b\"\n").Findings.Single(finding => finding.Rule == Rule);

        finding.Message.Template.Id.Should().Be("open-list");
        finding.Location.Span.Should().Be(new TextSpan(11, 1));
    }

    [TestCase("RUN [ -f a ] && b")]
    [TestCase("RUN [ \"$a\" = \"b\" ] && c")]
    [TestCase("RUN [ \"$a\" ] || c")]
    [TestCase("RUN [[ -f a ]] && c")]
    [TestCase("RUN [[ 'a' == b ]]")]
    [TestCase("RUN [ ! -f a ]")]
    [TestCase("COPY [ab]* c")]
    [TestCase("COPY [a,b]* c")]
    [TestCase("COPY [a,b] [c,d]")]
    [TestCase("CMD [\"a\"] # b", Description = "another rule's")]
    [TestCase("CMD [{|DL1000:1|}]", Description = "the builder refuses it")]
    [TestCase("CMD []")]
    [TestCase("CMD [\"a\"]")]
    [TestCase("CMD a [\"b\"")]
    public void Tests_of_the_shell_patterns_and_true_lists_are_silent(string line) => Verify($"FROM a\n{line}\n");
}
