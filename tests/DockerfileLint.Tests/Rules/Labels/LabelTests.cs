using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Labels;

internal sealed class InvalidLabelKeyTests() : RuleTest("DL3048")
{
    [TestCase("LABEL [|A|]=1 b=1 [|bC|]=1")]
    [TestCase("LABEL [|1a|]=1 [|.a|]=1 [|a.|]=1 [|a..b|]=1 [|a--b|]=1 [|/a|]=1")]
    [TestCase("LABEL [|\"a b\"|]=1")]
    [TestCase("LABEL [|.a|] =1", Description = "the old form")]
    [TestCase("LABEL [|com.docker.a|]=1 [|io.docker.a|]=1 [|org.dockerproject.a|]=1")]
    [TestCase("ARG K=A\nLABEL [|$K|]=1")]
    [TestCase("LABEL com.docker.desktop.extension.api.version=1 com.docker.extension.publisher-url=1")]
    [TestCase("LABEL org.opencontainers.image.ref.name=1 a-b_c/d.9=1 com.dockerish=1 com.docker=1")]
    [TestCase("LABEL a.$K=1")]
    [TestCase("LABEL RUN=1 [|Run|]=1 INSTALL=1 UNINSTALL=1 [|NAME|]=1")]
    [TestCase("ONBUILD LABEL A=1")]
    public void Keys_are_lower_case_and_of_other_domains(string instructions) => Verify($"FROM a\n{instructions}\n");

    [TestCase("LABEL [|a$b|]=1 \"a\"=1 [|com.docker.extension.a|]=1 [|RUN|]=1")]
    public void As_hadolint_judges(string instruction) => Verify($"{instruction}\n", "behaviour=hadolint");
}

internal sealed class MissingLabelTests() : RuleTest("DL3049")
{
    [TestCase("FROM a\nLABEL x=1 y=1\nFROM [|b|]\n")]
    [TestCase("FROM a AS b\nLABEL x=1\nFROM b\nLABEL \"y\"=1\n")]
    [TestCase("FROM [|a|]\nLABEL x=1\n")]
    [TestCase("FROM [|a|]\nONBUILD LABEL x=1 y=1\n")]
    [TestCase("LABEL x=1\n")]
    public void The_final_image_has_all_labels(string text) => Verify(text, "label-schema=x:text,y:url");

    [Test]
    public void All_missing_labels_are_named() =>
        Verify("FROM [|a|]\n", "label-schema=x:text,y:url").Single().Message.Arguments.Should().Equal("0", "x, y");

    [Test]
    public void Without_a_schema_nothing_is_said() => Verify("FROM a\n");

    [TestCase("FROM [|a|]\nFROM b\nLABEL x=1\n")]
    [TestCase("FROM [|a|] AS b\nFROM [|b|]\n")]
    [TestCase("FROM a AS b\nFROM b\nLABEL x=1\n", Description = "set on top of it")]
    [TestCase("FROM [|a|] AS b\nFROM b AS c\nLABEL x=1\n", Description = "a named stage does not count")]
    [TestCase("FROM a AS b\nFROM c\nCOPY --from=b / /\nLABEL x=1\n")]
    public void Hadolint_judges_each_stage(string text) => Verify(text, "label-schema=x:text", "behaviour=hadolint");
}

internal sealed class SuperfluousLabelTests() : RuleTest("DL3050")
{
    [Test]
    public void Other_labels_are_reported() =>
        Verify("FROM a\nLABEL x=1 [|y|]=1\nLABEL $K=1\n", "label-schema=x:text", "strict-labels=true");

    [Test]
    public void Nothing_is_said_where_others_are_allowed() => Verify("FROM a\nLABEL y=1\n", "label-schema=x:text");

    [Test]
    public void Hadolint_fills_in_nothing() => Verify("LABEL [|$K|]=1\n", "strict-labels=true", "behaviour=hadolint");
}

internal sealed class EmptyLabelTests() : RuleTest("DL3051")
{
    [TestCase("LABEL x=[|\"\"|] y=\"\"")]
    [TestCase("LABEL [|x=|]")]
    [TestCase("ARG V=\nLABEL x=[|$V|]")]
    [TestCase("LABEL x=$V")]
    [TestCase("LABEL x=\" \"")]
    public void A_label_of_the_schema_has_a_value(string instructions) =>
        Verify($"FROM a\n{instructions}\n", "label-schema=x:url");

    [Test]
    public void Hadolint_fills_in_nothing() =>
        Verify("ARG V=\nLABEL x=$V x=[|''|]\n", "label-schema=x:url", "behaviour=hadolint");
}

internal sealed class InvalidLabelUrlTests() : RuleTest("DL3052")
{
    [TestCase("LABEL u=[|example.com|] v=example.com")]
    [TestCase(
        "LABEL u=[|//a|] u=[|http://|] u=[|https:/a|] u=[|1a:b|] u=[|a:|] u=[|\"http://a b\"|] u=[|http://a/%zz|]"
    )]
    [TestCase("ARG H=a\nLABEL u=[|$H/b|]")]
    [TestCase("LABEL u=https://a.b/c?d=e#f u=http://[::1]:80/ u=mailto:a@b u=urn:a u=https://a/%20")]
    [TestCase("LABEL u=$A u=")]
    public void An_address_has_a_scheme(string instructions) =>
        Verify($"FROM a\n{instructions}\n", "label-schema=u:url");

