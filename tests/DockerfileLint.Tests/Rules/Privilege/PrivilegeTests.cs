using DockerfileLint.Analysis;
using DockerfileLint.Analysis.Languages;
using DockerfileLint.Configuration;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Privilege;

internal sealed class EscapeCapabilityTests() : RuleTest("DC3003", Language.Compose)
{
    [TestCase("", "contained")]
    [TestCase("\n    pid: host", null)]
    [TestCase("\n    pid: service:b\n  b:\n    image: x\n    pid: host", null)]
    [TestCase("\n    pid: service:b\n  b:\n    image: x", "contained")]
    public void Tracing_reaches_what_the_container_sees(string more, string? tier) =>
        Verify($"services:\n  a:\n    image: x\n    cap_add: [[|sys_ptrace|]]{more}\n").Single().Tier.Should().Be(tier);

    [TestCase("services:\n  a:\n    image: x\n    cap_add: [NET_BIND_SERVICE]\n    cap_drop: [ALL]\n")]
    [TestCase(
        "services:\n  a:\n    image: x\n    cap_add: [\"${CAP}\", SYS_ADMINISTRATOR]\n    cap_drop: [SYS_ADMIN]\n"
    )]
    [TestCase("services:\n  a:\n    image: x\n    cap_add:\n      - [|All|]\n    cap_drop: [all]\n")]
    public void Only_added_ones_count(string markup) => Verify(markup);
}

internal sealed class RiskyCapabilityTests() : RuleTest("DC3017", Language.Compose)
{
    [TestCase("", "contained")]
    [TestCase("\n    network_mode: host", null)]
    [TestCase("\n    network_mode: service:b\n  b:\n    image: x\n    network_mode: host", null)]
    public void Network_administration_reaches_its_network(string more, string? tier) =>
        Verify($"services:\n  a:\n    image: x\n    cap_add: [[|NET_ADMIN|]]{more}\n").Single().Tier.Should().Be(tier);

    [Test]
    public void Default_escape_and_harmless_ones_are_not_its_own() =>
        Verify(
            "services:\n  a:\n    image: x\n    cap_add: [NET_RAW, SYS_ADMIN, SYS_NICE, IPC_LOCK, [|CAP_SYS_TIME|]]\n"
        );
}

internal sealed class CapabilitiesNotDroppedTests() : RuleTest("DC3004", Language.Compose)
{
    [TestCase("services:\n  a:\n    image: x\n    cap_drop: [all]\n")]
    [TestCase("services:\n  a:\n    image: x\n    cap_drop: [CAP_ALL]\n")]
    [TestCase("services:\n  a:\n    image: x\n    cap_drop: [\"${DROP}\"]\n")]
    [TestCase("services:\n  a:\n    image: x\n    privileged: true\n")]
    [TestCase("services:\n  a:\n    environment: [X=1]\n")]
    [TestCase("services:\n  a:\n    image: x\n    extends: b\n")]
    [TestCase("services:\n  a:\n    image: x\n    extends: {file: base.yaml, service: b}\n")]
    [TestCase("x-hard: &hard\n  cap_drop: [ALL]\nservices:\n  a:\n    <<: *hard\n    image: x\n")]
    [TestCase("services:\n  [|a|]:\n    build: .\n    cap_drop: [NET_RAW]\n")]
    public void Dropping_all_is_asked_of_whole_services(string markup) => Verify(markup);

    [TestCase("compose.override.yaml")]
    [TestCase("deploy/docker-compose.override.yml")]
    public void An_override_is_not_judged(string path) =>
        Verify("services:\n  a:\n    image: x\n", files: null, settings: [], path);

    [Test]
    public void A_folder_of_that_name_does_not_count() =>
        Verify("services:\n  [|a|]:\n    image: x\n", files: null, settings: [], "a.override.b/compose.yaml");
}

internal sealed class NewPrivilegesAllowedTests() : RuleTest("DC3005", Language.Compose)
{
    [TestCase("security_opt: [no-new-privileges]")]
    [TestCase("security_opt: ['no-new-privileges:true']")]
    [TestCase("security_opt: ['no-new-privileges=true', 'label:disable']")]
    [TestCase("security_opt: ['no-new-privileges:${NNP:-true}']")]
    [TestCase("security_opt: ['${OPTION}']")]
    [TestCase("privileged: true")]
    public void Every_spelling_is_taken(string yaml) => Verify($"services:\n  a:\n    image: x\n    {yaml}\n");

    [Test]
    public void Other_options_do_not_count() =>
        Verify("services:\n  [|a|]:\n    image: x\n    security_opt: ['apparmor:unconfined']\n");

