using BenchmarkDotNet.Running;
using DockerfileLint.Benchmarks;

// "--cancellation" measures how soon runs end that are given up, for projects whose name holds the word behind it.
if (args is ["--cancellation", .. string[] names])
{
    CancellationBenchmarks.Run(names.FirstOrDefault() ?? "");
    return;
}

// "--growth" measures what hostile input costs as it grows, for families whose name holds the word behind it;
// with "--tool PATH" what it costs the program at that path.
if (args is ["--growth", .. string[] families])
{
    int tool = Array.IndexOf(families, "--tool");
    GrowthBenchmarks.Run(
        tool == 0 ? "" : families.FirstOrDefault() ?? "",
        tool >= 0 && tool + 1 < families.Length ? Path.GetFullPath(families[tool + 1]) : null
    );
    return;
}

if (args is [GrowthBenchmarks.Single, var family, var size])
{
    GrowthBenchmarks.Measure(family, size);
    return;
}

// "--short" measures each benchmark for some seconds only; everything else is BenchmarkDotNet's own.
bool isShort = args.Contains("--short");
BenchmarkSwitcher
    .FromAssembly(typeof(LintBenchmarks).Assembly)
    .Run([.. args.Where(argument => argument != "--short")], new ThroughputConfig(isShort));
