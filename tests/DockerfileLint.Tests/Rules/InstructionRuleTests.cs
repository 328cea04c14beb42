using DockerfileLint.Diagnostics;
using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules;

internal sealed class RelativeWorkdirTests() : RuleTest("DL3000")
{
    [TestCase("WORKDIR [|a|]")]
    [TestCase("WORKDIR [|.|]")]
    [TestCase("WORKDIR [|./a|]")]
    [TestCase("WORKDIR [|~/a|]")]
    [TestCase("WORKDIR [|a b|]")]
    [TestCase("WORKDIR [|\"a\"|]")]
    [TestCase("WORKDIR [|a/$X|]")]
    [TestCase("WORKDIR /a\nWORKDIR [|b|]", Description = "below an absolute one too")]
    [TestCase("ENV X=a\nWORKDIR [|$X/b|]")]
    [TestCase("ARG X=a\nWORKDIR [|${X}|]")]
    [TestCase("WORKDIR [|${X:-a}|]")]
    [TestCase("workdir [|a|]")]
    [TestCase("WORKDIR /a")]
    [TestCase("WORKDIR \"/a b\"")]
    [TestCase("WORKDIR '/a'")]
    [TestCase("WORKDIR C:/a")]
    [TestCase("WORKDIR c:")]
    [TestCase("WORKDIR $X/a")]
    [TestCase("WORKDIR \"$X\"/a")]
    [TestCase("WORKDIR \"${X}\"")]
    [TestCase("ENV X=/a\nWORKDIR $X/b")]
    [TestCase("WORKDIR ${X:-/a}")]
    [TestCase("WORKDIR /a\\\nb")]
    [TestCase("WORKDIR")]
    [TestCase("ONBUILD WORKDIR a")]
    public void A_path_starts_at_the_root(string instructions) => Verify($"FROM a\n{instructions}\n");

    [Test]
    public void A_backslash_starts_at_the_root_where_it_is_no_escape() =>
        Verify("# escape=`\nFROM a\nWORKDIR \\a\nWORKDIR C:\\a\nWORKDIR [|a\\b|]\n");

    [TestCase("WORKDIR [|a|]")]
    [TestCase("WORKDIR [|~/a|]")]
    [TestCase("WORKDIR [|\"a\"|]")]
    [TestCase("ENV X=a\nWORKDIR $X/b", Description = "every path that starts with a variable passes")]
    [TestCase("WORKDIR \"$X\"")]
    [TestCase("WORKDIR z:")]
    [TestCase("ONBUILD WORKDIR a")]
    public void As_hadolint_judges(string instructions) => Verify($"FROM a\n{instructions}\n", "behaviour=hadolint");

    [TestCase("FROM a\nWORKDIR [|b|]\nWORKDIR c\n")]
    [TestCase("FROM a\nWORKDIR /b\nWORKDIR c\n")]
    [TestCase("FROM a AS x\nWORKDIR /b\nFROM x\nWORKDIR c\n")]
    [TestCase("FROM a AS x\nWORKDIR /b\nFROM a\nWORKDIR [|c|]\n")]
    [TestCase("FROM a AS x\nFROM x\nWORKDIR [|c|]\n")]
    public void As_BuildKit_judges(string text) => Verify(text, "behaviour=buildkit");
}

internal sealed class AddInsteadOfCopyTests() : RuleTest("DL3020")
{
    [TestCase("[|ADD|] a /b")]
    [TestCase("[|ADD|] . /b")]
    [TestCase("[|add|] a b /c")]
    [TestCase("[|ADD|] [\"a b\", \"/c\"]")]
    [TestCase("[|ADD|] --chown=1 a /b")]
    [TestCase("[|ADD|] a.zip /b")]
    [TestCase("[|ADD|] a.tar.txt /b")]
    [TestCase("[|ADD|] a.tar.gz b /c", Description = "one source is enough")]
    [TestCase("[|ADD|] github.com/a/b /c", Description = "a path, for it has no scheme")]
    [TestCase("[|ADD|] ./a.git /b")]
    [TestCase("ARG A=b\n[|ADD|] $A /c")]
    [TestCase("[|ADD|] <<E b /c\nd\nE")]
    [TestCase("[|ADD|] << E /c\nd\nE", Description = "with a blank it is no here-document to COPY and ADD")]
    [TestCase("ADD a.tar /b")]
    [TestCase("ADD a.tar.gz b.tgz c.txz d.zst e.tar.bz2 /f")]
    [TestCase("ADD [\"a b.tar\", \"/c\"]")]
    [TestCase("ADD https://a/b /c")]
    [TestCase("ADD ftp://a/b /c")]
    [TestCase("ADD git@a:b/c.git /d")]
    [TestCase("ADD git://a/b.git#c /d")]
    [TestCase("ADD ssh://git@a/b /d")]
    [TestCase("ADD $A /b", Description = "not known")]
    [TestCase("ADD $A/b.zip /b")]
    [TestCase("ARG A=https://b\nADD $A/c /d")]
    [TestCase("ADD --unpack=true a /b")]
    [TestCase("ADD --unpack a /b")]
    [TestCase("ADD <<E /b\nc\nE")]
    [TestCase("ADD a")]
    [TestCase("ADD")]
    [TestCase("COPY a /b")]
    [TestCase("ONBUILD ADD a /b")]
    public void ADD_is_for_what_COPY_cannot_do(string instructions) => Verify($"FROM a\n{instructions}\n");

