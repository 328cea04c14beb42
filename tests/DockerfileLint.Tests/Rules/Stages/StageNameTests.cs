using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Stages;

internal sealed class DuplicateStageNameTests() : RuleTest("DL3024")
{
    [Test]
    public void Each_later_stage_of_a_name_is_reported() =>
        Verify("FROM a:1 AS x\nFROM b:1 AS [|x|]\nFROM c:1 AS y\nFROM d:1 AS [|X|]\n");

    [Test]
    public void To_hadolint_case_tells_names_apart() =>
        Verify("FROM a:1 AS x\nFROM b:1 AS X\nFROM c:1 AS [|x|]\n", "behaviour=hadolint");
}

internal sealed class ReservedStageNameTests() : RuleTest("DL3063")
{
    [TestCase("scratch")]
    [TestCase("context")]
    [TestCase("Context")]
    public void A_reserved_name_is_reported_in_any_case(string name) => Verify($"FROM a:1 AS [|{name}|]\n");

    [Test]
    public void Hadolint_knows_lower_case_only() =>
        Verify("FROM a:1 AS Scratch\nFROM a:1 AS [|scratch|]\n", "behaviour=hadolint");

    [Test]
    public void As_a_base_scratch_is_no_name() => Verify("FROM scratch\n");
}
