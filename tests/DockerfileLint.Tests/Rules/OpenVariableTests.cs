using DockerfileLint.Analysis.Languages;
using DockerfileLint.Diagnostics;
using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules;

/// <summary>Variables that nobody sets are empty for Compose, so that they hide nothing.</summary>
internal sealed class OpenVariableTests
{
    private static IReadOnlyList<Finding> Find(string lines, string id, InMemoryFiles? files = null) =>
        [
            .. Lint.Run(
                    Lint.CreateFile("services:\n  a:\n    image: x:1\n" + lines + "\n", Language.Compose),
                    Language.Compose,
                    files
                )
                .Findings.Where(finding => finding.Rule.Id == id),
        ];

    [TestCase("    privileged: true${X}", "DC3001")]
    [TestCase("    privileged: ${X}true", "DC3001")]
    [TestCase("    privileged: tr${X}ue", "DC3001")]
    [TestCase("    privileged: \"$X${Y}true\"", "DC3001")]
    [TestCase("    privileged: ${X:-true${Y}}", "DC3001")]
    [TestCase("    privileged: true${X:+x}", "DC3001")]
    [TestCase("    privileged: true${UID}", "DC3001")]
    [TestCase("    post_start: [{command: y, privileged: 'true${X}'}]", "DC3001")]
    [TestCase("    pid: host${X}", "DC2001")]
    [TestCase("    pid: service:b${X}\n  b: {image: 'x:1', pid: 'ho${X}st'}", "DC2001")]
    [TestCase("    network_mode: ho${X}st", "DC2003")]
    [TestCase("    ipc: ${X}host", "DC2002")]
    [TestCase("    uts: ${X-}host${Y}", "DC2004")]
    [TestCase("    userns_mode: host$X", "DC2005")]
    [TestCase("    cgroup: host$X", "DC2006")]
    [TestCase("    cap_add: ['SYS_ADMIN${X}']", "DC3003")]
    [TestCase("    cap_add: ['${X}NET_ADMIN']", "DC3017")]
    [TestCase("    security_opt: ['seccomp=unconfined${X}']", "DC3006")]
    [TestCase("    security_opt: ['app${X}armor:unconfined']", "DC3007")]
    [TestCase("    security_opt: ['label${X}=disable']", "DC3008")]
    [TestCase("    security_opt: ['systempaths=${X}unconfined']", "DC3009")]
    [TestCase("    devices: ['/dev/sda${X}']", "DC3010")]
    [TestCase("    devices: [{source: '/dev/mem${X}', target: /m}]", "DC3010")]
    [TestCase("    device_cgroup_rules: ['${X}a *:* rwm']", "DC3011")]
    [TestCase("    sysctls: ['kernel.core_pattern${X}=x']", "DC3014")]
    [TestCase("    group_add: ['docker${X}']", "DC3015")]
    [TestCase("    user: ro${X}ot", "DC3002")]
    [TestCase("    volumes: ['/var/run/docker.sock${X}:/s']", "DC2009")]
    [TestCase("    volumes: ['${X}/var/run/docker.sock:/s']", "DC2009")]
    [TestCase("    volumes: ['${X:-/proc:/s${Y}}']", "DC2008")]
    [TestCase("    volumes: [{type: 'bi${X}nd', source: /var/run/docker.sock, target: /s}]", "DC2009")]
    [TestCase(
        "    volumes: ['vol${X}:/s']\nvolumes: {vol: {driver_opts: {o: '${X}bind', device: '/etc${X}'}}}",
        "DC2008"
    )]
    [TestCase("    volumes: ['./x:/x:rsh${X}ared']", "DC2011")]
    [TestCase("    volumes_from: ['${X}a']", "DC2013")]
    [TestCase("    volumes: ['${HOME}${X}/.ssh:/x']", "DC2015")]
    [TestCase("    use_api_socket: true\n    ports: ['0.0.0.0${X}:2375:2375']", "DC5002")]
    [TestCase("    ports: ['22:2${X}2']", "DC5004")]
    [TestCase("    build: {context: ., privileged: 'true${X}'}", "DC3012")]
    [TestCase("    build: {context: ., network: 'host${X}'}", "DC2014")]
    [TestCase("    environment: ['NODE_TLS_REJECT_UNAUTHORIZED${X}=0']", "DC5010")]
    [TestCase("    environment: ['DB_PASSWORD${X}=hunter2hunter2']", "DC5005")]
    [TestCase("    environment: {DB_PASSWORD: 'hunter2hunter2${X}'}", "DC5005")]
    public void Hide_nothing(string lines, string id) => Find(lines, id).Should().NotBeEmpty();

    [TestCase("    privileged: ${X}", "DC3001")]
    [TestCase("    privileged: true${PATH}", "DC3001")]
    [TestCase("    privileged: true${X:?}", "DC3001")]
    [TestCase("    privileged: ${X:+true}", "DC3001")]
    [TestCase("    cap_add: ['${X}']", "DC3003")]
    [TestCase("    volumes: ['${HOME}/etc:/x', '${X}:/y', '${X}/data:/z']", "DC2008")]
    [TestCase("    ports: ['${PORT}:80', '${PORT}:${PORT}', '${PORTS}']", "DC5001")]
    [TestCase("    user: ${U}:${G}", "DC3002")]
    [TestCase("    environment: {DB_PASSWORD: '${X}', API_TOKEN: '${Y}${Z}'}", "DC5005")]
    public void Nothing_is_made_of_emptiness(string lines, string id) => Find(lines, id).Should().BeEmpty();

    [TestCase("${PATH:+true}")]
    [TestCase("${PATH+true}")]
    [TestCase("${HOME:+${USER:+true}}")]
    [TestCase("${CI:+true}")]
    public void What_callers_have_is_set(string value) =>
        Find($"    privileged: {value}", "DC3001").Should().ContainSingle();

    [Test]
    public void The_finding_names_what_it_rests_on() =>
        Find("    privileged: ${A}true$B", "DC3001")
            .Single()
            .RelatedLocations.Single()
            .Message.Should()
            .Be("This holds where nobody sets 'A', 'B': Compose takes what is not set as empty.");

    [Test]
    public void A_finding_that_holds_anyway_is_said_once()
    {
        Finding finding = Find("    volumes: ['/etc:/x${X}']", "DC2008").Should().ContainSingle().Subject;
        finding.RelatedLocations.Should().BeEmpty();
    }

    [Test]
    public void An_environment_file_may_hold_them() =>
        Find("    privileged: ${A}", "DC3001", new InMemoryFiles { [".env"] = "A=true${X}\n" })
            .Should()
            .ContainSingle();

    [Test]
    public void What_is_merged_from_files_holds_them() =>
        Find(
                "    extends: {file: base.yaml, service: b}\n    cap_add: [\"${X}SYS_ADMIN\"]",
                "DC3003",
                new InMemoryFiles { ["base.yaml"] = "services: {b: {cap_add: [CHOWN]}}\n" }
            )
            .Should()
            .ContainSingle();
}
