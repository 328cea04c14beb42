using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace DockerfileLint.Benchmarks;

/// <summary>
/// Adds what the budgets speak of: megabytes per second, time per file, allocated bytes per character; all from the
/// median, since machines are noisy.
/// </summary>
internal sealed class ThroughputConfig : ManualConfig
{
    internal ThroughputConfig(bool isShort)
    {
        Add(DefaultConfig.Instance);
        AddJob((isShort ? Job.ShortRun : Job.Default).WithToolchain(InProcessEmitToolchain.Instance));
        var input = new LintBenchmarks();
        AddColumn(StatisticColumn.Median);
        AddColumn(
            new Column(
                "MB/s",
                (report, name) => input.GetInput(name).Bytes / 1e6 / (report.ResultStatistics!.Median / 1e9)
            )
        );
        AddColumn(
            new Column("us/file", (report, name) => report.ResultStatistics!.Median / 1e3 / input.GetInput(name).Files)
        );
        AddColumn(
            new Column(
                "B/char",
                (report, name) =>
                    (report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0)
                    / (double)input.GetInput(name).Characters
            )
        );
    }

    private sealed class Column(string name, Func<BenchmarkReport, string, double> compute) : IColumn
    {
        public string Id => name;

        public string ColumnName => name;

        public bool AlwaysShow => true;

        public ColumnCategory Category => ColumnCategory.Custom;

        public int PriorityInCategory => 0;

        public bool IsNumeric => true;

        public UnitType UnitType => UnitType.Dimensionless;

        public string Legend => $"{name}, from the median";

        public string GetValue(Summary summary, BenchmarkCase benchmarkCase) =>
            summary[benchmarkCase] is { ResultStatistics: not null } report
                ? compute(report, benchmarkCase.Descriptor.WorkloadMethod.Name)
                    .ToString("0.0", System.Globalization.CultureInfo.InvariantCulture)
                : "-";

        public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) =>
            GetValue(summary, benchmarkCase);

        public bool IsAvailable(Summary summary) => true;

        public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;
    }
}
