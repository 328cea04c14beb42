using System.CommandLine;
using DockerfileLint.Fuzz.Running;
using DockerfileLint.Fuzz.Targets;
using SharpFuzz;

namespace DockerfileLint.Fuzz;

/// <summary>The command line: which targets run, for how long, and on what.</summary>
internal sealed class FuzzCommand : RootCommand
{
    private const string AllTargets = "all";

    // The least stack that a runtime gives to a thread anywhere, so that a recursion without bounds shows.
    private const int StackSize = 1024 * 1024;

    private readonly Argument<string> _target = new("target")
    {
        Description = $"'{AllTargets}' or one of {string.Join(", ", FuzzTarget.All.Select(target => target.Name))}.",
        DefaultValueFactory = _ => AllTargets,
    };

    private readonly Option<double?> _seconds = new("--seconds") { Description = "Time for all targets together." };
    private readonly Option<int?> _mutants = new("--mutants") { Description = "Mutants for each target." };
    private readonly Option<int> _seed = new("--seed")
    {
        Description = "Which mutants are made; the same seed makes the same ones.",
        DefaultValueFactory = _ => 1,
    };

    private readonly Option<int> _from = new("--from") { Description = "Number of the first mutant." };
    private readonly Option<double> _limit = new("--limit")
    {
        Description = "Seconds of processor time that one mutant may take.",
        DefaultValueFactory = _ => 1,
    };

    private readonly Option<DirectoryInfo> _output = new("--output")
    {
        Description = "Folder for what fails.",
        DefaultValueFactory = _ => new DirectoryInfo(Path.Combine("artifacts", "fuzz")),
    };

    private readonly Option<FileInfo?> _replay = new("--replay") { Description = "Checks this file and nothing else." };
    private readonly Option<string?> _engine = new("--engine")
    {
        Description = "Takes inputs from 'libfuzzer' or 'afl' instead of making them.",
    };

    internal FuzzCommand(TextWriter console)
        : base("Feeds the parsers, the models, the rules and the readers with hostile inputs.")
    {
        _target.AcceptOnlyFromAmong([AllTargets, .. FuzzTarget.All.Select(target => target.Name)]);
        _engine.AcceptOnlyFromAmong("libfuzzer", "afl");
        Arguments.Add(_target);
        foreach (Option option in (Option[])[_seconds, _mutants, _seed, _from, _limit, _output, _replay, _engine])
        {
            Options.Add(option);
        }

        SetAction(result => Run(result, console));
    }

    private int Run(ParseResult result, TextWriter console)
    {
        string name = result.GetValue(_target)!;
        FuzzTarget[] targets = [.. FuzzTarget.All.Where(target => name is AllTargets || target.Name == name)];
        string? engine = result.GetValue(_engine);
        FileInfo? replayed = result.GetValue(_replay);
        if ((engine is not null || replayed is not null) && targets.Length > 1)
        {
            console.WriteLine("--engine and --replay need a target.");
            return 2;
        }

        switch (engine)
        {
            case "libfuzzer":
                Fuzzer.LibFuzzer.Run(input => targets[0].Check(input.ToArray(), CancellationToken.None));
                return 0;
            case "afl":
                Fuzzer.OutOfProcess.Run(stream =>
                {
                    using var input = new MemoryStream();
                    stream.CopyTo(input);
                    targets[0].Check(input.ToArray(), CancellationToken.None);
                });
                return 0;
            default:
                return RunOwn(result, targets, replayed, console);
        }
    }

    private int RunOwn(ParseResult result, FuzzTarget[] targets, FileInfo? replayed, TextWriter console)
    {
        double? seconds = result.GetValue(_seconds);
        int? mutants = result.GetValue(_mutants);
        var settings = new FuzzSettings
        {
            Seed = result.GetValue(_seed),
            First = result.GetValue(_from),
            Mutants = mutants ?? (seconds is null ? FuzzSettings.DefaultMutants : int.MaxValue),
            Duration = seconds is { } sum ? TimeSpan.FromSeconds(sum / targets.Length) : null,
            Limit = TimeSpan.FromSeconds(result.GetValue(_limit)),
            Output = result.GetValue(_output)!.FullName,
        };
        Directory.CreateDirectory(settings.Output);
        bool isClean = true;
        foreach (FuzzTarget target in targets)
        {
            using var watchdog = new Watchdog(target, settings, console);
            var run = new FuzzRun(target, settings, console, watchdog);
            var thread = new Thread(() => isClean &= replayed is null ? run.Run() : run.Replay(replayed), StackSize);
            thread.Start();
            thread.Join();
        }

        return isClean ? 0 : 1;
    }
}
