using DockerfileLint.Analysis;
using DockerfileLint.Analysis.Languages;
using DockerfileLint.Configuration;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Limits;

internal sealed class MissingLimitTests
{
    private static IEnumerable<string> Find(string yaml, ComposeTarget target = ComposeTarget.Compose) =>
        Lint.Run(yaml, new LintOptions { Rules = Preset.Load("strict"), Target = target }, Language.Compose)
            .Findings.Where(finding => finding.Rule.Category == "limits" && finding.Rule.Id != "DC4004")
            .Select(finding => finding.Rule.Id);

    [Test]
    public void A_service_without_any_gets_a_finding_for_each() =>
        Find("services:\n  a:\n    image: x\n").Should().Equal("DC4001", "DC4002", "DC4003");

    [TestCase("mem_limit: 1g\n    cpu_quota: 50000\n    pids_limit: 9")]
    [TestCase("mem_limit: 1g\n    cpus: '0.5'\n    pids_limit: ${PIDS}")]
    [TestCase("deploy: {resources: {limits: {memory: 1g, cpus: '1', pids: 9}}}")]
    public void Either_style_will_do_whatever_the_version_says(string yaml)
    {
        foreach (string version in new[] { "", "version: '2.4'\n", "version: '3.8'\n" })
        {
            Find($"{version}services:\n  a:\n    image: x\n    {yaml}\n").Should().BeEmpty();
        }
    }

    [TestCase("pids_limit: 0")]
    [TestCase("pids_limit: -1")]
    [TestCase("deploy: {resources: {limits: {pids: -1}}}")]
    [TestCase("ulimits: {nproc: 100}")]
    public void No_process_limit_is_one_that_bounds_nothing(string yaml) =>
        Find($"services:\n  a:\n    image: x\n    {yaml}\n").Should().Contain("DC4003");

    [TestCase("cpu_shares: 512")]
    [TestCase("cpuset: '0'")]
    [TestCase("cpus: 0")]
    public void No_CPU_limit_is_a_weight_or_a_place(string yaml) =>
        Find($"services:\n  a:\n    image: x\n    {yaml}\n").Should().Contain("DC4002");

    [Test]
    public void A_swarm_takes_only_what_stands_below_deploy() =>
        Find("services:\n  a:\n    image: x\n    mem_limit: 1g\n    cpus: 1\n    pids_limit: 9\n", ComposeTarget.Swarm)
            .Should()
            .Equal("DC4001", "DC4002", "DC4003");

    [TestCase("services:\n  a:\n    environment: [X=1]\n")]
    [TestCase("services:\n  a:\n    image: x\n    extends: {file: base.yaml, service: a}\n")]
    public void A_part_of_a_service_is_not_judged(string yaml) => Find(yaml).Should().BeEmpty();

    [TestCase("memswap_limit: -1")]
    [TestCase("oom_kill_disable: true")]
    [TestCase("oom_score_adj: -1000")]
    [TestCase("cgroup_parent: x")]
    public void What_a_swarm_drops_is_not_reported_there(string yaml)
    {
        string text =
            $"services:\n  a:\n    image: x\n    deploy: "
            + $"{{resources: {{limits: {{memory: 1g, cpus: '1', pids: 9}}}}}}\n    {yaml}\n";
        Find(text).Should().ContainSingle();
        Find(text, ComposeTarget.Swarm).Should().BeEmpty();
    }
}

internal sealed class NoBlockIoLimitTests() : RuleTest("DC4004", Language.Compose)
{
    [TestCase(
        "services:\n  a:\n    image: x\n    blkio_config:\n      device_read_iops:\n        - "
            + "{path: /dev/sda, rate: 100}\n"
    )]
    [TestCase("services:\n  [|a|]:\n    image: x\n    blkio_config:\n      device_read_iops: []\n")]
    public void A_rate_is_a_limit(string markup) => Verify(markup);
}

internal sealed class UnlimitedSwapTests() : RuleTest("DC4005", Language.Compose)
{
    [TestCase("[|'-1'|]")]
    [TestCase("[|${SWAP:--1}|]")]
    [TestCase("0")]
    [TestCase("1g")]
    [TestCase("${SWAP}")]
    public void Only_minus_one_is_reported(string value) =>
        Verify($"services:\n  a:\n    image: x\n    memswap_limit: {value}\n");
}

internal sealed class OomKillerDisabledTests() : RuleTest("DC4006", Language.Compose)
{
    [TestCase("mem_limit: 1g\n    oom_kill_disable: [|true|]", "limited")]
    [TestCase("mem_limit: 0\n    oom_kill_disable: [|true|]", null)]
    public void A_memory_limit_keeps_the_harm_inside(string yaml, string? tier) =>
        Verify($"services:\n  a:\n    image: x\n    {yaml}\n").Single().Tier.Should().Be(tier);

    [TestCase("oom_kill_disable: false")]
    [TestCase("oom_score_adj: -999")]
    [TestCase("oom_score_adj: 1000")]
    public void Less_is_fine(string yaml) => Verify($"services:\n  a:\n    image: x\n    {yaml}\n");
}

