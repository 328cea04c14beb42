using System.Diagnostics;
using System.Globalization;
using System.Text;
using DockerfileLint.Analysis;
using DockerfileLint.Analysis.Projects;
using DockerfileLint.Configuration;

namespace DockerfileLint.Benchmarks;

/// <summary>
/// How long a run goes on after its caller has given up: projects that cost much are linted again and again, and each
/// time given up at a later point of the way.
/// </summary>
internal static class CancellationBenchmarks
{
    private const int Points = 20;
    private const int FileLength = 16 * 1024 * 1024;

    internal static void Run(string filter)
    {
        Console.WriteLine("| project | whole run | median | 95 % | longest | without pauses of the collector |");
        Console.WriteLine("|---|---|---|---|---|---|");
        foreach ((string name, Func<Project> create) in CreateProjects())
        {
            if (name.Contains(filter, StringComparison.Ordinal))
            {
                Measure(name, create);
            }
        }
    }

    private static IEnumerable<(string Name, Func<Project> Create)> CreateProjects()
    {
        string instructions = CreateInstructions(300_000);
        yield return ("Dockerfile of 300,000 instructions", () => Create("Dockerfile", instructions));
        string line = "FROM alpine\nRUN " + Repeat(_ => "apt-get install foo && cd /x; ");
        yield return ("RUN of one line, 16 MiB", () => Create("Dockerfile", line));
        string lines = "FROM alpine\nRUN " + Repeat(_ => "apt-get install foo && \\\n  ") + "true\n";
        yield return ("RUN of many lines, 16 MiB", () => Create("Dockerfile", lines));
        string heredoc = "FROM alpine\nRUN <<EOF\n" + Repeat(_ => "apt-get install foo\n") + "EOF\n";
        yield return ("RUN with a here-document, 16 MiB", () => Create("Dockerfile", heredoc));
        string services =
            "services:\n"
            + Repeat(
                i => $"  s{i}:\n    image: a:${{TAG}}\n    environment:\n      - A=b\n    ports:\n      - 80:80\n",
                FileLength / 2
            );
        yield return ("Compose file of services, 8 MiB", () => Create("compose.yaml", services));
        string texts =
            "services:\n  a:\n    image: a\n    command:\n"
            + Repeat(_ => $"      - \"{new string('x', 200)} $HOME\"\n");
        yield return ("Compose file of long texts, 16 MiB", () => Create("compose.yaml", texts));
        string broken =
            "services:\n" + Repeat(i => i % 300 == 0 ? $"  s{i}: [\n" : $"  s{i}:\n    image: a\n", FileLength / 4);
        yield return ("Compose file with many errors, 4 MiB", () => Create("compose.yaml", broken));
        yield return ("Compose project of 500 includes", CreateIncludes);
    }

    private static string CreateInstructions(int count)
    {
        var text = new StringBuilder("FROM alpine AS a\n");
        for (int i = 0; i < count; i++)
        {
            text.Append(
                (i % 4) switch
                {
                    0 => $"RUN apt-get install foo{i} && cd /x\n",
                    1 => $"ENV A{i}=$A{i - 4}b\n",
                    2 => $"COPY f{i} /g/\n",
                    _ => $"LABEL l{i}=\"some text that fills the line up\"\n",
                }
            );
        }

        return text.ToString();
    }

    private static string Repeat(Func<int, string> create, int length = FileLength - 1024)
    {
        var text = new StringBuilder();
        for (int i = 0; text.Length < length; i++)
        {
            text.Append(create(i));
        }

        return text.ToString();
    }

    private static Project Create(string path, string text) => Project.Create().WithDocument(path, text);

    private static Project CreateIncludes()
    {
        var main = new StringBuilder("include:\n");
        Project project = Project.Create();
        for (int i = 0; i < 500; i++)
        {
            main.Append(CultureInfo.InvariantCulture, $"  - c{i}.yaml\n");
            string services = string.Concat(
                Enumerable.Range(0, 50).Select(s => $"  s{i}x{s}:\n    image: a\n    environment:\n      A: ${{B}}\n")
            );
            project = project.WithDocument($"c{i}.yaml", "services:\n" + services);
        }

        return project.WithDocument("compose.yaml", main.ToString());
    }

    private static void Measure(string name, Func<Project> create)
    {
        var linter = new Linter(new LintOptions { Rules = Preset.Load("all") });
        string path = name.StartsWith("Compose", StringComparison.Ordinal) ? "compose.yaml" : "Dockerfile";
        TimeSpan whole = TimeSpan.MaxValue;
        for (int i = 0; i < 2; i++)
        {
            Project project = create();
            long start = Stopwatch.GetTimestamp();
            linter.Lint(project, path);
            whole = Min(whole, Stopwatch.GetElapsedTime(start));
        }

        var latencies = new List<double>();
        double longestOwn = 0;
        for (int i = 1; i <= Points; i++)
        {
            if (GiveUp(linter, create(), path, whole * i / (Points + 1)) is { } end)
            {
                latencies.Add(end.Latency);
                longestOwn = Math.Max(longestOwn, end.Latency - end.Paused);
            }
        }

        latencies.Sort();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {name} | {whole.TotalMilliseconds:0} ms | {At(0.5):0.0} ms | {At(0.95):0.0} ms | "
                    + $"{At(1):0.0} ms | {longestOwn:0.0} ms |"
            )
        );
        double At(double share) =>
            latencies.Count == 0 ? 0 : latencies[Math.Min(latencies.Count - 1, (int)(share * latencies.Count))];
    }

    /// <summary>
    /// The milliseconds from giving up to the exception, and how many of them the garbage collector held all threads;
    /// <c>null</c> where the run was through first.
    /// </summary>
    private static (double Latency, double Paused)? GiveUp(Linter linter, Project project, string path, TimeSpan after)
    {
        using var source = new CancellationTokenSource();
        using var started = new ManualResetEventSlim();
        long cancelled = 0;
        TimeSpan paused = TimeSpan.Zero;
        var canceller = new Thread(() =>
        {
            started.Wait();
            Thread.Sleep(after);
            paused = GC.GetTotalPauseDuration();
            Volatile.Write(ref cancelled, Stopwatch.GetTimestamp());
            source.Cancel();
        });
        canceller.Start();
        try
        {
            started.Set();
            linter.Lint(project, path, cancellation: source.Token);
            return null;
        }
        catch (OperationCanceledException)
        {
            double latency = Stopwatch.GetElapsedTime(Volatile.Read(ref cancelled)).TotalMilliseconds;
            return (latency, (GC.GetTotalPauseDuration() - paused).TotalMilliseconds);
        }
        finally
        {
            canceller.Join();
        }
    }

    private static TimeSpan Min(TimeSpan left, TimeSpan right) => left < right ? left : right;
}
