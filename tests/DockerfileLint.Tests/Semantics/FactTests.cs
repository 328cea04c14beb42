using DockerfileLint.Semantics;
using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Tests.Syntax.Yaml;
using DockerfileLint.Text;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Semantics;

[TestFixture]
internal sealed class FactTests
{
    private static readonly YamlSyntaxTree Tree = YamlSample.Parse("a: b\nc: d\n");

    private static YamlPairSyntax Pair(int index) => ((YamlMappingSyntax)Tree.Root.Documents[0].Content).Pairs[index];

    private static Fact<T> Create<T>(T value, Certainty certainty, string? displayText = null, int pair = 0) =>
        new(value, certainty, Pair(pair).Value, Pair(pair).Value.Span, displayText);

    private static bool Fail<T>(T value) => throw new InvalidOperationException($"Asked about {value}.");

    [TestCase(Certainty.Known)]
    [TestCase(Certainty.Default)]
    public void A_known_value_can_be_had(Certainty certainty)
    {
        Fact<int> fact = Create(3, certainty);
        fact.TryGetValue(out int value).Should().BeTrue();
        value.Should().Be(3);
        fact.ValueOr(7).Should().Be(3);
        fact.Certainty.Should().Be(certainty);
        fact.DisplayText.Should().Be("3");
    }

    [Test]
    public void An_unknown_value_cannot_be_had_whatever_it_was_made_of()
    {
        Fact<string> fact = Create("made up", Certainty.Unknown, "${X}");
        fact.TryGetValue(out string? value).Should().BeFalse();
        value.Should().BeNull();
        fact.TryGetKnown(out value).Should().BeFalse();
        value.Should().BeNull();
        fact.ValueOr("mine").Should().Be("mine");
        (fact.DisplayText, fact.ToString()).Should().Be(("${X}", "${X}"));
        fact.Should().Be(Create("something else", Certainty.Unknown, "${X}"));
    }

    [Test]
    public void A_default_is_no_value_that_the_files_alone_decide()
    {
        Create(3, Certainty.Default).TryGetKnown(out int value).Should().BeFalse();
        value.Should().Be(0);
        Create(3, Certainty.Known).TryGetKnown(out value).Should().BeTrue();
        value.Should().Be(3);
    }

    [TestCase(Certainty.Known, true, false)]
    [TestCase(Certainty.Default, true, false)]
    [TestCase(Certainty.Unknown, false, false)]
    public void Only_a_known_value_is_certainly_something(Certainty certainty, bool isThis, bool isOther)
    {
        Fact<int> fact = Create(3, certainty);
        (fact.IsCertainly(3), fact.IsCertainly(4)).Should().Be((isThis, isOther));
        (fact.IsCertainly(value => value < 4), fact.IsCertainly(value => value > 4)).Should().Be((isThis, isOther));
    }

    [TestCase(Certainty.Known, true, false)]
    [TestCase(Certainty.Default, true, false)]
    [TestCase(Certainty.Unknown, true, true)]
    public void An_unknown_value_may_be_anything(Certainty certainty, bool isThis, bool isOther)
    {
        Fact<int> fact = Create(3, certainty);
        (fact.MayBe(3), fact.MayBe(4)).Should().Be((isThis, isOther));
        (fact.MayBe(value => value < 4), fact.MayBe(value => value > 4)).Should().Be((isThis, isOther));
    }

    [Test]
    public void Nobody_is_asked_about_an_unknown_value()
    {
        Fact<int> fact = Create(3, Certainty.Unknown);
        fact.IsCertainly(Fail).Should().BeFalse();
        fact.MayBe(Fail).Should().BeTrue();
        fact.Select(Fail).Certainty.Should().Be(Certainty.Unknown);
        fact.Combine(Create(4, Certainty.Known), (_, other) => Fail(other)).Certainty.Should().Be(Certainty.Unknown);
    }

