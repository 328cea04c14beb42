using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Syntax.Dockerfiles;

internal sealed class FlagTests
{
    [TestCase("COPY --from=b c d", "COPY --from=b \"c\" \"d\"")]
    [TestCase("COPY --from=b --link c d", "COPY --from=b --link \"c\" \"d\"")]
    [TestCase("COPY --from= c d", "COPY --from= \"c\" \"d\"")]
    [TestCase("COPY --from=a=b c d", "COPY --from=a=b \"c\" \"d\"", Description = "the first equals sign splits")]
    [TestCase("COPY --FROM=b c d", "COPY --FROM=b \"c\" \"d\"", Description = "case is kept")]
    [TestCase(
        "COPY c --from=b d",
        "COPY \"c\" \"--from=b\" \"d\"",
        Description = "the first other word ends the flags"
    )]
    [TestCase("COPY -- --from=b d", "COPY \"--from=b\" \"d\"", Description = "two dashes end them too, and vanish")]
    [TestCase("COPY --link -- --from=b d", "COPY --link \"--from=b\" \"d\"")]
    [TestCase("COPY -f c", "COPY \"-f\" \"c\"")]
    [TestCase("COPY --chown='a b' c d", "COPY --chown=a b \"c\" \"d\"")]
    [TestCase("COPY --chown=\"a b\"c c d", "COPY --chown=a bc \"c\" \"d\"")]
    [TestCase("COPY --chown='a\"b' c d", "COPY --chown=a\"b \"c\" \"d\"")]
    [TestCase(
        "COPY --chown='a\\'b' c d",
        "COPY --chown=a'b \"c\" \"d\"",
        Description = "an escape works in single quotes too"
    )]
    [TestCase("COPY --chown=a\\ b c d", "COPY --chown=a b \"c\" \"d\"")]
    [TestCase("COPY --cho\\wn=a c d", "COPY --chown=a \"c\" \"d\"")]
    [TestCase("COPY '--from=a' c", "COPY \"'--from=a'\" \"c\"", Description = "a quote in front makes it a word")]
    [TestCase("COPY --chown=\"a b c d", "COPY --chown=a b c d", Description = "an open quote runs to the end")]
    [TestCase("COPY --fr\\\nom=b c d", "COPY --from=b \"c\" \"d\"")]
    [TestCase("COPY --from=\\\nb c d", "COPY --from=b \"c\" \"d\"")]
    [TestCase("COPY --from=b\u00A0c d", "COPY --from=b \"c\" \"d\"", Description = "flags end at any white space")]
    [TestCase(
        "RUN --mount=type=cache,target=/a --mount=type=ssh b",
        "RUN --mount=type=cache,target=/a --mount=type=ssh shell \"b\""
    )]
    [TestCase("RUN --network=none [\"a\"]", "RUN --network=none exec \"a\"")]
    [TestCase("FROM --platform=linux/amd64 a AS b", "FROM --platform=linux/amd64 \"a\" \"AS\" \"b\"")]
    [TestCase(
        "HEALTHCHECK --interval=5s --retries=3 CMD a",
        "HEALTHCHECK --interval=5s --retries=3 \"CMD\" shell \"a\""
    )]
    [TestCase("ONBUILD COPY --from=a b c", "ONBUILD COPY --from=a \"b\" \"c\"")]
    [TestCase("ONBUILD --x RUN b", "ONBUILD --x RUN shell \"b\"")]
    [TestCase("ENV --x a=b", "ENV --x \"a\"=\"b\"")]
    [TestCase("CMD --help", "CMD --help shell \"\"", Description = "a flag, and no command is left")]
    [TestCase("FOO --a b", "UNKNOWN FOO --a b", Description = "nothing is read of an unknown instruction")]
    public void Flags_are_the_words_with_two_dashes_behind_the_name(string text, string outline) =>
        TreeOutline.Of(text).Should().Be(outline);

    [Test]
    public void With_a_backtick_for_escape_a_backslash_is_text() =>
        TreeOutline.Of("# escape=`\nCOPY --chown=a` b\\ c d").Should().EndWith("COPY --chown=a b\\ \"c\" \"d\"");

    [TestCase("COPY --chown='a b' c d", "'a b'")]
    [TestCase("COPY --from=b c d", "b")]
    [TestCase("COPY --from= c d", "")]
    [TestCase("COPY --fr\\\nom=b c d", "b")]
    public void The_value_stands_behind_the_equals_sign(string text, string source) =>
        DockerfileSyntaxTree.Parse(text).Root.Instructions[0].Flags[0].Value!.ToString().Should().Be(source);

    [Test]
    public void A_repeated_flag_is_reported_and_the_first_one_counts()
    {
        InstructionSyntax copy = DockerfileSyntaxTree.Parse("COPY --from=a --from=b c d").Root.Instructions[0];

        copy.GetFlag("from")!.Value!.Text.Should().Be("a");
        copy.GetFlag("From").Should().BeNull();
    }
}
