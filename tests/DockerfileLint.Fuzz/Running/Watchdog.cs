using DockerfileLint.Fuzz.Targets;

namespace DockerfileLint.Fuzz.Running;

/// <summary>
/// Ends the process with an input that neither ends nor looks at its token: a thread cannot be ended from outside.
/// Knows the mutant of a process that died, too.
/// </summary>
internal sealed class Watchdog : IDisposable
{
    private readonly FuzzTarget _target;
    private readonly FuzzSettings _settings;
    private readonly TextWriter _console;
    private readonly Timer _timer;
    private readonly FileStream? _journal;
    private long _started;
    private TimeSpan _processor;
    private bool _isOver;
    private byte[] _input = [];
    private string _mutant = "";

    internal Watchdog(FuzzTarget target, FuzzSettings settings, TextWriter console)
    {
        _target = target;
        _settings = settings;
        _console = console;
        _timer = new Timer(_ => Look(), state: null, settings.Limit, settings.Limit);
        if (settings.Output is null)
        {
            return;
        }

        string path = Path.Combine(settings.Output, $"{target.Name}.running");
        if (File.Exists(path))
        {
            console.WriteLine($"{target.Name}: a process did not end well; its last mutant: {File.ReadAllText(path)}");
        }

        _journal = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
    }

    /// <summary>A mutant is about to be made.</summary>
    internal void Announce(int number)
    {
        _mutant = $"{_target.Name} --seed {_settings.Seed} --from {number} --mutants 1";
        _input = [];
        if (_journal is { } journal)
        {
            journal.Position = 0;
            journal.Write(System.Text.Encoding.ASCII.GetBytes($"{_mutant, -80}\n"));
        }

        Start([]);
    }

    /// <summary>An input is about to be checked.</summary>
    internal void Start(byte[] input)
    {
        Volatile.Write(ref _input, input);
        _processor = Environment.CpuUsage.TotalTime;
        Volatile.Write(ref _started, Environment.TickCount64);
    }

    /// <summary>The input has ended.</summary>
    internal void Stop() => Volatile.Write(ref _started, 0);

    public void Dispose()
    {
        _timer.Dispose();
        if (_journal is { } journal)
        {
            journal.Dispose();
            File.Delete(journal.Name);
        }
    }

    private void Look()
    {
        long started = Volatile.Read(ref _started);
        if (started == 0 || _isOver || !IsStuck(started))
        {
            return;
        }

        _isOver = true;
        byte[] input = Volatile.Read(ref _input);
        FailureReport.Write(
            _target,
            new Failure(
                "Hang",
                $"{_mutant}: "
                    + (input.Length > 0 ? "its check" : "the parser of a text that it is made of")
                    + " does not end."
            ),
            input,
            _settings,
            _console
        );
        Environment.Exit(1);
    }

    // On a busy machine time alone says little; what waits for something needs no processor.
    private bool IsStuck(long started) =>
        Environment.CpuUsage.TotalTime - _processor > _settings.GiveUpAfter
        || Environment.TickCount64 - started > 10 * _settings.GiveUpAfter.TotalMilliseconds;
}
