using System.Collections.Immutable;
using DockerfileLint.Diagnostics;
using DockerfileLint.Rules;
using FluentAssertions;
using Microsoft.CodeAnalysis;
using NUnit.Framework;

namespace DockerfileLint.Analyzers.Tests;

internal sealed class RuleTests
{
    [Test]
    public void Every_diagnostic_is_a_rule_of_the_catalogue_that_is_on_by_default()
    {
        ImmutableArray<DiagnosticDescriptor> supported = new ContainerAnalyzer().SupportedDiagnostics;

        supported.Select(descriptor => descriptor.Id).Should().OnlyHaveUniqueItems().And.HaveCountGreaterThan(20);
        foreach (DiagnosticDescriptor descriptor in supported)
        {
            RuleDescriptor rule = RuleCatalog.Descriptors.Single(rule => rule.Id == descriptor.Id);
            descriptor.Title.ToString().Should().Be(rule.Title);
            descriptor.HelpLinkUri.Should().Be(rule.HelpUri);
            descriptor.IsEnabledByDefault.Should().BeTrue();
            descriptor.DefaultSeverity.ToString().Should().Be(rule.DefaultSeverity.ToString());
        }
    }
}