internal sealed class UnboundedLogsTests() : RuleTest("DC4007", Language.Compose)
{
    [TestCase("{driver: [|json-file|], options: {max-size: '-1'}}")]
    [TestCase("{driver: json-file, options: {max-size: '${SIZE}'}}")]
    [TestCase("{driver: syslog}")]
    [TestCase("{driver: none}")]
    [TestCase("{driver: '${DRIVER}'}")]
    [TestCase("{options: {max-size: 10m}}")]
    public void Only_a_named_driver_without_a_size_is_reported(string logging) =>
        Verify($"services:\n  a:\n    image: x\n    logging: {logging}\n");

    [Test]
    public void The_default_of_the_engine_is_not_known() => Verify("services:\n  a:\n    image: x\n");
}

internal sealed class LimitBelowReservationTests() : RuleTest("DC4008", Language.Compose)
{
    [TestCase("mem_limit: [|100m|]\n    mem_reservation: 0.1g")]
    [TestCase("mem_limit: 100m\n    mem_reservation: ${RESERVED}")]
    [TestCase("mem_limit: ${LIMIT}\n    mem_reservation: 1g")]
    [TestCase("mem_reservation: 1g")]
    [TestCase("mem_limit: 0\n    mem_reservation: 1g")]
    [TestCase("deploy: {resources: {limits: {cpus: '1'}, reservations: {cpus: '2'}}}")]
    [TestCase("mem_limit: 1k\n    deploy: {resources: {limits: {memory: 2g}, reservations: {memory: 1g}}}")]
    public void Values_are_compared_as_the_target_takes_them(string yaml) =>
        Verify($"services:\n  a:\n    image: x\n    {yaml}\n");

    [Test]
    public void A_swarm_reserves_CPUs()
    {
        FileResult result = Lint.Run(
            "services:\n  a:\n    image: x\n    mem_reservation: 9g\n"
                + "    deploy: {resources: {limits: {cpus: '1', memory: 1g}, reservations: {cpus: '2'}}}\n",
            new LintOptions { Target = ComposeTarget.Swarm },
            Language.Compose
        );
        result.Findings.Where(finding => finding.Rule == Rule).Should().ContainSingle().Which.Tier.Should().Be("cpus");
    }
}

internal sealed class UnlimitedUlimitTests() : RuleTest("DC4009", Language.Compose)
{
    [TestCase("nofile: {soft: 1024, hard: [|-1|]}")]
    [TestCase("nofile: [|1048577|]")]
    [TestCase("nofile: 1048576")]
    [TestCase("nproc: 65535")]
    [TestCase("nofile: ${FILES}")]
    [TestCase("{memlock: -1, stack: -1, core: -1}")]
    public void Only_files_and_processes_are_judged(string limits) =>
        Verify($"services:\n  a:\n    image: x\n    ulimits:\n      {limits}\n");
}

internal sealed class UnboundedRestartTests() : RuleTest("DC4010", Language.Compose)
{
    [TestCase("restart: [|unless-stopped|]")]
    [TestCase("restart: [|on-failure|]")]
    [TestCase("restart: [|on-failure:0|]")]
    [TestCase("restart: on-failure:5")]
    [TestCase("restart: on-failure:${TRIES}")]
    [TestCase("restart: no")]
    [TestCase("restart: always\n    deploy: {restart_policy: {condition: none}}")]
    [TestCase("restart: on-failure:3\n    deploy: {restart_policy: {condition: [|any|]}}")]
    [TestCase("command: x")]
    public void The_policy_that_counts_is_judged(string yaml) => Verify($"services:\n  a:\n    image: x\n    {yaml}\n");

    [Test]
    public void The_maximum_is_a_matter_of_taste() =>
        Verify("services:\n  a:\n    image: x\n    restart: on-failure:10\n", "maximum=10");
}

internal sealed class CustomCgroupParentTests() : RuleTest("DC4011", Language.Compose)
{
    [Test]
    public void Any_value_is_reported() => Verify("services:\n  a:\n    image: x\n    cgroup_parent: [|${PARENT}|]\n");
}

internal sealed class UnboundedTmpfsTests() : RuleTest("DC4012", Language.Compose)
{
    [TestCase("tmpfs: [|/tmp|]")]
    [TestCase("tmpfs: /tmp:size=1m")]
    [TestCase("tmpfs: ['[|/tmp|]:mode=1777', '/run:mode=755,size=1m', '[|/x|]:size=0', '/y:${OPTIONS}']")]
    [TestCase(
        "volumes:\n      - {type: tmpfs, target: [|/a|]}\n"
            + "      - {type: tmpfs, target: /b, tmpfs: {size: 1m}}\n"
            + "      - {type: tmpfs, target: /c, tmpfs: {size: 1000}}"
    )]
    [TestCase("mem_limit: 1g\n    tmpfs: /tmp")]
    [TestCase("mem_limit: ${LIMIT}\n    tmpfs: /tmp")]
    public void A_mount_without_any_bound_is_reported(string yaml) =>
        Verify($"services:\n  a:\n    image: x\n    {yaml}\n");
}