    [Test]
    public void The_first_source_is_named() =>
        Verify("FROM a\n[|ADD|] a.tar b c /d\n").Single().Message.Arguments.Should().Equal("b");

    [TestCase("[|ADD|] a /b")]
    [TestCase("[|ADD|] git@a:b/c.git /d")]
    [TestCase("[|ADD|] ftp://a/b /c")]
    [TestCase("[|ADD|] a.tar.zst /b")]
    [TestCase("[|ADD|] $A /b")]
    [TestCase("[|ADD|] --unpack a /b")]
    [TestCase("ADD \"a.tar\" /b")]
    [TestCase("ADD a.tar.gz /b")]
    [TestCase("ADD https://a/b http://c /d")]
    [TestCase("ONBUILD ADD a /b")]
    public void As_hadolint_judges(string instruction) => Verify($"FROM a\n{instruction}\n", "behaviour=hadolint");
}

internal sealed class ShellFormCommandTests() : RuleTest("DL3025")
{
    [TestCase("CMD [|a|]")]
    [TestCase("cmd [|a b \\\n  c|]")]
    [TestCase("ENTRYPOINT [|exec a|]")]
    [TestCase("CMD [|['a']|]")]
    [TestCase("CMD [|[\"a\",]|]")]
    [TestCase("[|CMD|]")]
    [TestCase("SHELL [\"bash\"]\nCMD [|a|]")]
    [TestCase("CMD [|a|]\nCMD [|b|]")]
    [TestCase("CMD [\"a\"]")]
    [TestCase("CMD []")]
    [TestCase("ENTRYPOINT [ \"a\" , \"b\" ]")]
    [TestCase("CMD [\"sh\", \"-c\", \"a\"]")]
    [TestCase("RUN a")]
    [TestCase("HEALTHCHECK CMD a")]
    [TestCase("HEALTHCHECK NONE")]
    [TestCase("ONBUILD CMD a")]
    public void CMD_and_ENTRYPOINT_take_the_exec_form(string instructions) => Verify($"FROM a\n{instructions}\n");

    [Test]
    public void The_instruction_is_named_in_upper_case() =>
        Verify("FROM a\nEntrypoint [|b|]\n").Single().Message.Arguments.Should().Equal("ENTRYPOINT");

    [TestCase("HEALTHCHECK CMD [|a|]")]
    [TestCase("CMD [|a|]")]
    [TestCase("HEALTHCHECK CMD [\"a\"]")]
    [TestCase("HEALTHCHECK NONE")]
    public void As_hadolint_judges(string instruction) => Verify($"FROM a\n{instruction}\n", "behaviour=hadolint");

    [TestCase("FROM a\nSHELL [\"b\"]\nCMD c\n")]
    [TestCase("FROM a AS x\nSHELL [\"b\"]\nFROM x\nCMD c\n")]
    [TestCase("FROM a\nCMD [|c|]\nSHELL [\"b\"]\n")]
    [TestCase("FROM a AS x\nSHELL [\"b\"]\nFROM a\nCMD [|c|]\n")]
    [TestCase("FROM a\nHEALTHCHECK CMD c\n")]
    public void As_BuildKit_judges(string text) => Verify(text, "behaviour=buildkit");
}

internal sealed class DeprecatedMaintainerTests() : RuleTest("DL4000")
{
    [TestCase("[|MAINTAINER|] a")]
    [TestCase("[|maintainer|] a <b@c>")]
    [TestCase("[|MAINTAINER|]")]
    [TestCase("[|MAINTAINER|] a\n[|MAINTAINER|] b")]
    [TestCase("[|MAINT\\\nAINER|] a")]
    [TestCase("ONBUILD MAINTAINER a")]
    [TestCase("LABEL maintainer=a")]
    [TestCase("RUN <<E\nMAINTAINER a\nE")]
    [TestCase("RUN a \\\n MAINTAINER b")]
    public void MAINTAINER_is_found_wherever_it_stands(string instructions) => Verify($"FROM a\n{instructions}\n");

