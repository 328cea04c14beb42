using System.Text.RegularExpressions;
using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Guards;

/// <summary>src/ARCHITECTURE.md names a test for each invariant, as `TestClass.Test_name`.</summary>
internal sealed partial class ArchitectureTests
{
    [Test]
    public void The_invariants_name_tests_that_exist()
    {
        string[] named =
        [
            .. TestName()
                .Matches(RepositoryFiles.Read("src/ARCHITECTURE.md"))
                .Select(match => match.Groups[1].Value)
                .Distinct(),
        ];
        named.Should().NotBeEmpty("src/ARCHITECTURE.md gives a test for each invariant");
        IEnumerable<string> existing =
            from type in typeof(ArchitectureTests).Assembly.GetTypes()
            from method in type.GetMethods()
            where
                method.IsDefined(typeof(TestAttribute), inherit: false)
                || method.IsDefined(typeof(TestCaseAttribute), inherit: false)
                || method.IsDefined(typeof(TestCaseSourceAttribute), inherit: false)
            select $"{type.Name}.{method.Name}";
        named.Should().BeSubsetOf(existing, "src/ARCHITECTURE.md names tests that exist; correct the name there");
    }

    [TestCase("`LayerTests.A_layer_uses_only_those_before_it`", true)]
    [TestCase("`SourceText.From`", false)]
    [TestCase("`src/DockerfileLint`", false)]
    public void A_name_of_a_test_is_a_class_of_tests_and_a_sentence(string text, bool isTest) =>
        TestName().IsMatch(text).Should().Be(isTest);

    [GeneratedRegex("`([A-Z][A-Za-z0-9]*Tests\\.[A-Z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)+)`")]
    private static partial Regex TestName();
}
