using System.Text;
using DockerfileLint.Analysis;
using DockerfileLint.Analysis.Languages;
using DockerfileLint.Configuration;
using DockerfileLint.Diagnostics;
using DockerfileLint.Rules;
using DockerfileLint.Tests.Testing;
using DockerfileLint.Text;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Syntax.Dockerfiles;

/// <summary>
/// Every message that a Dockerfile's parser and model have, once or more, with the span that it marks.
/// </summary>
internal sealed class ParserMessageTests
{
    private static readonly string[] Rules = ["DL1000", "DL1003", "DL1007", "DL1008", "DL1009"];

    private static readonly (string Rule, string Message, string Text)[] Messages =
    [
        ("DL1000", "empty-file", "[||]"),
        ("DL1000", "empty-file", "[||]\n \n"),
        ("DL1000", "no-instructions", "[||]# a\n"),
        ("DL1000", "line-too-long", $"FROM a\n[|LABEL b={new string('c', 72)}|]{new string('c', 65536)}\n"),
        ("DL1000", "line-too-long", $"FROM a\n[|# {new string('\u20AC', 78)}|]{new string('\u20AC', 21800)}\n"),
        ("DL1000", "unterminated-heredoc", "FROM a\nRUN [|<<EOF|]\nb\n"),
        ("DL1000", "unterminated-heredoc", "FROM a\nONBUILD COPY [|<<EOF|] /b\nUSER c\n"),
        ("DL1000", "heredoc-terminator", "FROM a\nRUN cat [|<<EOF|]\n  EOF\n"),
        ("DL1000", "missing-equals", "FROM a\nENV b=c [|d|] e\n"),
        ("DL1000", "missing-equals", "FROM a\nLABEL b=c [|#|] d\n"),
        ("DL1000", "missing-equals", "FROM a\nONBUILD ENV b=c [|d|]\n"),
        ("DL1000", "missing-value", "FROM a\nENV [|b|]\n"),
        ("DL1000", "missing-value", "FROM a\nLABEL [|b|] \\\n\n"),
        ("DL1000", "not-a-string", "FROM a\nCMD [\"b\", [|1|], 2]\n"),
        ("DL1000", "not-a-string", "FROM a\nONBUILD RUN [[|null|]]\n"),
        ("DL1003", "repeated", "# syntax=a\n[|# syntax=a|]\nFROM a\n"),
        ("DL1003", "repeated", "# check=skip=all\n# escape=`\n  [|# Check=error=true|]\nFROM a\n"),
        ("DL1003", "repeated", "# escape=`\n[|# escape=`|]\n[|# escape=`|]\nFROM a\n"),
        ("DL1003", "escape", "# escape=[|xy|]\nFROM a\n"),
        ("DL1003", "unknown-rule", "FROM a\n# dockerfile-lint ignore=[|no-such-rule|],DL3002\nUSER root\n"),
        ("DL1003", "misspelled-rule", "FROM a\n# dockerfile-lint ignore=[|last-user-is-rot|]\nUSER root\n"),
        ("DL1003", "misspelled-verb", "FROM a\n# dockerfile-lint [|ingore|]=DL3002\nUSER root\n"),
        ("DL1003", "unknown-verb", "FROM a\n# dockerfile-lint [|silence|]=DL3002\nUSER root\n"),
        ("DL1003", "invalid-date", "FROM a\n# dockerfile-lint ignore=DL3002 until=[|2027-13-01|]\nUSER root\n"),
        ("DL1003", "no-rule", "FROM a\n[|# dockerfile-lint ignore=|]\nUSER root\n"),
        ("DL1003", "check-option", "# check=skip=all;[|sikp=all|] b\nFROM a\n"),
        ("DL1007", "unknown-instruction", "FROM a\n[|XYZZY|] b\n"),
        ("DL1007", "unknown-instruction", "FROM a\n[|\\|]\n\n"),
        ("DL1007", "similar-instruction", "[|FORM|] a\n"),
        ("DL1007", "similar-instruction", "FROM a\n[|entripoint|] [\"b\"]\n"),
        ("DL1007", "unknown-flag", "FROM a\nCMD [|--help|]\n"),
        ("DL1007", "unknown-flag", "FROM a\nENV [|--x|] b=c\n"),
        ("DL1007", "similar-flag", "FROM a\nCOPY [|--form=b|] c d\n"),
        ("DL1007", "similar-flag", "FROM a\nCOPY [|--FROM=b|] c d\n"),
        ("DL1007", "repeated-flag", "FROM a\nCOPY --from=b [|--from=c|] d e\n"),
        ("DL1007", "flag-without-value", "FROM a\nCOPY [|--from|] c d\n"),
        ("DL1007", "flag-without-value", "FROM [|--platform|] a\n"),
        ("DL1007", "flag-not-boolean", "FROM a\nCOPY [|--link=yes|] c d\n"),
        ("DL1007", "flag-not-boolean", "FROM a\nCOPY [|--link=|] c d\n"),
        ("DL1007", "flag-value", "FROM a\nRUN --network=[|None|] b\n"),
        ("DL1007", "flag-value", "FROM a\nRUN --security=[|privileged|] b\n"),
        ("DL1007", "duration", "FROM a\nHEALTHCHECK --interval=[|30|] CMD b\n"),
        ("DL1007", "duration", "FROM a\nHEALTHCHECK --start-interval=[|1.5.5s|] CMD b\n"),
        ("DL1007", "short-duration", "FROM a\nHEALTHCHECK --timeout=[|999us|] CMD b\n"),
        ("DL1007", "short-duration", "FROM a\nHEALTHCHECK --start-period=[|-1s|] CMD b\n"),
        ("DL1007", "retries", "FROM a\nHEALTHCHECK --retries=[|-1|] CMD b\n"),
        ("DL1007", "retries", "FROM a\nHEALTHCHECK --retries=[|2147483648|] CMD b\n"),
        ("DL1007", "from-arguments", "[|FROM|]\n"),
        ("DL1007", "from-arguments", "[|FROM a b|]\n"),
        ("DL1007", "from-arguments", "[|FROM a # b|]\n"),
        ("DL1007", "from-arguments", "[|FROM a TO b|]\n"),
        ("DL1007", "stage-name", "FROM a AS [|1b|]\n"),
        ("DL1007", "stage-name", "FROM a AS [|b/c|]\n"),
        ("DL1007", "missing-argument", "FROM a\n[|EXPOSE|]\n"),
        ("DL1007", "missing-argument", "FROM a\n[|VOLUME []|]\n"),
        (
            "DL1007",
            "missing-argument",
            "FROM a\n[|ENV|]\n[|LABEL|]\n[|ARG|]\n[|HEALTHCHECK|]\n[|ONBUILD|]\n[|VOLUME|]\n"
        ),
        ("DL1007", "one-argument", "FROM a\n[|USER|]\n[|WORKDIR|]\n[|STOPSIGNAL|]\n[|MAINTAINER|]\n"),
        ("DL1007", "missing-source", "FROM a\n[|COPY|]\n[|ADD []|]\n"),
        ("DL1007", "missing-destination", "FROM a\n[|COPY b|]\n[|ADD [\"b\"]|]\n"),
        ("DL1007", "heredoc-destination", "FROM a\nCOPY b [|<<c|]\nc\n"),
        ("DL1007", "blank-name", "FROM a\nENV [|=b|]\nARG [|=|]\nLABEL a=b [|=c|]\n"),
        ("DL1007", "blank-volume", "FROM a\nVOLUME [\"b\", [|\" \"|]]\n"),
        ("DL1007", "shell-form", "FROM a\n[|SHELL bash -c|]\n[|SHELL []|]\n[|SHELL|]\n"),
        ("DL1007", "healthcheck-type", "FROM a\nHEALTHCHECK [|curl|] b\n"),
        ("DL1007", "healthcheck-none", "FROM a\nHEALTHCHECK NONE [|b c|]\n"),
        ("DL1007", "healthcheck-command", "FROM a\nHEALTHCHECK [|CMD|]\nHEALTHCHECK [|CMD|] []\n"),
        (
            "DL1007",
            "onbuild-trigger",
            "FROM a\nONBUILD [|onbuild|] RUN b\nONBUILD [|FROM|] b\nONBUILD [|MAINTAINER|] b\n"
        ),
        ("DL1007", "field-list", "FROM a\nRUN --mount=[|type=bi\\\"nd|] b\n"),
        ("DL1007", "mount-from-variable", "FROM a\nRUN --mount=[|from=$b|],target=/c --mount=from=d$,target=/c e\n"),
        ("DL1007", "device-name", "FROM a\nRUN --device=a.b/c=d,[|name=e|] --device=name=f,required b\n"),
        ("DL1007", "device-required", "FROM a\nRUN --device=a.b/c=d,[|required=yes|] b\n"),
        ("DL1008", "before-from", "[|USER|] a\nARG b\n[|RUN|] c\nFROM d\n"),
        ("DL1008", "no-stage", "[|ARG|] a\n"),
        ("DL1008", "from-variable", "FROM a\nCOPY --from=[|$b|] c d\nADD --from=e f g\n"),
        ("DL1008", "own-stage", "FROM a AS b\nCOPY --from=[|B|] c d\nCOPY --from=[|0|] c d\n"),
        ("DL1008", "later-stage", "FROM a\nCOPY --from=[|b|] c d\nCOPY --from=[|1|] c d\nFROM a AS b\n"),
        ("DL1008", "missing-stage", "FROM a\nCOPY --from=[|7|] c d\n"),
        ("DL1008", "unclosed-quote", "FROM a\nENV b=[|\"c|]\n"),
        ("DL1008", "unclosed-quote", "FROM a\nUSER [|'c|]\nWORKDIR [|\"${x:-\"|]\nVOLUME [|'b|]\nSTOPSIGNAL [|\"9|]\n"),
        ("DL1008", "missing-variable", "FROM scratch\nENV b=[|${c:?}|]\nENV d=e f=${d:-g}\nLABEL h=${d:?}\n"),
        (
            "DL1008",
            "invalid-variable",
            "FROM a\nARG b=[|${c|]\nLABEL d=[|${}|]\nCOPY [|${{e}}|] [|${f:=g}|]\nENV h=[|${:-i}|]\n"
        ),
        ("DL1008", "port", "FROM a\nEXPOSE [|65536|] 80 [|81-80|] [|82/icmp|] [|x|] 1-2/UDP 0\n"),
        (
            "DL1008",
            "port",
            "FROM a\nEXPOSE [|1.2.3:80:80|] [|x:80|] [|1-2:80-82|] [|0.0.0.0:1-2:|] 127.0.0.1::80 [::1]:80:80 80:80 "
                + "1-3:80\n"
        ),
        ("DL1008", "port", "FROM a\nENV P=\"80 81/http\" Q=\nEXPOSE $Q\nEXPOSE [|$P|]\nEXPOSE 80 [|#|] the web\n"),
        ("DL1008", "unclosed-quote", "FROM a\nEXPOSE [|\"80|] [|81\"|]\n"),
        (
            "DL1008",
            "image",
            "FROM [|A|]\nFROM [|a:|]\nFROM [|a@sha256:12|]\nFROM [|a--b_.c|]\nFROM B.c/d:E\nFROM "
                + "localhost:5000/a__b---c.d/e\n"
        ),
        ("DL1008", "image-like-stage", "FROM a AS Build\nFROM [|Build|]\n"),
        ("DL1008", "blank-image", "FROM [|''|]\n"),
        (
            "DL1008",
            "similar-stage",
            "FROM a AS build\nFROM [|biuld|]\nRUN --mount=[|from=buidl|],target=/b c\nCOPY --from=[|biuld|] b c\n"
        ),
        (
            "DL1008",
            "similar-stage",
            "FROM a AS nginx1\nFROM nginx AS b\nFROM nginx\nCOPY --from=nginx b c\nCOPY --from=[|nginx2|] b c\n"
        ),
        (
            "DL1008",
            "signal",
            "FROM a\nSTOPSIGNAL [|0|]\nSTOPSIGNAL [|SIGRTMIN+16|]\nSTOPSIGNAL sigrtmax-14\nSTOPSIGNAL 9\nSTOPSIGNAL "
                + "kill\n"
        ),
        ("DL1008", "similar-signal", "FROM a\nSTOPSIGNAL [|SIGTREM|]\n"),
        (
            "DL1008",
            "chmod",
            "FROM a\nCOPY --chmod=[|999|] b c\nCOPY --chmod=[|10000|] b c\nADD --chmod=[|u=y|] b c\nCOPY "
                + "--chmod=07777 b c\nCOPY --chmod=u=rwX,go-w+x,+t b c\nCOPY --chmod=$M b c\n"
        ),
        ("DL1008", "remote-copy", "FROM a\nCOPY [|https://b.c/d|] [|git@e.f:g.git|] github.com/h/i ./j.git /k\n"),
        ("DL1008", "checksum-sources", "FROM a\nADD [|--checksum=sha256:b|] https://c/d e /f\n"),
        ("DL1008", "checksum-local", "FROM a\nADD [|--checksum=sha256:b|] c /d\n"),
        (
            "DL1008",
            "checksum",
            $"FROM a\nADD --checksum=[|sha256:b|] https://c/d /e\nADD --checksum=sha256:{new string('a', 64)} "
                + $"https://c/d /e\nADD --checksum=abc123 https://c/d.git#v1 /e\n"
        ),
        ("DL1008", "mount-field", "FROM a\nRUN --mount=type=cache,[|target|],ro b\n"),
        ("DL1008", "mount-key", "FROM a\nRUN --mount=type=cache,[|colour=red|],target=/b c\n"),
        ("DL1008", "similar-mount-key", "FROM a\nRUN --mount=type=cache,[|traget=/b|] c\n"),
        (
            "DL1008",
            "mount-key-for-type",
            "FROM a\nRUN --mount=type=bind,target=/b,[|uid=1|] c\n"
                + "RUN --mount=type=bind,[|sharing=locked|],target=/b c\n"
        ),
        (
            "DL1008",
            "mount-key-for-type",
            "FROM a\nRUN --mount=[|required|],type=secret,id=b --mount=type=secret,id=b,required c\nRUN "
                + "--mount=[|size=1m|],type=tmpfs,target=/b c\n"
        ),
        (
            "DL1008",
            "mount-key-for-type",
            "FROM a\nRUN --mount=type=ssh,[|src=b|] --mount=type=secret,id=b,[|from=c|] d\n"
        ),
        (
            "DL1008",
            "mount-value",
            "FROM a\nRUN --mount=type=cache,target=/b,ro=[|yes|],mode=[|rwx|],uid=[|-1|],gid=$G c\nRUN "
                + "--mount=type=tmpfs,target=/b,size=[|foo|] --mount=type=tmpfs,target=/b,size=1.5GiB d\n"
        ),
        (
            "DL1008",
            "mount-choice",
            "FROM a\nRUN --mount=type=[|volume|],target=/b c\nRUN --mount=TYPE=Cache,target=/b,sharing=[|public|] "
                + "--mount=type=$T,uid=1,size=2 d\n"
        ),
        (
            "DL1008",
            "mount-target",
            "FROM a\nRUN --mount=type=cache,target=[|/|] b\nRUN --mount=type=bind,dst=[|/c/./..|] "
                + "--mount=type=bind,source=d e\n"
        ),
        ("DL1008", "secret-without-source", "FROM a\nRUN --mount=[|type=secret,env=B|] c\n"),
        ("DL1008", "secret-with-two-sources", "FROM a\nRUN --mount=type=secret,src=b,[|id=c|] d\n"),
        ("DL1008", "mount-own-stage", "FROM a AS b\nRUN --mount=[|from=b|],target=/c d\n"),
        (
            "DL1008",
            "cycle",
            "FROM a AS b\nRUN --mount=[|from=d|],target=/c e\nRUN --mount=from=f,target=/c e\nFROM a AS f\n"
                + "FROM b AS d\n"
        ),
        (
            "DL1008",
            "platform",
            "FROM --platform=[|linus|] a\nFROM --platform=[|linux/|] a\nFROM --platform=linux a\nFROM "
                + "--platform=X86_64 a\nFROM --platform=windows(10.0.17763)/amd64 a\nFROM --platform=$BUILDPLATFORM a\n"
        ),
        (
            "DL1008",
            "platform",
            "ARG P=a/b/c/d\nFROM --platform=[|linux/*|] a\nFROM --platform=[|$P|] a\nFROM --platform='' a\nFROM "
                + "--platform= a\n"
        ),
        ("DL1008", "platform", "ARG P=\"\"\nFROM --platform=[|$P|] a\n"),
    ];

