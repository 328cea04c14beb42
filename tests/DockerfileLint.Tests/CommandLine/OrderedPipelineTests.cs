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
        IEnumerable<string> results = OrderedPipeline<int, string>.Run(items, workers, item =>
        {
            Thread.SpinWait(item % 7 * 1000);
            return $"{item}";
        });

        results.Should().Equal(items.Select(item => $"{item}"));
    }

    [Test]
    public void The_first_result_comes_before_the_last_item_is_started()
    {
        int started = 0;
        int[] items = new int[10_000];
        using IEnumerator<string> results = OrderedPipeline<int, string>.Run(items, 4, _ =>
        {
            Interlocked.Increment(ref started);
            return "";
        }).GetEnumerator();

        results.MoveNext().Should().BeTrue();
        Thread.Sleep(50);
        Volatile.Read(ref started).Should().BeLessThan(100, "the window bounds what is held");
    }

    [Test]
    public void A_failure_comes_out_of_the_enumeration([Values(1, 4)] int workers)
    {
        Func<List<string>> run = () => [.. OrderedPipeline<int, string>.Run([.. Enumerable.Range(0, 100)], workers, item => item == 50 ? throw new InvalidOperationException("broken") : $"{item}")];

        run.Should().Throw<InvalidOperationException>();
    }

    [Test]
    public void Nothing_to_do_gives_nothing() => OrderedPipeline<int, string>.Run([], 4, item => $"{item}").Should().BeEmpty();
}
