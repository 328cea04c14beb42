using BenchmarkDotNet.Running;
using DockerfileLint.Benchmarks;

// "--cancellation" measures how soon runs end that are given up, for projects whose name holds the word behind it.
if (args is ["--cancellation", .. string[] names])
{
    CancellationBenchmarks.Run(names.FirstOrDefault() ?? "");
    return;
}

// "--short" measures each benchmark for some seconds only; everything else is BenchmarkDotNet's own.
bool isShort = args.Contains("--short");
BenchmarkSwitcher
    .FromAssembly(typeof(LintBenchmarks).Assembly)
    .Run([.. args.Where(argument => argument != "--short")], new ThroughputConfig(isShort));