    private static IEnumerable<TestCaseData> Cases() =>
        Messages.Select(message =>
            new TestCaseData(message.Rule, message.Message, message.Text).SetArgDisplayNames(
                message.Rule,
                message.Message,
                message.Text.Length > 100 ? "…" : message.Text.Replace("\n", "\\n", StringComparison.Ordinal)
            )
        );

    [TestCaseSource(nameof(Cases))]
    public void A_message_marks_its_span(string rule, string message, string markup)
    {
        MarkedText text = MarkedText.Parse(markup, rule);
        // Without the rules that are more specific and take the place of some of these.
        RuleSet all = Preset.Load(Preset.Default);
        FileResult result = Lint.Run(
            text.Text,
            new LintOptions
            {
                Rules = all.Select(all.Descriptors.Where(descriptor => descriptor.Kind == RuleKind.Parser)),
            }
        );

        Finding[] findings = [.. result.Findings.Where(finding => finding.Rule.Id == rule)];
        text.Verify(findings.Select(finding => finding.Diagnostic));
        findings.Should().OnlyContain(finding => finding.Message.Template.Id == message);
        findings
            .Should()
            .OnlyContain(finding =>
                finding.Severity == Severity.Error || rule == "DL1003" || message == "similar-stage"
            );
    }

    [Test]
    public void Every_message_has_a_case()
    {
        IEnumerable<string> all =
            from rule in RuleCatalog.Descriptors
            where Rules.Contains(rule.Id)
            from message in rule.Messages
            where message.Id != "default"
            select $"{rule.Id} {message.Id}";

        // The encoding of a case is UTF-8; the tests below speak of others. No case asks for a stage.
        all.Except(Messages.Select(message => $"{message.Rule} {message.Message}"))
            .Should()
            .Equal("DL1000 not-utf8", "DL1008 target");
    }

