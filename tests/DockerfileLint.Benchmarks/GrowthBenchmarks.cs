using System.Diagnostics;
using System.Globalization;
using DockerfileLint.Tests.Growth;

namespace DockerfileLint.Benchmarks;

/// <summary>
/// What hostile input costs at 1 to 16 MiB: processor time and memory, each in a process of its own, and the exponent
/// with which the time grows. Measures the library, or the command line where its program is named.
/// </summary>
internal static class GrowthBenchmarks
{
    /// <summary>The option of a process that measures one size of one family.</summary>
    internal const string Single = "--growth-of";

    private const int Megabyte = 1 << 20;

    internal static void Run(string word, string? program)
    {
        Console.WriteLine($"{"family", -55} {"MiB", 4} {"s", 7} {"MB", 6}  exponent");
        foreach (HostileFamily family in HostileFamilies.All)
        {
            if (!family.Name.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            double? last = null;
            for (int size = Megabyte; size <= 16 * Megabyte; size *= 2)
            {
                (double seconds, double memory) = program is null
                    ? Start(family.Name, size)
                    : Start(family.Create(size), program);
                string exponent = last is { } earlier
                    ? Math.Log2(seconds / earlier).ToString("0.0", CultureInfo.InvariantCulture)
                    : "";
                Console.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{family.Name, -55} {size / Megabyte, 4} {seconds, 7:0.00} {memory, 6:0}  {exponent}"
                    )
                );
                last = seconds;
            }
        }
    }

    /// <summary>Measures one size of one family in this process, and prints seconds and megabytes.</summary>
    internal static void Measure(string name, string size)
    {
        HostileFamily family = HostileFamilies.All.Single(family => family.Name == name);
        family.Create(1_000).Lint();
        HostileInput input = family.Create(int.Parse(size, CultureInfo.InvariantCulture));
        using var process = Process.GetCurrentProcess();
        TimeSpan before = process.TotalProcessorTime;
        input.Lint();
        process.Refresh();
        double seconds = (process.TotalProcessorTime - before).TotalSeconds;
        double memory = process.PeakWorkingSet64 / 1e6;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seconds} {memory}"));
    }

    /// <summary>Has a native program lint files, three times; the median counts.</summary>
    private static (double Seconds, double Memory) Start(HostileInput input, string program)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("dockerfile-lint-growth-");
        string report = folder.FullName + ".json";
        try
        {
            foreach ((string path, string text) in input.Files)
            {
                Write(path, text);
            }

            if (input.Configuration is not null)
            {
                Write(".hadolint.yaml", input.Configuration);
            }

            string[] arguments = ["-f", "%U %S %M", program, "lint", ".", "--jobs", "1", "--shellcheck", "off"];
            var start = new ProcessStartInfo("/usr/bin/time", [.. arguments, "--format", "json", "--output", report])
            {
                WorkingDirectory = folder.FullName,
                RedirectStandardError = true,
            };
            (double Seconds, double Memory)[] runs = [.. Enumerable.Range(0, 3).Select(_ => Measure(start)).Order()];
            return runs[1];
        }
        finally
        {
            folder.Delete(recursive: true);
            File.Delete(report);
        }

        void Write(string path, string text)
        {
            string full = Path.Combine(folder.FullName, path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllText(full, text);
        }
    }

    private static (double Seconds, double Memory) Measure(ProcessStartInfo start)
    {
        using Process process = Process.Start(start)!;
        string[] lines = process.StandardError.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        double[] figures = [.. lines[^1].Split().Select(figure => double.Parse(figure, CultureInfo.InvariantCulture))];
        return (figures[0] + figures[1], figures[2] / 1000);
    }

    private static (double Seconds, double Memory) Start(string name, int size)
    {
        string[] arguments = [Single, name, size.ToString(CultureInfo.InvariantCulture)];
        var start = new ProcessStartInfo(Environment.ProcessPath!, arguments) { RedirectStandardOutput = true };
        using Process process = Process.Start(start)!;
        string[] figures = process.StandardOutput.ReadToEnd().Split();
        process.WaitForExit();
        return process.ExitCode == 0
            ? (
                double.Parse(figures[0], CultureInfo.InvariantCulture),
                double.Parse(figures[1], CultureInfo.InvariantCulture)
            )
            : (double.NaN, double.NaN);
    }
}
