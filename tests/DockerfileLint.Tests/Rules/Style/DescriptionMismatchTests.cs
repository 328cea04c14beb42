using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Style;

internal sealed class DescriptionMismatchTests() : RuleTest("DL6012")
{
    [TestCase("# the version\nARG [|VERSION|]=1\nFROM a:1\n")]
    [TestCase("# version of it\nARG [|VERSION|]=1\nFROM a:1\n")]
    [TestCase("# the base\nFROM a:1 AS [|base|]\n")]
    [TestCase("# base is here\n# and more\nFROM a:1 AS [|base|]\n")]
    [TestCase("  # base is indented\nFROM a:1 AS [|base|]\n")]
    public void A_comment_that_begins_otherwise_is_reported(string text) => Verify(text);

    [TestCase("# VERSION to install\nARG VERSION=1\nFROM a:1\n")]
    [TestCase("# B is the other\nARG A=1 B=2\nFROM a:1\n")]
    [TestCase("# base for all\nFROM a:1 AS Base\n")]
    [TestCase("# anything\nFROM a:1\n")]
    [TestCase("# anything\n#\nFROM a:1 AS base\n")]
    [TestCase("# anything\n\nFROM a:1 AS base\n")]
    [TestCase("# base for all\n# hadolint ignore=DL3006\nFROM a AS base\n")]
    [TestCase("# syntax=docker/dockerfile:1\nFROM a:1 AS base\n")]
    public void A_description_or_none_is_fine(string text) => Verify(text);

    [Test]
    public void To_BuildKit_an_empty_line_detaches_nothing() =>
        Verify("# anything\n\nFROM a:1 AS [|base|]\n", "behaviour=buildkit");

    [TestCase("all")]
    [TestCase("InvalidDefinitionDescription")]
    public void A_file_turns_it_on(string name) =>
        VerifyAll($"# check=experimental={name};skip={name}\n# anything\nFROM a:1 AS [|base|]\n", "buildkit");

    [TestCase("# anything\nFROM a:1 AS base\n")]
    [TestCase("# check=skip=all\n# anything\nFROM a:1 AS base\n")]
    public void It_is_off_in_any_other_file(string text) => VerifyAll(text, "buildkit");
}