    [Test]
    public void What_is_not_set_is_nothing_and_may_be_nothing()
    {
        Fact<int>? fact = null;
        (fact.IsCertainly(0), fact.MayBe(0), fact.TryGetValue(out _), fact.TryGetKnown(out _))
            .Should()
            .Be((false, false, false, false));
        (fact.IsCertainly(_ => true), fact.MayBe(_ => true)).Should().Be((false, false));
    }

    [Test]
    public void What_is_set_is_asked_as_such()
    {
        Fact<int>? known = Create(3, Certainty.Known);
        Fact<int>? unknown = Create(3, Certainty.Unknown);
        (known.IsCertainly(3), known.MayBe(4), known.TryGetValue(out int value), value)
            .Should()
            .Be((true, false, true, 3));
        (unknown.IsCertainly(3), unknown.MayBe(4), unknown.TryGetValue(out _)).Should().Be((false, true, false));
    }

    [TestCase(Certainty.Known)]
    [TestCase(Certainty.Default)]
    public void What_follows_is_as_sure_and_lies_in_the_same_place(Certainty certainty)
    {
        Fact<string> text = Create("12", certainty, "12");
        Fact<int> length = text.Select(value => value.Length);
        length.ValueOr(0).Should().Be(2);
        (length.Certainty, length.Span, length.Node).Should().Be((certainty, text.Span, text.Node));
        length.DisplayText.Should().Be("12", "the text still decides");
        text.Select(value => value + "!").DisplayText.Should().Be("12!");
    }

    [TestCase(Certainty.Known, Certainty.Known, Certainty.Known)]
    [TestCase(Certainty.Known, Certainty.Default, Certainty.Default)]
    [TestCase(Certainty.Default, Certainty.Known, Certainty.Default)]
    [TestCase(Certainty.Unknown, Certainty.Known, Certainty.Unknown)]
    [TestCase(Certainty.Default, Certainty.Unknown, Certainty.Unknown)]
    public void What_follows_from_two_values_is_as_sure_as_the_less_sure_one(
        Certainty first,
        Certainty second,
        Certainty expected
    )
    {
        Fact<int> one = Create(3, first);
        Fact<int> sum = one.Combine(Create(4, second, pair: 1), (left, right) => left + right);
        (sum.Certainty, sum.Span).Should().Be((expected, one.Span));
        sum.ValueOr(0).Should().Be(expected == Certainty.Unknown ? 0 : 7);
    }

    [Test]
    public void Values_are_the_same_where_both_are_known_or_written_alike()
    {
        Fact<string> known = Create("x", Certainty.Known);
        Fact<string> unknown = Create("", Certainty.Unknown, "${X}");
        known.IsSameAs(Create("x", Certainty.Default, pair: 1)).Should().BeTrue();
        known.IsSameAs(Create("y", Certainty.Known)).Should().BeFalse();
        unknown.IsSameAs(Create("", Certainty.Unknown, "${X}", pair: 1)).Should().BeTrue();
        unknown.IsSameAs(Create("", Certainty.Unknown, "${Y}")).Should().BeFalse();
        unknown.IsSameAs(Create("${X}", Certainty.Known)).Should().BeFalse();
        Create("${X}", Certainty.Known).IsSameAs(unknown).Should().BeFalse();
    }

    [Test]
    public void A_fact_lies_in_its_file()
    {
        Fact<int> fact = Create(3, Certainty.Known, pair: 1);
        fact.Span.Should().Be(new SourceSpan(Tree.File, Pair(1).Value.Span));
        fact.Span.GetText().Should().Be("d");
        fact.Node.Should().BeSameAs(Pair(1).Value);
    }

    [Test]
    public void A_default_instance_is_unknown_and_lies_nowhere()
    {
        Fact<int> fact = default;
        (fact.Certainty, fact.DisplayText).Should().Be((Certainty.Unknown, ""));
        fact.TryGetValue(out _).Should().BeFalse();
        fact.Select(value => value).Certainty.Should().Be(Certainty.Unknown);
        fact.Invoking(none => none.Span).Should().Throw<InvalidOperationException>();
    }
}
