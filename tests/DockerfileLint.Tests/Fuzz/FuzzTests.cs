using System.Text;
using DockerfileLint.Fuzz.Running;
using DockerfileLint.Fuzz.Targets;
using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Fuzz;

/// <summary>
/// A few mutants for each target in every run of the tests, always the same ones.
/// <c>tests/DockerfileLint.Fuzz</c> makes as many as one wants.
/// </summary>
[Parallelizable(ParallelScope.All)]
internal sealed class FuzzTests
{
    private static readonly IReadOnlyList<FuzzTarget> Targets = FuzzTarget.All;

    [TestCaseSource(nameof(Targets))]
    public void Nothing_breaks_on_mutants(object target)
    {
        var console = new StringWriter();
        var run = new FuzzRun((FuzzTarget)target, CreateSettings(mutants: 100), console);

        HangGuard.Run(run.Run).Should().BeTrue(console.ToString());
    }

    [TestCase("compose", "?\n:")]
    [TestCase("compose", ":\n?\n:")]
    [TestCase("yaml", "s: &s$\n:")]
    [TestCase("compose", "services: {}\nconfigs:\n  a: &x\n    b: *x\n    c: [*x, *x]\n")]
    [TestCase("ignore-files", "[[:]")]
    [TestCase("dockerfile", "FROM\nRUN --mount=\",")]
    [TestCase("dockerfile", "RUN --device=,requirednvidia-smi,required\\nvidia-smi")]
    public void Inputs_that_once_broke_something_are_read(string target, string input)
    {
        FuzzTarget named = Targets.Single(each => each.Name == target);

        named
            .Invoking(each => each.Check(FailureReport.ReadTestCase(input), CancellationToken.None))
            .Should()
            .NotThrow();
    }

    [TestCaseSource(nameof(Targets))]
    public void A_number_stands_for_one_mutant(object target)
    {
        byte[][] mutants = [.. Enumerable.Range(0, 20).Select(number => Create(target, number))];

        mutants.Reverse().Should().BeEquivalentTo(Enumerable.Range(0, 20).Reverse().Select(n => Create(target, n)));
        mutants.Select(Convert.ToHexString).Distinct().Should().HaveCountGreaterThan(15);
    }

    [Test]
    public void What_fails_is_made_small_and_told_as_a_test_case()
    {
        var console = new StringWriter();
        var target = new FragileTarget(text =>
        {
            if (text.Contains("bad", StringComparison.Ordinal) && text.Contains('é', StringComparison.Ordinal))
            {
                throw new InvalidOperationException("It broke.");
            }
        });

        new FuzzRun(target, CreateSettings(mutants: 10), console).Run().Should().BeFalse();

        console.ToString().Should().Contain("[TestCase(\"fragile\", \"bad\\u00e9\")]");
        console.ToString().Should().Contain("1 kinds of failures in 10 mutants");
    }

    [Test]
    public void What_takes_too_long_is_told()
    {
        var console = new StringWriter();
        var target = new FragileTarget(_ =>
        {
            var time = System.Diagnostics.Stopwatch.StartNew();
            while (time.ElapsedMilliseconds < 30) { }
        });

        new FuzzRun(target, CreateSettings(mutants: 1) with { Limit = TimeSpan.FromMilliseconds(3) }, console)
            .Run()
            .Should()
            .BeFalse();

        console.ToString().Should().Contain("Too slow");
    }

    [Test]
    public void Bytes_that_are_no_text_are_told_as_bytes() =>
        FailureReport
            .CreateTestCase(Targets[0], [0x61, 0xFF])
            .Should()
            .Be("[TestCase(\"dockerfile\", \"base64:Yf8=\")]");

    [TestCase("-- a --\nb\n", "a")]
    [TestCase("x\n-- a --\nb\n-- c/d --\n", "first a c/d")]
    [TestCase("", "first")]
    public void A_folder_is_one_text(string text, string paths) =>
        ProjectText.Parse(text, "first").Files.Select(file => file.Path).Should().Equal(paths.Split(' '));

    private static byte[] Create(object target, int number) => ((FuzzTarget)target).CreateMutant(seed: 1, number);

    // No machine is so busy that a mutant takes a minute.
    private static FuzzSettings CreateSettings(int mutants) =>
        new() { Mutants = mutants, Limit = TimeSpan.FromMinutes(1) };

    private sealed class FragileTarget(Action<string> check) : FuzzTarget("fragile")
    {
        internal override void Check(byte[] input, CancellationToken cancellation) =>
            check(Encoding.UTF8.GetString(input));

        protected override string CreateText(Random random) => "one\ntwo bad three\nfoué\nfive\n";
    }
}
