using DockerfileLint.Diagnostics;
using DockerfileLint.Rules;
using DockerfileLint.Text;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Testing;

internal sealed class MarkedTextTests
{
    [Test]
    public void Brackets_mark_the_rule_under_test()
    {
        MarkedText text = MarkedText.Parse("FROM a\nUSER [|root|]\n", "DL3002");

        text.Text.Should().Be("FROM a\nUSER root\n");
        text.Marks.Should().Equal(new Mark("DL3002", new TextSpan(12, 4)));
    }

    [Test]
    public void Braces_name_a_rule_and_marks_nest()
    {
        MarkedText text = MarkedText.Parse("{|DL3020:ADD|} {|DL1008:a{|DL1007:b|}|} [||]", "DL3002");

        text.Text.Should().Be("ADD ab ");
        text.Marks.Should()
            .Equal(
                new Mark("DL3020", new TextSpan(0, 3)),
                new Mark("DL1008", new TextSpan(4, 2)),
                new Mark("DL1007", new TextSpan(5, 1)),
                new Mark("DL3002", new TextSpan(7, 0))
            );
    }

    [Test]
    public void A_bar_before_another_bracket_is_text() => MarkedText.Parse("{|DL3002:[a|]|}").Text.Should().Be("[a|]");

    [Test]
    public void An_open_mark_is_a_mistake()
    {
        Action parse = () => MarkedText.Parse("USER [|root", "DL3002");

        parse.Should().Throw<FormatException>();
    }

    [Test]
    public void A_difference_is_shown_with_carets()
    {
        MarkedText text = MarkedText.Parse("FROM a\nUSER [|root|]\n", "DL3002");
        RuleDescriptor rule = RuleCatalog.Descriptors.Single(rule => rule.Id == "DL3006");
        var finding = new Diagnostic(
            rule,
            new Location(new SourceSpan(new SourceFile("Dockerfile", SourceText.From(text.Text)), new TextSpan(5, 1))),
            new DiagnosticMessage(rule.Messages[0], "a")
        );

        string? message = null;
        using (new NUnit.Framework.Internal.TestExecutionContext.IsolatedContext())
        {
            try
            {
                text.Verify([finding]);
            }
            catch (AssertionException failure)
            {
                message = failure.Message;
            }
        }

        message
            .Should()
            .Contain("Missing:\nFROM a\nUSER root\n#    ^^^^ DL3002\n")
            .And.Contain("Not marked:\nFROM a\n#    ^ DL3006\nUSER root\n");
    }
}