    [Test]
    public void Where_it_is_refused_the_entry_is_reported() =>
        Verify("services:\n  a:\n    image: x\n    security_opt:\n      - [|no-new-privileges=false|]\n");

    [TestCase(ComposeTarget.Compose, 1)]
    [TestCase(ComposeTarget.Swarm, 0)]
    public void A_swarm_does_not_know_it(ComposeTarget target, int expected) =>
        Lint.Run(
                "services:\n  a:\n    image: x\n",
                new LintOptions { Rules = Preset.Load("security"), Target = target },
                Language.Compose
            )
            .Findings.Where(finding => finding.Rule == Rule)
            .Should()
            .HaveCount(expected);
}

internal sealed class SeccompUnconfinedTests() : RuleTest("DC3006", Language.Compose)
{
    [TestCase("[|seccomp:unconfined|]")]
    [TestCase("[|seccomp=unconfined|]")]
    [TestCase("'[|seccomp=${PROFILE:-unconfined}|]'")]
    [TestCase("seccomp=${PROFILE}")]
    [TestCase("seccomp:unconfined.json")]
    [TestCase("apparmor:unconfined")]
    public void Only_no_filter_at_all_is_reported(string option) =>
        Verify(
            $"services:\n  a:\n    image: x\n    security_opt:\n      - {option}\n"
                .Replace("'[|", "[|'", StringComparison.Ordinal)
                .Replace("|]'", "'|]", StringComparison.Ordinal)
        );
}

internal sealed class ApparmorUnconfinedTests() : RuleTest("DC3007", Language.Compose)
{
    [Test]
    public void Profiles_are_fine() =>
        Verify(
            "services:\n  a:\n    image: x\n    security_opt: [apparmor=mine, [|apparmor=unconfined|], "
                + "seccomp:unconfined]\n"
        );
}

internal sealed class SelinuxDisabledTests() : RuleTest("DC3008", Language.Compose)
{
    [Test]
    public void Confining_labels_are_fine() =>
        Verify(
            "services:\n  a:\n    image: x\n    security_opt: ['label:type:container_t', 'label=level:s0:c100', "
                + "[|label=disable|], [|'label:type:spc_t'|]]\n"
        );
}

internal sealed class UnmaskedSystemPathsTests() : RuleTest("DC3009", Language.Compose)
{
    [Test]
    public void Both_separators_count() =>
        Verify(
            "services:\n  a:\n    image: x\n    security_opt: [[|'systempaths:unconfined'|], "
                + "[|systempaths=unconfined|], seccomp=unconfined]\n"
        );
}

internal sealed class EscapeDeviceTests() : RuleTest("DC3010", Language.Compose)
{
    [TestCase("[|/dev/sda1|]:/dev/x:r")]
    [TestCase("[|/dev/vdb|]")]
    [TestCase("[|/dev/mmcblk0p1|]")]
    [TestCase("[|/dev/disk/by-id/x|]")]
    [TestCase("[|/dev/./mem|]")]
    [TestCase("[|${DISK:-/dev/sdb}|]")]
    public void Disks_and_memory_are_reported(string device) =>
        Verify($"services:\n  a:\n    image: x\n    devices:\n      - {device}\n");

    [TestCase("/dev/serial0")]
    [TestCase("/dev/video0")]
    [TestCase("/dev/vhost-net")]
    [TestCase("/dev/hidraw0")]
    [TestCase("/dev/hpet")]
    [TestCase("/dev/mdev")]
    [TestCase("/dev/sg0")]
    [TestCase("${DISK}")]
    [TestCase("vendor.example/disk=/dev/sda")]
    public void Other_devices_are_not(string device) =>
        Verify($"services:\n  a:\n    image: x\n    devices:\n      - {device}\n");
}

internal sealed class HostDeviceTests() : RuleTest("DC3018", Language.Compose)
{
    [TestCase("[|/dev/kvm|]")]
    [TestCase("{source: [|/dev/snd|], target: /dev/snd}")]
    [TestCase("/dev/sda")]
    [TestCase("/dev/null")]
    [TestCase("vendor.example/gpu=all")]
    [TestCase("class/86E0D1E0-8089-11D0-9CE4-08003E301F73")]
    [TestCase("${DEVICE}")]
    public void A_known_path_of_hardware_is_reported(string device) =>
        Verify($"services:\n  a:\n    image: x\n    devices:\n      - {device}\n");
}

