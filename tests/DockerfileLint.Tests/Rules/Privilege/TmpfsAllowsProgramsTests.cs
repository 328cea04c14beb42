using DockerfileLint.Analysis.Languages;
using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Privilege;

internal sealed class TmpfsAllowsProgramsTests() : RuleTest("DC3021", Language.Compose)
{
    [TestCase("/tmp:[|exec|]")]
    [TestCase("/tmp:size=1m,[|suid|],[|dev|]")]
    [TestCase("/tmp")]
    [TestCase("/tmp:noexec,nosuid")]
    [TestCase("/tmp:${OPTIONS}")]
    [TestCase("/exec:mode=1777")]
    public void Options_that_undo_what_is_off_by_default_are_reported(string entry) =>
        Verify($"services:\n  a:\n    image: a:1\n    tmpfs:\n      - {entry}\n");
}