    [TestCase(false)]
    [TestCase(true)]
    public void A_file_in_UTF16_is_refused_and_read_all_the_same(bool isBigEndian)
    {
        var encoding = new UnicodeEncoding(isBigEndian, byteOrderMark: true);
        var file = new SourceFile(
            "Dockerfile",
            SourceText.From([.. encoding.GetPreamble(), .. encoding.GetBytes("FROM a:1\nUSER root\n")])
        );

        FileResult result = Lint.Run(file, Language.Dockerfile);

        result
            .Findings.Select(finding => (finding.Rule.Id, finding.Message.Template.Id, finding.Location.Span))
            .Should()
            .Equal(("DL1000", "not-utf8", new TextSpan(0, 0)), ("DL3002", "default", new TextSpan(14, 4)));
    }

    [Test]
    public void Invalid_bytes_are_reported_at_the_first_one()
    {
        var file = new SourceFile("Dockerfile", SourceText.From([.. "FROM a:1\n# "u8, 0xE9, 0xE9, .. "\nUSER 1\n"u8]));

        FileResult result = Lint.Run(file, Language.Dockerfile);

        result
            .Findings.Should()
            .ContainSingle()
            .Which.Should()
            .Match<Finding>(finding => finding.Rule.Id == "DL1009" && finding.Location.Span == new TextSpan(11, 1));
    }

