using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Growth;

/// <summary>
/// Hostile input costs what its length explains. Time and memory at up to 16 MiB are a matter of the benchmarks.
/// </summary>
[Parallelizable(ParallelScope.All)]
internal sealed class GrowthTests
{
    private const int Size = 16 * 1024;

    [TestCaseSource(typeof(HostileFamilies), nameof(HostileFamilies.All))]
    public void Twice_the_input_is_twice_the_work(HostileFamily family) =>
        Work.ShouldGrowAsTheInput(
            size =>
            {
                HostileInput input = family.Create(size);
                return () => input.Lint();
            },
            Size
        );

    [TestCaseSource(typeof(HostileFamilies), nameof(HostileFamilies.All))]
    public void Little_input_is_little_work(HostileFamily family)
    {
        HostileInput input = family.Create(4 * Size);
        long before = 0;
        long after = 0;
        HangGuard.Run(() =>
        {
            before = GC.GetAllocatedBytesForCurrentThread();
            input.Lint();
            after = GC.GetAllocatedBytesForCurrentThread();
            return true;
        });

        (after - before).Should().BeLessThan(500_000_000, "64 KB are nothing to fill the memory with");
    }
}
