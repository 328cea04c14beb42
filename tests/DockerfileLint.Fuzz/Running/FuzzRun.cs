using System.Diagnostics;
using DockerfileLint.Fuzz.Targets;

namespace DockerfileLint.Fuzz.Running;

/// <summary>Makes mutants for a target and checks each; what fails is made small and told.</summary>
/// <param name="target">The target.</param>
/// <param name="settings">How much is tried.</param>
/// <param name="console">Where it is told.</param>
/// <param name="watchdog">Who ends what does not end, or <c>null</c> where somebody else does.</param>
internal sealed class FuzzRun(FuzzTarget target, FuzzSettings settings, TextWriter console, Watchdog? watchdog = null)
{
    private const string TooSlow = "Too slow";
    private const string TooLarge = "Too much memory";
    private const int MaxTries = 3000;
    private const int MaxSlowTries = 60;

    private readonly Dictionary<string, int> _failures = new(StringComparer.Ordinal);

    /// <summary>Checks mutants until there were enough of them.</summary>
    /// <returns>Whether all were as they should.</returns>
    internal bool Run()
    {
        var total = Stopwatch.StartNew();
        int count = 0;
        (TimeSpan Time, int Number) slowest = default;
        for (; count < settings.Mutants && !(total.Elapsed >= settings.Duration); count++)
        {
            int number = settings.First + count;
            watchdog?.Announce(number);
            byte[] input = target.CreateMutant(settings.Seed, number);
            var time = Stopwatch.StartNew();
            Failure? failure = Check(input);
            slowest = time.Elapsed > slowest.Time ? (time.Elapsed, number) : slowest;
            watchdog?.Stop();
            if (failure is null)
            {
                continue;
            }

            if (_failures.TryGetValue(failure.Kind, out int known))
            {
                _failures[failure.Kind] = known + 1;
                continue;
            }

            _failures.Add(failure.Kind, 1);
            console.WriteLine($"{target.Name}: mutant {number} of seed {settings.Seed} fails: {failure.Kind}");
            Report(failure, input, number);
            if (_failures.Count >= settings.MaxFailures)
            {
                break;
            }
        }

        console.WriteLine(
            $"{target.Name}: {count} mutants in {total.Elapsed.TotalSeconds:0.0} s, the slowest, {slowest.Number}, "
                + $"in {slowest.Time.TotalMilliseconds:0} ms, "
                + $"{_failures.Count} kinds of failures in {_failures.Values.Sum()} mutants"
        );
        return _failures.Count == 0;
    }

    /// <summary>Checks one input that is already there.</summary>
    /// <returns>Whether it is as it should be.</returns>
    internal bool Replay(FileInfo file)
    {
        byte[] input = File.ReadAllBytes(file.FullName);
        Failure? failure = Check(input);
        watchdog?.Stop();
        console.WriteLine(failure is null ? $"{target.Name}: no failure" : $"{target.Name}: {failure.Text}");
        return failure is null;
    }

    private void Report(Failure failure, byte[] input, int number)
    {
        if (settings.Output is { } folder)
        {
            // Making it small may take its time.
            File.WriteAllBytes(Path.Combine(folder, $"{target.Name}-{settings.Seed}-{number}.mutant"), input);
        }

        bool isCostly = failure.Kind is TooSlow or TooLarge;
        var minimizer = new Minimizer(
            candidate => Check(candidate)?.Kind == failure.Kind,
            isCostly ? MaxSlowTries : MaxTries
        );
        byte[] smallest = minimizer.Minimize(input);
        Failure last = Check(smallest) ?? failure;
        watchdog?.Stop();
        FailureReport.Write(target, last, smallest, settings, console);
    }

    private Failure? Check(byte[] input)
    {
        watchdog?.Start(input);
        (Failure? failure, TimeSpan wall, TimeSpan processor) = Measure(input);
        if (failure is not null || wall <= settings.Limit)
        {
            return failure;
        }

        // Other programs, the first call of a method and the collector take their time too: the least of three counts.
        for (int i = 0; i < 2; i++)
        {
            watchdog?.Start(input);
            (failure, wall, TimeSpan again) = Measure(input);
            processor = again < processor ? again : processor;
            processor = wall < processor ? wall : processor;
            if (failure is not null || processor <= settings.Limit)
            {
                return failure;
            }
        }

        return new Failure(TooSlow, $"Takes {processor.TotalSeconds:0.0} s for {input.Length} bytes.");
    }

    private (Failure?, TimeSpan Wall, TimeSpan Processor) Measure(byte[] input)
    {
        using var cancellation = new CancellationTokenSource(settings.CancelAfter);
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        TimeSpan processor = Environment.CpuUsage.TotalTime;
        var wall = Stopwatch.StartNew();
        Failure? failure = null;
        try
        {
            target.Check(input, cancellation.Token);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The time says it.
        }
        catch (Exception exception)
        {
            failure = Failure.From(exception);
        }

        TimeSpan elapsed = wall.Elapsed;
        processor = Environment.CpuUsage.TotalTime - processor;
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        failure ??=
            allocated > settings.MaxAllocated
                ? new Failure(TooLarge, $"Allocates {allocated >> 20} MB for {input.Length} bytes.")
                : null;
        return (failure, elapsed, processor);
    }
}