    [Test]
    public void Nothing_is_lost_around_a_broken_instruction()
    {
        MarkedText text = MarkedText.Parse(
            """
            {|DL1007:FORM|} base:1
            FROM {|DL3006:base|}
            RUN {|DL3004:sudo|} a
            {|DL1007:RUNN|} b
            ENV a=b {|DL1000:c|}
            RUN {|DL3004:sudo|} d
            COPY {|DL1007:--x|} --from={|DL1008:9|} e /f
            USER {|DL3002:root|}
            CMD {|DL3025:[{|DL1000:1|}]|}
            ENTRYPOINT {|DL3025:run|}
            """
        );

        text.Verify(Lint.Run(text.Text));
    }

    [TestCase("FORM", "FROM")]
    [TestCase("FROMM", "FROM")]
    [TestCase("COYP", "COPY")]
    [TestCase("wrokdir", "WORKDIR")]
    [TestCase("ENTYPOINTS", "ENTRYPOINT")]
    public void A_slip_in_a_name_is_recognised(string name, string meant)
    {
        Diagnostic finding = DockerfileLint
            .Syntax.Dockerfiles.DockerfileSyntaxTree.Parse($"{name} a")
            .Diagnostics.Should()
            .ContainSingle()
            .Which;

        finding.Message.Arguments.Should().Equal(name, meant);
    }

