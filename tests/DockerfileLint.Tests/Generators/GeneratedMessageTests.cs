using DockerfileLint.Diagnostics;
using DockerfileLint.Rules;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Generators;

/// <summary>What the generator made of the pages of this library.</summary>
public sealed class GeneratedMessageTests
{
    [Test]
    public void Placeholders_are_filled_in_by_name() =>
        UnreadableFileMessages
            .TooLarge(path: "a/Dockerfile", size: "20", limit: "16")
            .ToString()
            .Should()
            .StartWith("'a/Dockerfile' has '20' bytes, and files over '16' bytes are not read.");

    [Test]
    public void Every_template_takes_as_many_values_as_its_placeholders()
    {
        foreach (MessageTemplate template in RuleCatalog.Descriptors.SelectMany(rule => rule.Messages))
        {
            string[] values =
            [
                .. Enumerable
                    .Range(0, 10)
                    .Select(index => $"<{index}>")
                    .TakeWhile((_, index) => template.FullText.Contains($"{{{index}}}", StringComparison.Ordinal)),
            ];

            var filled = new DiagnosticMessage(template, values);
            string message = $"{filled} {filled.Help}";

            message
                .Should()
                .NotMatchRegex("[^{]\\{[0-9]+\\}", $"'{template.Id}' numbers its placeholders without gaps");
            foreach (string value in values)
            {
                message.Should().Contain(value);
            }
        }
    }

    [Test]
    public void Descriptors_are_in_ordinal_order_of_their_ids() =>
        RuleCatalog.Descriptors.Select(rule => rule.Id).Should().BeInAscendingOrder(StringComparer.Ordinal);

    [Test]
    public void A_descriptor_links_to_its_page() =>
        RuleCatalog
            .Descriptors.Single(rule => rule.Id == "DL9001")
            .HelpUri.Should()
            .Be("https://dockerfilelint.github.io/dockerfilelint/rules/DL9001.html");
}
