using DockerfileLint.Analysis.Languages;
using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Users;

internal sealed class UserIsRootTests() : RuleTest("DC3002", Language.Compose)
{
    [TestCase("user: [|':1000'|]")]
    [TestCase("user: [|'00'|]")]
    [TestCase("user: rooty")]
    [TestCase("user: ${U}:${G}")]
    [TestCase("user: ''")]
    public void Every_spelling_of_number_zero_is_root(string yaml) =>
        Verify($"services:\n  a:\n    image: x\n    {yaml}\n");

    [Test]
    public void A_hook_has_a_user_of_its_own() =>
        Verify(
                "services:\n  a:\n    image: x\n    user: '1000'\n    post_start:\n      - command: a\n        user: "
                    + "[|root|]\n      - command: b\n"
            )
            .Single()
            .Tier.Should()
            .Be("hook");
}
