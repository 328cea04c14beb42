using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules;

internal sealed class LastUserIsRootTests() : RuleTest("DL3002")
{
    [TestCase("USER [|root|]")]
    [TestCase("USER [|0|]")]
    [TestCase("USER [|00|]")]
    [TestCase("USER [|0:0|]")]
    [TestCase("USER [|root:staff|]")]
    [TestCase("USER [|:1000|]")]
    [TestCase("USER [|\"root\"|]")]
    [TestCase("USER [|'0'|]")]
    [TestCase("user [|root|]")]
    [TestCase("USER [|ro\\\not|]")]
    [TestCase("USER 1\nUSER [|root|]")]
    [TestCase("ARG U=0\nUSER [|$U|]")]
    [TestCase("ARG U\nUSER [|${U:-root}:${U:-root}|]")]
    [TestCase("ENV U=root\nUSER [|$U|]")]
    [TestCase("USER root\nUSER 1")]
    [TestCase("USER ROOT")]
    [TestCase("USER 10")]
    [TestCase("USER 1000:0")]
    [TestCase("USER app:root")]
    [TestCase("USER $U")]
    [TestCase("ARG U\nUSER $U")]
    [TestCase("ARG U=1\nUSER $U")]
    [TestCase("USER")]
    [TestCase("RUN su root")]
    [TestCase("ONBUILD USER root")]
    public void The_last_USER_of_the_only_stage_counts(string instructions) => Verify($"FROM a\n{instructions}\n");

    [Test]
    public void A_stage_that_only_builds_is_not_judged() => Verify("FROM a AS b\nUSER root\nFROM c\nUSER 1\n");

    [Test]
    public void An_inherited_root_is_reported_where_it_is_set() =>
        Verify("FROM a AS b\nUSER [|root|]\nFROM b AS c\nRUN d\nFROM c\nCMD e\n");

    [Test]
    public void A_trigger_of_the_base_sets_the_user() => Verify("FROM a AS b\nUSER 1\nONBUILD USER [|root|]\nFROM b\n");

    [Test]
    public void A_user_before_the_first_FROM_is_no_users() => Verify("USER root\nFROM a\n");

    [Test]
    public void A_variable_is_shown_with_its_value() =>
        Verify("FROM a\nARG U=0\nUSER [|${U}|]\n")
            .Should()
            .ContainSingle()
            .Which.Message.Arguments.Should()
            .Equal("${U}", "0");

    [TestCase("USER [|root|]")]
    [TestCase("USER [|0|]")]
    [TestCase("USER [|root:x|]")]
    [TestCase("USER [|0:0|]")]
    [TestCase("USER 1\nUSER [|root|]\nFROM b\nUSER 1", Description = "every stage")]
    [TestCase("USER [|root|]\nFROM b\nUSER [|0|]")]
    [TestCase("USER root\nUSER 1")]
    [TestCase("USER 00")]
    [TestCase("USER ROOT")]
    [TestCase("USER \"root\"")]
    [TestCase("ARG U=root\nUSER $U")]
    [TestCase("USER :0")]
    [TestCase("ONBUILD USER root")]
    public void As_hadolint_judges(string instructions) =>
        Verify($"FROM a AS x\n{instructions}\n", "behaviour=hadolint");

    [Test]
    public void Hadolint_does_not_inherit() =>
        Verify("FROM a AS b\nUSER [|root|]\nFROM b\nRUN c\n", "behaviour=hadolint");
}
