using DockerfileLint.Semantics.Compose.Schema;
using DockerfileLint.Syntax.Values;
using DockerfileLint.Tests.Testing;
using DockerfileLint.Text;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Semantics.Compose.Schema;

internal sealed class ComposeValueTests
{
    [TestCase("80", null)]
    [TestCase("8080:80", null)]
    [TestCase("127.0.0.1:8080:80/tcp", null)]
    [TestCase("127.0.0.1::80", null)]
    [TestCase("[::1]:8080:80", null)]
    [TestCase("::1:8080:80", null)]
    [TestCase("8000-8005:9000-9005", null)]
    [TestCase("8000-8005:80", null)]
    [TestCase("53:53/UDP", null)]
    [TestCase("0:80", null)]
    [TestCase("", "")]
    [TestCase("70000", "70000")]
    [TestCase("8080:70000", "70000")]
    [TestCase("70000:80", "70000")]
    [TestCase("80:80/tpc", "tpc")]
    [TestCase("host:8080:80", "host")]
    [TestCase("300.0.0.1:8080:80", "300.0.0.1")]
    [TestCase("8000-8005:9000-9001", "8000-8005:9000-9001")]
    [TestCase("9000-8000:1-2", "9000-8000")]
    [TestCase("80:", "80:")]
    [TestCase("web", "web")]
    public void Ports(string text, string? problem) => Check(ComposeValues.Port, text, problem);

    [TestCase("80", null)]
    [TestCase("80-90/udp", null)]
    [TestCase("80:80", "80:80")]
    [TestCase("http", "http")]
    public void Exposed_ports(string text, string? problem) => Check(ComposeValues.ExposedPort, text, problem);

    [TestCase("/data", null)]
    [TestCase("./data:/data:ro,z", null)]
    [TestCase("C:\\data:C:\\data:ro", null)]
    [TestCase("${HOME:-/root}:/home", null)]
    [TestCase("x", null)]
    [TestCase("data:/data:ro:rw", "rw")]
    [TestCase("data::ro", "")]
    [TestCase(":/data", "")]
    public void Volumes(string text, string? problem) => Check(ComposeValues.Volume, text, problem);

    [TestCase("/dev/kvm", null)]
    [TestCase("/dev/kvm:/dev/kvm:rwm", null)]
    [TestCase("vendor.com/gpu=0", null)]
    [TestCase("/dev/kvm:/dev/kvm:rw:m", "m")]
    public void Devices(string text, string? problem) => Check(ComposeValues.Device, text, problem);

    [TestCase("1g", null)]
    [TestCase("1.5 GiB", null)]
    [TestCase("-1", null)]
    [TestCase("1 gigabyte", "1 gigabyte")]
    [TestCase("1e9", "1e9")]
    public void Sizes(string text, string? problem) => Check(ComposeValues.Bytes, text, problem);

    [TestCase("30s", null)]
    [TestCase("1h30m", null)]
    [TestCase("1.5s", null)]
    [TestCase("2d", null)]
    [TestCase("1w2d", null)]
    [TestCase("0", null)]
    [TestCase("99999999999999999999999w99999999999999999999999w", null)]
    [TestCase("30", "30")]
    [TestCase("30 s", "30 s")]
    [TestCase("1y", "1y")]
    public void Durations(string text, string? problem) => Check(ComposeValues.Duration, text, problem);

    [TestCase("no", null)]
    [TestCase("unless-stopped", null)]
    [TestCase("on-failure:3", null)]
    [TestCase("on-failure:", "on-failure:")]
    [TestCase("on-failure:x", "x")]
    [TestCase("never", "never")]
    public void Restart_policies(string text, string? problem) => Check(RestartGrammar.Grammar, text, problem);

    [TestCase("missing", null)]
    [TestCase("every_1d12h", null)]
    [TestCase("every_", "every_")]
    [TestCase("every_12", "every_12")]
    [TestCase("sometimes", "sometimes")]
    public void Pull_policies(string text, string? problem) => Check(PullPolicyGrammar.Grammar, text, problem);

    [TestCase("0-3,5", null)]
    [TestCase("0", null)]
    [TestCase("0-", "-")]
    [TestCase("0;1", ";1")]
    public void Processor_sets(string text, string? problem) => Check(CpuSetGrammar.Grammar, text, problem);

    [TestCase("c 1:3 mr", null)]
    [TestCase("a *:* rwm", null)]
    [TestCase("c 1:3 x", "x")]
    [TestCase("d 1:3 r", "d 1:3 r")]
    public void Device_rules(string text, string? problem) => Check(DeviceRuleGrammar.Grammar, text, problem);

    [TestCase("db=10.0.0.5", null)]
    [TestCase("db:10.0.0.5", null)]
    [TestCase("proxy=host-gateway", null)]
    [TestCase("six=[2001:db8::1]", null)]
    [TestCase("six:2001:db8::1", null)]
    [TestCase("db", "db")]
    [TestCase("db=", "db=")]
    public void Extra_hosts(string text, string? problem) => Check(ExtraHostGrammar.Grammar, text, problem);

    [TestCase("host", null)]
    [TestCase("service:web", null)]
    [TestCase("container:web", null)]
    [TestCase("service:", "service:")]
    [TestCase("private", "private")]
    public void Process_namespaces(string text, string? problem) => Check(ComposeValues.Pid, text, problem);

    [Test]
    public void Long_values_are_read_once()
    {
        foreach (
            ValueGrammar grammar in new[]
            {
                ComposeValues.Port,
                ComposeValues.Volume,
                ComposeValues.Device,
                ComposeValues.Bytes,
                ComposeValues.Duration,
                RestartGrammar.Grammar,
                PullPolicyGrammar.Grammar,
                CpuSetGrammar.Grammar,
                DeviceRuleGrammar.Grammar,
                ExtraHostGrammar.Grammar,
            }
        )
        {
            Work.ShouldGrowAsTheInput(
                size =>
                {
                    string text = string.Concat(Enumerable.Repeat("${A:", size));
                    return () => grammar.FindProblem(text);
                },
                size: 10_000
            );
        }
    }

    private static void Check(ValueGrammar grammar, string text, string? problem)
    {
        TextSpan? span = grammar.FindProblem(text);
        (span is { } found ? text.Substring(found.Start, found.Length) : null).Should().Be(problem);
    }
}