    [Test]
    public void Before_the_first_FROM_too() => Verify("[|MAINTAINER|] a\nFROM b\n");

    [TestCase("Ada Lovelace <a@b>", "Ada Lovelace <a@b>")]
    [TestCase("\"Ada Lovelace\" <a@b>", "Ada Lovelace <a@b>")]
    [TestCase("", "<name>")]
    public void The_help_is_a_label_with_the_same_name(string name, string value) =>
        Verify($"FROM a\n[|MAINTAINER|] {name}\n")
            .Single()
            .Message.Help.Should()
            .Be($"Write 'LABEL org.opencontainers.image.authors=\"{value}\"' instead.");
}

internal sealed class NoUserTests() : RuleTest("DL5001")
{
    [TestCase("FROM [|debian:12|]", false)]
    [TestCase("FROM [|docker.io/library/debian|]", false)]
    [TestCase("FROM [|scratch|]", false)]
    [TestCase("ARG B=alpine\nFROM [|$B|]", false)]
    [TestCase("FROM debian AS b\nFROM [|b|]", false)]
    [TestCase("FROM debian AS b\nUSER 1\nFROM [|alpine|]", false, Description = "a user of another stage is no answer")]
    [TestCase("FROM [|gcr.io/distroless/static|]", false)]
    [TestCase("FROM [|mcr.microsoft.com/dotnet/aspnet:9.0|]", false)]
    [TestCase("FROM [|registry.example.com/a|]", true)]
    [TestCase("FROM [|registry.example.com/debian|]", true, Description = "a name of its own")]
    [TestCase("FROM [|registry.example.com/debian:nonroot|]", true, Description = "anybody can write that")]
    [TestCase("FROM [|someone/app-rootless|]", true)]
    [TestCase("FROM [|someone/nginx-unprivileged|]", true)]
    [TestCase("FROM [|debian:nonroot|]", false, Description = "Debian has no such image")]
    [TestCase("FROM [|bitnami/redis|]", true, Description = "some of its images start as root")]
    [TestCase("FROM [|elasticsearch/tool|]", true, Description = "not the official image")]
    [TestCase("ARG B\nFROM [|$B|]", true)]
    [TestCase("FROM a AS b\nFROM [|b|]", true)]
    [TestCase("FROM [|debian|]\nUSER", false, Description = "a broken USER sets none")]
    [TestCase("FROM [|debian|]\nONBUILD USER 1", false, Description = "a trigger runs elsewhere")]
    public void The_final_stage_needs_a_user(string text, bool isBaseUnknown)
    {
        Finding finding = Verify($"{text}\n", "unknown-base=true").Single();

        finding.Tier.Should().Be(isBaseUnknown ? "unknown-base" : null);
        finding.Severity.Should().Be(isBaseUnknown ? Severity.Info : Severity.Warning);
    }

    [TestCase("FROM debian\nUSER 1")]
    [TestCase("FROM debian\nUSER root", Description = "another rule's")]
    [TestCase("FROM debian\nUSER $U")]
    [TestCase("FROM debian AS b\nUSER 1\nFROM b")]
    [TestCase("FROM debian AS b\nONBUILD USER 1\nFROM b")]
    [TestCase("FROM gcr.io/distroless/static:nonroot")]
    [TestCase("FROM gcr.io/distroless/static-debian12:debug-nonroot")]
    [TestCase("FROM cgr.dev/chainguard/static")]
    [TestCase("FROM nginxinc/nginx-unprivileged:1")]
    [TestCase("FROM docker:28-dind-rootless")]
    [TestCase("FROM curlimages/curl")]
    [TestCase("FROM mcr.microsoft.com/dotnet/runtime:9.0-noble-chiseled")]
    [TestCase("FROM")]
    [TestCase("USER 1")]
    public void A_user_is_set_or_the_base_has_one(string text) => Verify($"{text}\n");
}

internal sealed class InsecureBuildStepTests() : RuleTest("DL5016")
{
    [TestCase("RUN [|--security=insecure|] a")]
    [TestCase("RUN [|--security='insecure'|] a")]
    [TestCase("RUN --network=none [|--security=insecure|] a")]
    [TestCase("run [|--security=insecure|] [\"a\"]")]
    [TestCase("RUN \\\n  [|--security=in\\\nsecure|] a")]
    [TestCase("ONBUILD RUN [|--security=insecure|] a")]
    [TestCase("RUN --security=sandbox a")]
    [TestCase("RUN --security a")]
    [TestCase("RUN --Security=insecure a")]
    [TestCase("RUN a --security=insecure")]
    [TestCase("RUN -- --security=insecure")]
    [TestCase("COPY --security=insecure a b")]
    public void The_flag_takes_the_sandbox_away(string instruction) => Verify($"FROM a\n{instruction}\n");
}
