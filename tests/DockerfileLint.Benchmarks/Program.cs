using BenchmarkDotNet.Running;
using DockerfileLint.Benchmarks;

// "--short" measures each benchmark for some seconds only; everything else is BenchmarkDotNet's own.
bool isShort = args.Contains("--short");
BenchmarkSwitcher
    .FromAssembly(typeof(LintBenchmarks).Assembly)
    .Run([.. args.Where(argument => argument != "--short")], new ThroughputConfig(isShort));
