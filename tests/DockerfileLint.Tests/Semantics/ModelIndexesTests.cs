using DockerfileLint.Semantics;
using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Semantics;

internal sealed class ModelIndexesTests
{
    [Test]
    public void An_index_is_made_once()
    {
        var indexes = new ModelIndexes();
        int made = 0;
        First first = indexes.Get("model", Create);

        indexes.Get("model", Create).Should().BeSameAs(first);
        first.Model.Should().Be("model");
        made.Should().Be(1);

        First Create(string model)
        {
            made++;
            return new First(model);
        }
    }

    [Test]
    public void Each_model_and_each_type_has_its_own()
    {
        var indexes = new ModelIndexes();
        First first = indexes.Get("one", model => new First(model));
        Second second = indexes.Get("one", model => new Second(model));

        indexes.Get("one", model => new First(model)).Should().BeSameAs(first);
        indexes.Get("one", model => new Second(model)).Should().BeSameAs(second);
        new ModelIndexes().Get("two", model => new First(model)).Model.Should().Be("two");
    }

    [Test]
    public void An_index_may_be_made_of_another_one()
    {
        var indexes = new ModelIndexes();

        Second second = indexes.Get(
            "model",
            model => new Second(indexes.Get(model, inner => new First($"{inner} by way of the first")).Model)
        );

        second.Model.Should().Be("model by way of the first");
        indexes.Get("model", _ => new First("another")).Model.Should().Be("model by way of the first");
    }

    [Test]
    public void A_factory_that_throws_leaves_nothing_behind()
    {
        var indexes = new ModelIndexes();
        Action cancelled = () => indexes.Get<string, First>("model", _ => throw new OperationCanceledException());

        cancelled.Should().Throw<OperationCanceledException>();
        indexes.Get("model", model => new First(model)).Model.Should().Be("model");
    }

    [Test]
    public void Threads_that_ask_at_once_get_the_same_one()
    {
        const int threads = 8;
        for (int round = 0; round < 200; round++)
        {
            var indexes = new ModelIndexes();
            using var start = new Barrier(threads);

            // All are inside the factory of the first index before any of them has made it.
            (First, Second)[] found = Threads.Run(
                threads,
                i =>
                {
                    Second? second = i % 2 == 0 ? indexes.Get("model", model => new Second(model)) : null;
                    First first = indexes.Get(
                        "model",
                        model =>
                        {
                            start.SignalAndWait();
                            return new First(model);
                        }
                    );
                    return (first, second ?? indexes.Get("model", model => new Second(model)));
                }
            );

            found.Distinct().Should().ContainSingle();
        }
    }

    private sealed class First(string model)
    {
        internal string Model => model;
    }

    private sealed class Second(string model)
    {
        internal string Model => model;
    }
}
