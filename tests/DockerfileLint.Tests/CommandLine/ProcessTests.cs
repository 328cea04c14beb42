using System.Diagnostics;
using DockerfileLint.CommandLine;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.CommandLine;

/// <summary>
/// What the system may do to a process: each ends with one line and an exit code that says so, and leaves no file
/// behind. The tool runs as a process of its own; a POSIX shell sets the scene.
/// </summary>
[Platform(Exclude = "Win", Reason = "There are no POSIX signals and limits.")]
internal sealed class ProcessTests
{
    private const string Findings = "FROM debian\nRUN sudo true\n";

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public void A_working_directory_that_is_gone()
    {
        (int exitCode, string output, string error) = Run("mkdir gone && cd gone && rmdir ../gone && lint");

        exitCode.Should().Be(ExitCodes.Usage);
        output.Should().BeEmpty();
        error.Should().Be("error: The working directory is gone, or must not be read. Change to another one.\n");
    }

    [Test]
    public void A_full_disk()
    {
        _folder.Write("Dockerfile", Findings);

        (int exitCode, _, string error) = Run("lint > /dev/full");

        exitCode.Should().Be(ExitCodes.Usage);
        error.Should().StartWith("error: The report could not be written: ").And.EndWith("\n");
        error.Should().NotContain("   at ");
    }

    [Test]
    public void A_limit_on_the_size_of_files()
    {
        string dockerfile = "FROM debian\n" + string.Concat(Enumerable.Repeat("RUN sudo true; cd /x\n", 200));
        _folder.Write("Dockerfile", dockerfile);

        (int exitCode, _, string error) = Run(
            // The runtime maps a file for the code that it makes, unless told not to.
            "export DOTNET_EnableWriteXorExecute=0; ulimit -f 1; lint --format sarif --output report.sarif"
        );

        exitCode.Should().Be(ExitCodes.Usage);
        error.Should().StartWith("error: The report could not be written: ");
        Directory.GetFiles(_folder.Path).Select(Path.GetFileName).Should().Equal("Dockerfile");
    }

    [TestCase("<&-", ExitCodes.Findings)]
    [TestCase(">&-", ExitCodes.Usage)]
    [TestCase("2>&-", ExitCodes.Findings)]
    [TestCase("<&- >&- 2>&-", ExitCodes.Usage)]
    public void Standard_streams_that_are_closed(string redirections, int expected)
    {
        _folder.Write("Dockerfile", Findings);

        (int exitCode, _, string error) = Run($"lint {redirections}");

        exitCode.Should().Be(expected);
        error.Should().NotContain("   at ");
    }

    [Test]
    public void Standard_input_that_is_closed_and_asked_for()
    {
        (int exitCode, _, string error) = Run("lint - <&-");

        exitCode.Should().Be(ExitCodes.Incomplete);
        error.Should().NotContain("   at ");
    }

    [TestCase("HUP")]
    [TestCase("INT")]
    [TestCase("TERM")]
    public void A_signal_while_a_report_is_being_written(string signal)
    {
        _folder.Write("Dockerfile", Findings);
        _folder.MakePipe("pipe");

        // The run takes the place of the shell and waits for its input with the report open, which the file beside it
        // shows. Who runs the tests may ignore signals, as nohup does, and what it starts ignores them too.
        (int exitCode, _, string error) = Run(
            $$"""
            exec 3<> pipe
            (
              for i in $(seq 600); do
                ls -A | grep -q '^\.report\.json' && kill -{{signal}} $$ && break
                sleep 0.1
              done
              for i in $(seq 600); do
                kill -0 $$ || exit
                sleep 0.1
              done
              kill -KILL $$
            ) >/dev/null 2>&1 &
            heard=
            env --default-signal true 2>/dev/null && heard='env --default-signal'
            exec $heard {{Tool}} lint Dockerfile - --format json --output report.json <&3
            """
        );

        exitCode.Should().Be(ExitCodes.Interrupted, error);
        error.Should().NotContain("   at ");
        Directory.GetFiles(_folder.Path).Select(Path.GetFileName).Should().BeEquivalentTo("Dockerfile", "pipe");
    }

    private static string Tool =>
        $"'{Environment.ProcessPath}' '{Path.Combine(AppContext.BaseDirectory, "dockerfile-lint.dll")}'";

    private (int ExitCode, string Output, string Error) Run(string script)
    {
        var start = new ProcessStartInfo("sh", ["-c", $"lint() {{ {Tool} lint \"$@\"; }}\n{script}"])
        {
            WorkingDirectory = _folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        process.WaitForExit();
        return (process.ExitCode, output.Result, error.Result);
    }
}