    [TestCase("LABEL u=foo:bar u=[|example.com|] u=[|$X|] [|u=|]")]
    public void As_hadolint_judges(string instruction) =>
        Verify($"{instruction}\n", "label-schema=u:url", "behaviour=hadolint");
}

internal sealed class InvalidLabelTimeTests() : RuleTest("DL3053")
{
    [TestCase(
        "LABEL t=[|2026-03-01|] t=[|2026-03-01T12:30Z|] t=[|2026-03-01T12:30:00|] t=[|\"2026-03-01 12:30:00Z\"|] "
            + "t=[|2026-03-01T12:30:00.Z|]"
    )]
    [TestCase(
        "LABEL t=[|2026-13-01T00:00:00Z|] t=[|2026-02-29T00:00:00Z|] t=[|2026-03-01T24:00:00Z|] "
            + "t=[|2026-03-01T00:00:00+0100|] t=[|2026-03-01T00:00:00+24:00|]"
    )]
    [TestCase(
        "LABEL t=2024-02-29T23:59:60Z t=2026-03-01T12:30:00.564595127+01:00 t=2026-03-01t12:30:00z "
            + "t=2026-03-01T12:30:00-00:00 t=$NOW"
    )]
    [TestCase("LABEL t=[|0000-00-00T00:00:00Z|] t=[|yesterday|]")]
    public void A_time_has_seconds_and_a_zone(string instruction) =>
        Verify($"FROM a\n{instruction}\n", "label-schema=t:rfc3339");
}

internal sealed class InvalidLabelLicenseTests() : RuleTest("DL3054")
{
    [TestCase(
        "LABEL l=[|GPLv3|] l=[|\"Apache 2.0\"|] l=[|\"MIT OR\"|] l=[|\"(MIT\"|] l=[|\"MIT)\"|] l=[|\"MIT WITH "
            + "MIT\"|] l=[|\"()\"|] l=[|\"(MIT) WITH LLVM-exception\"|] l=[|LicenseRef-|]"
    )]
    [TestCase(
        "LABEL l=MIT l=mit l=\"MIT AND (Apache-2.0 OR GPL-2.0+)\" l=\"Apache-2.0 WITH LLVM-exception\" "
            + "l=LicenseRef-a l=DocumentRef-a:LicenseRef-b l=EPL-1.0+ l=$L"
    )]
    public void An_expression_joins_known_licences(string instruction) =>
        Verify($"FROM a\n{instruction}\n", "label-schema=l:spdx");

    [Test]
    public void Parentheses_nest_without_end() =>
        Verify($"FROM a\nLABEL l=\"{new string('(', 100_000)}MIT{new string(')', 100_000)}\"\n", "label-schema=l:spdx");

    [Test]
    public void Hadolint_takes_one_licence() =>
        Verify("LABEL l=MIT l=[|mit|] l=[|\"MIT OR ISC\"|]\n", "label-schema=l:spdx", "behaviour=hadolint");
}

internal sealed class InvalidLabelHashTests() : RuleTest("DL3055")
{
    [TestCase("LABEL h=[|main|] h=[|abcdef|] h=[|ABCDEF0|] h=[|0123456789abcdef0123456789abcdef0123456789|]")]
    [TestCase("LABEL h=abcdef0 h=abcdef01 h=0123456789abcdef0123456789abcdef01234567 h=$H")]
    public void A_hash_is_hexadecimal(string instruction) => Verify($"FROM a\n{instruction}\n", "label-schema=h:hash");

    [Test]
    public void Hadolint_knows_two_lengths() =>
        Verify("LABEL h=abcdef0 h=[|abcdef01|]\n", "label-schema=h:hash", "behaviour=hadolint");
}

internal sealed class InvalidLabelVersionTests() : RuleTest("DL3056")
{
    [TestCase(
        "LABEL v=[|v1.0.0|] v=[|1.0|] v=[|1.0.0.0|] v=[|01.0.0|] v=[|1.0.0-|] v=[|1.0.0-01|] v=[|1.0.0+|] "
            + "v=[|latest|] v=[|1..0|]"
    )]
    [TestCase("LABEL v=1.0.0 v=0.0.0-rc.1 v=1.2.3-a-b.0a+build.001 v=1.0.0+a-b v=$V")]
    public void A_version_has_three_numbers(string instruction) =>
        Verify($"FROM a\n{instruction}\n", "label-schema=v:semver");
}

internal sealed class InvalidLabelEmailTests() : RuleTest("DL3058")
{
    [TestCase("LABEL e=[|a|] e=[|@b|] e=[|a@|] e=[|a..b@c|] e=[|\"a <a@b>\"|] e=[|a@b@c|] e=[|a@b.|]")]
    [TestCase("LABEL e=a@b e=a.b+c@d.example e=a@[127.0.0.1] e=$E")]
    [TestCase("LABEL e='\"a b\"@c.d' e=[|'\"a\"b\"@c'|]")]
    public void An_address_has_two_parts(string instruction) =>
        Verify($"FROM a\n{instruction}\n", "label-schema=e:email");
}
