using DockerfileLint.Semantics;
using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Semantics;

internal sealed class OnDemandTableTests
{
    [Test]
    public void A_value_is_made_once_whatever_threads_ask_for_it()
    {
        const int threads = 8;
        const int length = 500;
        var table = new OnDemandTable<string>(length);
        int[] made = new int[length];
        using var start = new Barrier(threads);

        string[][] found = Threads.Run(
            threads,
            _ =>
            {
                start.SignalAndWait();
                return Enumerable
                    .Range(0, length)
                    .Select(index => table.Get(index, index, Make, CancellationToken.None))
                    .ToArray();
            }
        );

        made.Should().OnlyContain(times => times == 1);
        found
            .SelectMany(values => values.Zip(found[0]))
            .Should()
            .OnlyContain(pair => ReferenceEquals(pair.First, pair.Second));

        string Make(int index)
        {
            Interlocked.Increment(ref made[index]);
            Thread.Yield();
            return index.ToString();
        }
    }

    [Test]
    public void A_factory_that_throws_leaves_nothing_behind()
    {
        var table = new OnDemandTable<string>(1);
        Action cancelled = () => table.Get(0, 0, _ => throw new OperationCanceledException(), CancellationToken.None);

        cancelled.Should().Throw<OperationCanceledException>();
        table.Get(0, "made", value => value, CancellationToken.None).Should().Be("made");
    }
}
