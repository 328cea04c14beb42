using DockerfileLint.Diagnostics;
using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Variables;

internal sealed class UndefinedVariableTests() : RuleTest("DL6006")
{
    [TestCase("FROM app\nLABEL date=$[|BUILD_DATE|]", "sure", "not defined here, so it is empty")]
    [TestCase("FROM app\nENV DATA=$[|PWD|]/data", "sure", "not defined here, so it is empty")]
    [TestCase("FROM debian\nENV A=$[|OTHER|]", "sure", "not defined here, so it is empty")]
    [TestCase("FROM app\nENV APP_HOME=/a\nENV A=$[|APP_HOEM|]", "sure", "Write 'APP_HOME' if")]
    [TestCase("ARG V=1\nFROM app\nLABEL v=${[|V|]}", "sure", "declared outside this stage")]
    [TestCase("FROM app\nLABEL v=${[|TARGETARCH|]:-amd64}", "sure", "declared outside this stage")]
    [TestCase("FROM app\nWORKDIR $[|HERE|]\nENV HERE=/a", "sure", "is set below")]
    [TestCase("FROM app\nENV A=1 B=$[|A|]", "sure", "this same instruction")]
    [TestCase("FROM app\nLABEL run=\"sh -c '$[|1|]'\"", "sure", "shell parameter")]
    [TestCase("ARG A=${[|B|]}\nFROM app", "sure", "not defined here, so it is empty")]
    public void The_message_says_why_the_variable_is_empty(string markup, string? tier, string message)
    {
        Finding diagnostic = Verify(markup).Should().ContainSingle().Subject;
        diagnostic.Tier.Should().Be(tier);
        $"{diagnostic.Message} {diagnostic.Message.Help}".Should().Contain(message);
    }

    [TestCase("FROM app\nRUN --mount=type=cache,target=/a/$[|DIR|],from=$FROM echo $SHELL")]
    [TestCase("FROM app\nCOPY --chown=$[|OWNER|] $[|SOURCE|] /$[|TARGET|]/")]
    [TestCase("FROM app\nCOPY <<A <<'B' /srv/\n'$[|uri|]' \\$x\nA\n$uri\nB\n")]
    [TestCase("FROM app\nUSER $[|WHO|]\nVOLUME $[|WHERE|]\nSTOPSIGNAL $[|WHAT|]")]
    [TestCase("FROM app\nLABEL $[|KEY|]=a\nENV A=$[|B|]$B")]
    public void All_that_the_builder_expands_is_judged(string markup) => Verify(markup, "unknown-base=true");

    [TestCase("FROM app\nENV A=$OTHER")]
    [TestCase("FROM app\nUSER $NB_USER")]
    [TestCase("FROM app\nCOPY . $HOME/")]
    [TestCase("ARG BASE\nFROM $BASE\nWORKDIR $APP_ROOT/src")]
    public void What_an_unknown_base_image_may_set_is_left_alone(string text) => Verify(text);

    [Test]
    public void An_unknown_base_image_is_a_note_for_who_asks()
    {
        Finding finding = Verify("FROM app\nENV A=$[|OTHER|]", "unknown-base=true").Single();
        finding.Severity.Should().Be(Severity.Info);
        finding.Message.ToString().Should().Contain("unless the base image");
    }

    [TestCase("FROM app\nENV LD_LIBRARY_PATH=/opt/lib:$LD_LIBRARY_PATH PATH=/opt/bin:$PATH")]
    [TestCase("FROM app\nENV A=${B:-c} D=${E:+f} G=${H:?}")]
    [TestCase("FROM app\nARG A\nENV B=$A\nUSER $B")]
    [TestCase("FROM golang:1.23\nENV BIN=$GOPATH/bin")]
    [TestCase("FROM app\nRUN echo $A\nCMD echo $A\nEXPOSE $A\nONBUILD ENV B=$A")]
    [TestCase("FROM app\nENV A='$B' C=\\$B D=$BUILDKIT_SBOM_SCAN_STAGE")]
    [TestCase("FROM scratch AS a\nENV X=1\nONBUILD ARG Y=2\nFROM a\nENV Z=$X$Y")]
    public void What_is_defined_or_meant_to_be_empty_is_silent(string markup) => Verify(markup);

    [TestCase("ARG A=$B\nFROM app\nENV PATH=/a:$PATH C=${[|D|]:-e} F=$[|F|]")]
    public void BuildKit_reports_each_undefined_name(string markup) => Verify(markup, "behaviour=buildkit");
}
