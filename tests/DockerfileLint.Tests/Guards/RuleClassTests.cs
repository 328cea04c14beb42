using System.Collections.Immutable;
using System.Reflection;
using DockerfileLint.Diagnostics;
using DockerfileLint.Rules;
using DockerfileLint.Tests.Testing;
using FluentAssertions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NUnit.Framework;

namespace DockerfileLint.Tests.Guards;

/// <summary>What every rule class of the library keeps to.</summary>
internal sealed class RuleClassTests
{
    private static IEnumerable<Type> RuleClasses =>
        typeof(Rule).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Rule)) && !type.IsAbstract);

    private static IEnumerable<Rule> AllRules =>
        Enum.GetValues<RuleBehaviour>().SelectMany(behaviour => RuleCatalog.GetRulesOf(behaviour));

    [Test]
    public void A_rule_keeps_nothing_but_what_tells_it_from_its_siblings() =>
        RuleClasses
            .SelectMany(rule => rule.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => !(field.IsInitOnly && IsImmutable(field.FieldType)))
            .Should()
            .BeEmpty(
                "one instance serves all files and threads; what belongs to a file is in the context or the model"
            );

    [Test]
    public void A_rule_has_no_static_state() =>
        RuleClasses
            .SelectMany(rule => rule.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => !field.IsInitOnly && !field.IsLiteral)
            .Should()
            .BeEmpty("a static field of a rule is a constant table");

    [Test]
    public void A_rule_class_is_sealed() =>
        RuleClasses
            .Should()
            .OnlyContain(
                rule => rule.IsSealed,
                "a rule is one class; what two rules share is a helper or belongs to the model"
            );

    [Test]
    public void A_rule_class_is_in_the_catalogue() =>
        AllRules.Select(rule => rule.GetType()).Distinct().Should().BeEquivalentTo(RuleClasses);

    [Test]
    public void A_rule_has_one_class_for_each_behaviour()
    {
        foreach (RuleBehaviour behaviour in Enum.GetValues<RuleBehaviour>())
        {
            RuleCatalog.GetRulesOf(behaviour).Select(rule => rule.Descriptor).Should().OnlyHaveUniqueItems();
        }
    }

    [Test]
    public void Instances_of_one_class_differ_in_what_they_keep() =>
        AllRules.Select(Describe).Should().OnlyHaveUniqueItems("two rules that find the same are one");

    [TestCase(RuleBehaviour.Hadolint)]
    [TestCase(RuleBehaviour.BuildKit)]
    public void A_peers_class_has_the_name_of_ours_and_stands_in_the_peers_folder(RuleBehaviour behaviour) =>
        RuleCatalog
            .GetRulesOf(behaviour)
            .Select(rule => rule.GetType().FullName)
            .Should()
            .Equal(
                RuleCatalog
                    .Rules.Where(rule =>
                        RuleCatalog.GetRulesOf(behaviour).Any(other => other.Descriptor == rule.Descriptor)
                    )
                    .Select(rule => $"DockerfileLint.Rules.{behaviour}.{rule.GetType().Name}"),
                "a newcomer who looks for the other behaviour finds it under the same name"
            );

    [Test]
    public void Our_rules_know_no_peer()
    {
        string folder = RepositoryFiles.GetPath("src", "DockerfileLint", "Rules");
        string[] peers = [.. Enum.GetNames<RuleBehaviour>().Where(name => name != nameof(RuleBehaviour.Own))];
        IEnumerable<string> wrong =
            from path in Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            let file = Path.GetRelativePath(folder, path).Replace('\\', '/')
            where file.Contains('/') && !peers.Contains(file.Split('/')[0])
            from name in CSharpSyntaxTree.ParseText(File.ReadAllText(path)).GetRoot().DescendantTokens()
            where
                name.IsKind(SyntaxKind.IdentifierToken)
                && peers.Any(peer => name.ValueText.Contains(peer, StringComparison.Ordinal))
            select $"{file} names {name.ValueText}";

        wrong.Should().BeEmpty("what a peer does otherwise stands in a class of its own in the peer's folder");
    }

    [Test]
    public void Ids_and_names_are_unique()
    {
        RuleCatalog.Descriptors.Select(rule => rule.Id).Should().OnlyHaveUniqueItems();
        RuleCatalog.Descriptors.Select(rule => rule.Name).Should().OnlyHaveUniqueItems();
    }

    [Test]
    public void The_catalogue_is_ordered_by_id()
    {
        RuleCatalog.Descriptors.Select(rule => rule.Id).Should().BeInAscendingOrder(StringComparer.Ordinal);
        RuleCatalog.Rules.Select(rule => rule.Descriptor.Id).Should().BeInAscendingOrder(StringComparer.Ordinal);
    }

    [Test]
    public void Only_rules_have_classes() =>
        RuleCatalog
            .Rules.Select(rule => rule.Descriptor)
            .Should()
            .BeEquivalentTo(RuleCatalog.Descriptors.Where(rule => rule.Kind == RuleKind.Rule));

    [Test]
    public void What_a_rule_supersedes_exists() =>
        RuleCatalog
            .Descriptors.SelectMany(rule => rule.Supersedes)
            .Should()
            .BeSubsetOf(RuleCatalog.Descriptors.Select(rule => rule.Id));

    [Test]
    public void A_rule_that_judges_nothing_has_no_place() =>
        RuleCatalog
            .Rules.Should()
            .NotContain(
                rule =>
                    (rule is DockerfileRule && ((DockerfileRule)rule).Elements == DockerfileElements.None)
                    || (rule is ShellRule && ((ShellRule)rule).Elements == ShellElements.None),
                "a rule overrides at least one Visit method"
            );

    private static bool IsImmutable(Type type) =>
        type.IsEnum
        || type == typeof(bool)
        || type == typeof(string)
        || type == typeof(RuleDescriptor)
        || type == typeof(ImmutableArray<string>);

    /// <summary>The class with the values of its fields, but for the descriptor.</summary>
    private static string Describe(Rule rule)
    {
        IEnumerable<object?> values =
            from field in rule.GetType().GetFields(BindingFlags.Instance | BindingFlags.NonPublic)
            where field.FieldType != typeof(RuleDescriptor)
            select field.GetValue(rule) is ImmutableArray<string> texts
                ? string.Join('|', texts)
                : field.GetValue(rule);
        return $"{rule.GetType()}({string.Join(", ", values)})";
    }
}