    [TestCase("ARG --x a")]
    [TestCase("STOPSIGNAL --x 9")]
    [TestCase("HEALTHCHECK --x --interval=y none")]
    [TestCase("ONBUILD COPY --x a")]
    [TestCase("COPY --exclude=a --exclude=b c d")]
    [TestCase("RUN --mount=type=cache,target=/a --mount=type=cache,target=/b c")]
    [TestCase("COPY --link --parents=TRUE a b")]
    [TestCase("HEALTHCHECK --interval=0 --timeout=1h2m3.5s --start-period=1ms --retries=0 CMD a")]
    [TestCase("CMD")]
    [TestCase("RUN")]
    [TestCase("CMD []")]
    [TestCase("FROM b AS c.d-e_1")]
    [TestCase("FROM b as C")]
    [TestCase("COPY --from=nginx a b")]
    [TestCase("COPY --from=c9 a b")]
    [TestCase("EXPOSE $X ${Y}-$Z")]
    [TestCase("VOLUME \"/a b\"", Description = "split at blanks, and the quotes stay open")]
    public void The_builder_takes_more_than_one_would_guess(string line) =>
        Lint.Run($"FROM a\n{line}\n")
            .Findings.Where(finding => finding.Rule.Id is "DL1000" or "DL1007")
            .Should()
            .BeEmpty();

    [TestCase("RUN --mount=target=$X,id=$Y --mount=type=$T,uid=$U,size=$S,sharing=$V a")]
    [TestCase("STOPSIGNAL ${X:-SIG}$Y")]
    [TestCase("ADD --checksum=$X $Y b")]
    [TestCase("COPY --chmod=0$X $Y b")]
    [TestCase("EXPOSE $X ${Y}-$Z")]
    [TestCase("FROM --platform=$X $Y")]
    public void A_word_with_an_unknown_variable_is_not_judged(string line) =>
        Lint.Run($"ARG X\nARG Y\nFROM a\nARG X\nARG Y\n{line}\n")
            .Findings.Where(finding => finding.Rule.Id == "DL1008")
            .Should()
            .BeEmpty();
}
