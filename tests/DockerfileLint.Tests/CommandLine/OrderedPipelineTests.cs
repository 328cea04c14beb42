using System.Collections.Concurrent;
using DockerfileLint.CommandLine;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.CommandLine;

public class OrderedPipelineTests
{
    [Test]
    public void Results_come_in_the_order_of_the_items_whichever_is_ready_first([Values(1, 2, 8)] int workers)
    {
        int[] items = [.. Enumerable.Range(0, 500)];
        IEnumerable<string> results = OrderedPipeline<int, string>.Run(
            items,
            workers,
            item =>
            {
                Thread.SpinWait(item % 7 * 1000);
                return $"{item}";
            }
        );

        results.Should().Equal(items.Select(item => $"{item}"));
    }

    [Test]
    public void No_more_is_started_than_what_is_taken_makes_room_for()
    {
        int started = 0;
        int taken = 0;
        var ahead = new ConcurrentBag<int>();
        foreach (
            string _ in OrderedPipeline<int, string>.Run(
                new int[10_000],
                4,
                _ =>
                {
                    ahead.Add(Interlocked.Increment(ref started) - Volatile.Read(ref taken));
                    return "";
                }
            )
        )
        {
            Interlocked.Increment(ref taken);
        }

        taken.Should().Be(10_000);
        ahead.Max().Should().BeLessThan(100, "the window bounds what is held");
    }

    [Test]
    public void A_failure_comes_out_of_the_enumeration([Values(1, 4)] int workers)
    {
        Func<List<string>> run = () =>
            [
                .. OrderedPipeline<int, string>.Run(
                    [.. Enumerable.Range(0, 100)],
                    workers,
                    item => item == 50 ? throw new InvalidOperationException("broken") : $"{item}"
                ),
            ];

        run.Should().Throw<InvalidOperationException>();
    }

    [Test]
    public void Items_are_drawn_as_there_is_room_for_them([Values(1, 4)] int workers)
    {
        int drawn = 0;
        IEnumerable<string> results = OrderedPipeline<int, string>.Run(Forever(), workers, item => $"{item}");

        results.Take(100).Should().Equal(Enumerable.Range(0, 100).Select(item => $"{item}"));
        drawn.Should().BeLessThan(200, "the window bounds what is held");

        IEnumerable<int> Forever()
        {
            while (true)
            {
                yield return drawn++;
            }
        }
    }

    [Test]
    public void A_failure_of_the_items_comes_out_as_it_is([Values(1, 4)] int workers, [Values(0, 1, 50)] int count)
    {
        IEnumerable<int> items = Enumerable
            .Range(0, count)
            .Concat(Enumerable.Range(0, 1).Select<int, int>(_ => throw new OperationCanceledException()));
        Func<List<string>> run = () => [.. OrderedPipeline<int, string>.Run(items, workers, item => $"{item}")];

        run.Should().Throw<OperationCanceledException>();
    }

    [Test]
    public void A_single_item_is_worked_on_by_the_caller()
    {
        int caller = Environment.CurrentManagedThreadId;

        OrderedPipeline<int, string>
            .Run([1], 4, _ => $"{Environment.CurrentManagedThreadId}")
            .Should()
            .Equal($"{caller}");
    }

    [Test]
    public void Nothing_to_do_gives_nothing() =>
        OrderedPipeline<int, string>.Run([], 4, item => $"{item}").Should().BeEmpty();
}
