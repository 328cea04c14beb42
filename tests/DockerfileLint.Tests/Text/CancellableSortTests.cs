using DockerfileLint.Text;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Text;

internal sealed class CancellableSortTests
{
    [Test]
    public void Sorts()
    {
        List<int> items = [3, 1, 2];

        CancellableSort.Sort(items, static (left, right) => left.CompareTo(right), CancellationToken.None);

        items.Should().Equal(1, 2, 3);
    }

    [Test]
    public void Ends_at_the_next_comparison()
    {
        using var source = new CancellationTokenSource();
        List<int> items = [.. Enumerable.Range(0, 1000).Reverse()];
        int comparisons = 0;

        Action sort = () =>
            CancellableSort.Sort(
                items,
                (left, right) =>
                {
                    if (++comparisons == 10)
                    {
                        source.Cancel();
                    }

                    return left.CompareTo(right);
                },
                source.Token
            );

        sort.Should().Throw<OperationCanceledException>().Which.CancellationToken.Should().Be(source.Token);
        comparisons.Should().Be(10);
    }

    [Test]
    public void Leaves_what_a_comparison_throws_as_it_is()
    {
        List<int> items = [2, 1];

        Action sort = () =>
            CancellableSort.Sort(items, (_, _) => throw new NotSupportedException(), CancellationToken.None);

        sort.Should().Throw<InvalidOperationException>().WithInnerException<NotSupportedException>();
    }
}
