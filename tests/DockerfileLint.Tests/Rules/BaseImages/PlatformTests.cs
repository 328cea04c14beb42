using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.BaseImages;

internal sealed class ConstantPlatformTests() : RuleTest("DL3029")
{
    [TestCase("FROM --platform=[|linux/amd64|] app")]
    [TestCase("FROM --platform=[|arm64|] app AS build")]
    [TestCase("FROM --platform=linux/$TARGETARCH app")]
    [TestCase("FROM --platform=linux/x86_64 app AS build-amd64")]
    [TestCase("FROM --platform=linux/arm/v7 app AS Linux")]
    [TestCase("FROM --platform=nowhere app")]
    public void A_constant_is_reported_unless_the_stage_is_named_after_it(string markup) => Verify(markup);

    [TestCase("ARG OTHER=linux\nFROM --platform=[|$OTHER|] app AS linux-amd64")]
    [TestCase("FROM --platform=${BUILDPLATFORM:-} app")]
    public void hadolint_looks_for_two_names(string markup) => Verify(markup, "behaviour=hadolint");
}

internal sealed class RedundantTargetPlatformTests() : RuleTest("DL3065")
{
    [TestCase("FROM --platform=[|${TARGETPLATFORM:-linux/arm64}|] app")]
    [TestCase("FROM --platform=$TARGETOS/$TARGETARCH app")]
    [TestCase("ARG TARGETPLATFORM=linux/arm64\nFROM --platform=$TARGETPLATFORM app")]
    public void The_target_platform_is_reported_where_it_is_the_default(string markup) => Verify(markup);

    [Test]
    public void hadolint_knows_the_plain_spellings() =>
        Verify(
            "FROM --platform=${TARGETPLATFORM:-a} app\nFROM --platform=[|\"$TARGETPLATFORM\"|] app",
            "behaviour=hadolint"
        );
}

internal sealed class InvalidDefaultImageTests() : RuleTest("DL6009")
{
    [TestCase("ARG TAG\nFROM [|app:$TAG|]")]
    [TestCase("FROM {|DL1008:Debian|}")]
    [TestCase("FROM debian AS Base\nFROM Base")]
    [TestCase("ARG IMAGE\nFROM $IMAGE")]
    [TestCase("FROM app:$TAG")]
    [TestCase("FROM {{BASE}}")]
    [TestCase("FROM app-$TARGETARCH")]
    [TestCase("FROM Example.com:5000/a__b-c/d.e:V_1.0")]
    public void An_image_that_is_none_by_default_is_reported(string markup) => Verify(markup);

    [TestCase("ARG IMAGE\nFROM [|$IMAGE|]\nFROM [|app:$TAG|]")]
    public void BuildKit_reports_every_invalid_reference(string markup) => Verify(markup, "behaviour=buildkit");
}
