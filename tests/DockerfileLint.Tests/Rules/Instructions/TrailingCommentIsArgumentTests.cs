using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Instructions;

internal sealed class TrailingCommentIsArgumentTests() : RuleTest("DL1004")
{
    [TestCase("USER a [|# b|]")]
    [TestCase("USER a [|#nosemgrep|]")]
    [TestCase("USER a [|# b # c|]")]
    [TestCase("WORKDIR /a\t[|# b|]")]
    [TestCase("STOPSIGNAL {|DL1008:9 [|# b|]|}")]
    [TestCase("EXPOSE 80 [|{|DL1008:#|} b c|]")]
    [TestCase("VOLUME /a [|# b|]")]
    [TestCase("VOLUME [\"/a\"] [|# b|]")]
    [TestCase("COPY a b [|# c|]")]
    [TestCase("COPY [\"a\", \"b\"] [|# c|]")]
    [TestCase("ADD a b [|#c|]")]
    [TestCase("ARG a=b [|# c|]")]
    [TestCase("ENV a b [|# c|]")]
    [TestCase("LABEL a b [|# c|]")]
    [TestCase("RUN [\"a\"] [|# b|]")]
    [TestCase("CMD [\"a\"] [|# b|]")]
    [TestCase("CMD [\"a\"][|# b|]")]
    [TestCase("ENTRYPOINT [\"a\"] [|# b|]")]
    [TestCase("{|DL1007:SHELL [\"a\"] [|# b|]|}")]
    [TestCase("HEALTHCHECK CMD [\"a\"] [|# b|]")]
    [TestCase("ONBUILD USER a [|# b|]")]
    [TestCase("CMD [\"a\", \\\n  \"b\"] [|# c|]")]
    public void What_looks_like_a_comment_is_part_of_the_instruction(string line) => Verify($"FROM a\n{line}\n");

    [Test]
    public void The_message_quotes_the_comment_and_names_the_instruction() =>
        Verify("FROM a\nUSER b [|# c|]\n")[0].Message.Arguments.Should().Equal("# c", "USER");

    [TestCase("USER a#b")]
    [TestCase("USER \"a # b\"")]
    [TestCase("WORKDIR '/a # b'/c")]
    [TestCase("RUN a # b")]
    [TestCase("CMD a # b")]
    [TestCase("ENTRYPOINT a # b")]
    [TestCase("HEALTHCHECK CMD a # b")]
    [TestCase("RUN [ -f a ] # b")]
    [TestCase("COPY a#b c#d")]
    [TestCase("COPY #a b", Description = "a file may be called so")]
    [TestCase("ENV a=b c='# d'")]
    [TestCase("ENV a=b {|DL1000:#|} c", Description = "the builder refuses it")]
    [TestCase("COPY a \\\n# b\nc")]
    [TestCase("CMD [\"a\", \"# b\"]")]
    public void Other_hashes_are_silent(string line) => Verify($"FROM a\n{line}\n");
}
