using DockerfileLint.Analysis;
using DockerfileLint.Analysis.Projects;
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

    [Test]
    public void Each_folder_above_is_read_once_for_all_Dockerfiles()
    {
        (CountReads(depth: 400) - CountReads(depth: 40)).Should().BeLessThanOrEqualTo(360);

        static int CountReads(int depth)
        {
            var files = new InMemoryFiles();
            string folder = string.Concat(Enumerable.Repeat("d/", depth));
            string[] paths = [.. Enumerable.Range(0, 50).Select(i => $"{folder}Dockerfile.{i}")];
            foreach (string path in paths)
            {
                files[path] = "FROM a:1\nCOPY a b\n";
            }

            var project = Project.Create(files, paths);
            new Linter().Lint(project);
            return project.Counters.Reads;
        }
    }
}
