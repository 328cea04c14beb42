using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Style;

internal sealed class InconsistentInstructionCasingTests() : RuleTest("DL6002")
{
    [Test]
    public void The_case_of_more_names_wins() => Verify("from a:1\nrun b\n[|USER|] c\n");

    [Test]
    public void Upper_case_wins_a_tie() => Verify("FROM a:1\n[|run|] b\n");

    [Test]
    public void Mixed_case_has_no_vote_and_is_always_reported() => Verify("from a:1\n[|Run|] b\n[|Run|] c\n");

    [Test]
    public void A_global_ARG_has_no_vote() => Verify("[|arg|] A\n[|arg|] B\n[|arg|] C\nFROM a:1\n");

    [Test]
    public void BuildKit_leaves_a_global_ARG_out() => Verify("arg A\nFROM a:1\n", "behaviour=buildkit");

    [Test]
    public void A_trigger_is_not_judged() => Verify("FROM a:1\nONBUILD run b\n");
}

internal sealed class InconsistentAsCasingTests() : RuleTest("DL6003")
{
    [TestCase("FROM a:1 [|as|] b\n")]
    [TestCase("FROM a:1 [|As|] b\n")]
    [TestCase("from a:1 [|AS|] b\n")]
    public void AS_follows_its_FROM(string text) => Verify(text);

    [TestCase("FROM a:1 AS b\n")]
    [TestCase("from a:1 as b\n")]
    [TestCase("From a:1 As b\n")]
    [TestCase("FROM as\n")]
    public void Equal_or_mixed_case_is_no_finding(string text) => Verify(text);
}

internal sealed class StageNameCasingTests() : RuleTest("DL6004")
{
    [Test]
    public void A_name_with_capitals_is_reported() => Verify("FROM a:1 AS [|Build|]\nFROM Build AS run\n");
}