internal sealed class AllDevicesAllowedTests() : RuleTest("DC3011", Language.Compose)
{
    [TestCase("[|a 7:* rwm|]")]
    [TestCase("[|'b *:* r'|]")]
    [TestCase("[|'b 8:* rwm'|]")]
    [TestCase("'c 1:3 mr'")]
    [TestCase("'${RULE}'")]
    public void A_rule_for_all_or_for_disks_is_reported(string rule) =>
        Verify($"services:\n  a:\n    image: x\n    device_cgroup_rules:\n      - {rule}\n");
}

internal sealed class PrivilegedBuildTests() : RuleTest("DC3012", Language.Compose)
{
    [TestCase("services:\n  a:\n    build: {context: ., privileged: [|yes|]}\n")]
    [TestCase(
        "services:\n  a:\n    privileged: true\n    build: "
            + "{context: ., privileged: false, entitlements: [network.host]}\n"
    )]
    public void Only_the_build_counts(string markup) => Verify(markup);
}

internal sealed class WritableRootFilesystemTests() : RuleTest("DC3013", Language.Compose)
{
    [TestCase("services:\n  [|a|]:\n    image: x\n")]
    [TestCase("services:\n  a:\n    image: x\n    read_only: ${RO}\n")]
    [TestCase("services:\n  a:\n    image: x\n    read_only: 'true'\n")]
    [TestCase("services:\n  a:\n    command: x\n")]
    [TestCase("services:\n  a:\n    command: x\n    read_only: [|false|]\n")]
    public void What_is_not_read_only_is_reported_once_asked_for(string markup) => Verify(markup);
}

internal sealed class DangerousSysctlTests() : RuleTest("DC3014", Language.Compose)
{
    [TestCase("sysctls:\n      [|kernel.core_pattern|]: x")]
    [TestCase("sysctls: [[|vm/overcommit_memory|]=1]")]
    [TestCase("sysctls:\n      net.core.somaxconn: 1\n      kernel.sem: 1\n      kernel.domainname: x")]
    [TestCase("network_mode: host\n    sysctls:\n      [|net.core.somaxconn|]: 1\n      kernel.sem: 1")]
    [TestCase("ipc: host\n    sysctls:\n      [|fs.mqueue.msg_max|]: 1\n      net.core.somaxconn: 1")]
    [TestCase("network_mode: ${MODE}\n    sysctls:\n      net.core.somaxconn: 1")]
    [TestCase("runtime: vm-runtime\n    sysctls:\n      vm.swappiness: 1")]
    [TestCase("sysctls: ['$NAME=1']")]
    public void What_no_own_namespace_holds_is_reported(string yaml) =>
        Verify($"services:\n  a:\n    image: x\n    {yaml}\n");
}

internal sealed class PrivilegedGroupTests() : RuleTest("DC3015", Language.Compose)
{
    [Test]
    public void Names_and_fixed_numbers_count() =>
        Verify(
            "services:\n  a:\n    image: x\n    group_add: [[|disk|], [|0|], [|\"006\"|], 999, video, docker-users, "
                + "\"${GID}\"]\n"
        );
}

internal sealed class PointlessCapabilityTests() : RuleTest("DC3016", Language.Compose)
{
    [TestCase("cap_add: [[|CAP_CHOWN|], NET_RAW, SYS_NICE]")]
    [TestCase("cap_add: [CHOWN]\n    cap_drop: [CHOWN]")]
    [TestCase("cap_add: [CHOWN]\n    cap_drop: [all]")]
    [TestCase("cap_add: [CHOWN]\n    extends: b")]
    [TestCase("privileged: true\n    cap_add:\n      - [|NET_ADMIN|]")]
    [TestCase("privileged: ${P}\n    cap_drop: [NET_RAW]")]
    public void What_changes_nothing_is_reported(string yaml) => Verify($"services:\n  a:\n    image: x\n    {yaml}\n");
}

internal sealed class PrivilegedTests() : RuleTest("DC3001", Language.Compose)
{
    [TestCase("services:\n  a:\n    image: x\n    <<: {privileged: [|true|]}\n")]
    [TestCase("services:\n  a:\n    image: x\n    <<:\n      privileged: [|true|]\n")]
    [TestCase("services:\n  a:\n    image: x\n    <<: [{user: app}, {<<: {privileged: [|true|]}}]\n")]
    [TestCase("services:\n  <<: {a: {image: x, privileged: [|true|]}}\n")]
    [TestCase("<<: {services: {a: {image: x, privileged: [|true|]}}}\n")]
    [TestCase("services:\n  a:\n    image: x\n    post_start: [{command: y, <<: {privileged: [|true|]}}]\n")]
    public void A_mapping_is_merged_without_an_anchor(string markup) => Verify(markup);
}
