using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Instructions;

internal sealed class MultipleHealthchecksTests() : RuleTest("DL3012")
{
    [Test]
    public void Each_further_one_of_a_stage_is_reported() =>
        Verify(
            "FROM a:1\nHEALTHCHECK CMD a\n[|HEALTHCHECK|] NONE\n[|HEALTHCHECK|] CMD b\nFROM b:1\nHEALTHCHECK CMD c\n"
        );
}

internal sealed class MultipleCommandsTests() : RuleTest("DL4003")
{
    [Test]
    public void The_one_without_effect_is_named() =>
        Verify("FROM a:1\nCMD [\"a\"]\nENTRYPOINT [\"b\"]\n[|CMD|] [\"c\"]\n")[0]
            .RelatedLocations.Should()
            .ContainSingle()
            .Which.Location.Span.Start.Should()
            .Be(9);

    [Test]
    public void A_stage_may_replace_what_its_base_says() => Verify("FROM a:1 AS x\nCMD a\nFROM x\nCMD b\n");

    [Test]
    public void Triggers_replace_nothing() => Verify("FROM a:1\nCMD a\nONBUILD CMD b\n");

    [Test]
    public void BuildKit_points_at_the_earlier_one() =>
        Verify("FROM a:1\n[|CMD|] a\n[|CMD|] b\nCMD c\n", "behaviour=buildkit");

    [Test]
    public void BuildKit_wants_the_comment_above_the_later_one()
    {
        const string Text = "FROM scratch\nCMD [\"a\"]\n# check=skip=MultipleInstructionsDisallowed\nCMD [\"b\"]\n";

        Lint.Run(Text, new() { Rules = DockerfileLint.Configuration.Preset.Load("buildkit") })
            .Diagnostics.Should()
            .ContainSingle()
            .Which.Suppression.Should()
            .NotBeNull();
    }
}

internal sealed class MultipleEntrypointsTests() : RuleTest("DL4004")
{
    [Test]
    public void A_second_one_is_reported() => Verify("FROM a:1\nENTRYPOINT [\"a\"]\n[|ENTRYPOINT|] [\"b\"]\n");
}
