using DockerfileLint.Text;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Text;

internal sealed class TextSpanTests
{
    [Test]
    public void A_span_has_a_start_a_length_and_an_end()
    {
        TextSpan span = TextSpan.FromBounds(3, 7);

        span.Should().Be(new TextSpan(3, 4));
        span.End.Should().Be(7);
        span.IsEmpty.Should().BeFalse();
        new TextSpan(3, 0).IsEmpty.Should().BeTrue();
        span.ToString().Should().Be("[3..7)");
    }

    [TestCase(-1, 0)]
    [TestCase(0, -1)]
    public void Nothing_is_negative(int start, int length)
    {
        Action create = () => _ = new TextSpan(start, length);

        create.Should().Throw<ArgumentOutOfRangeException>();
    }

    [Test]
    public void The_end_does_not_come_before_the_start()
    {
        Action create = () => TextSpan.FromBounds(2, 1);

        create.Should().Throw<ArgumentOutOfRangeException>();
    }

    [TestCase(3, 4, true)]
    [TestCase(3, 0, true)]
    [TestCase(7, 0, true, Description = "nothing, at the end")]
    [TestCase(4, 2, true)]
    [TestCase(2, 2, false)]
    [TestCase(6, 2, false)]
    [TestCase(8, 0, false)]
    public void A_span_lies_inside_with_equal_ends(int start, int length, bool isInside) =>
        new TextSpan(3, 4).Contains(new TextSpan(start, length)).Should().Be(isInside);

    [TestCase(2, false)]
    [TestCase(3, true)]
    [TestCase(6, true)]
    [TestCase(7, false)]
    public void A_place_lies_inside_before_the_end(int position, bool isInside) =>
        new TextSpan(3, 4).Contains(position).Should().Be(isInside);

    [Test]
    public void Spans_order_by_start_then_length()
    {
        TextSpan[] ordered = [new(0, 5), new(1, 0), new(1, 2), new(2, 1)];

        ordered.Reverse().Order().Should().Equal(ordered);
        (ordered[0] < ordered[1] && ordered[2] > ordered[1]).Should().BeTrue();
        (ordered[1] <= new TextSpan(1, 0) && ordered[1] >= new TextSpan(1, 0)).Should().BeTrue();
    }
}
