using DockerfileLint.Analysis.Languages;
using DockerfileLint.Diagnostics;
using DockerfileLint.Tests.Testing;
using DockerfileLint.Text;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Mounts;

/// <summary>The same power over a host in other words.</summary>
internal sealed class HostAccessTests
{
    private static string[] Ids(string lines, string path = "compose.yaml", InMemoryFiles? files = null) =>
        [
            .. Lint.Run(
                    new SourceFile(path, SourceText.From("services:\n  a:\n    image: x:1\n" + lines + "\n")),
                    Language.Compose,
                    files
                )
                .Findings.Where(finding => finding.Severity >= Severity.Warning)
                .Select(finding => finding.Rule.Id),
        ];

    [TestCase("../var/run/docker.sock", "DC2009")]
    [TestCase("./../../../run/docker.sock", "DC2009")]
    [TestCase("./x/../../../var/run/docker.sock", "DC2009")]
    [TestCase("~/../../var/run/docker.sock", "DC2009")]
    [TestCase("~/../var/run/docker.sock", "DC2009")]
    [TestCase("${PWD}/../../var/run/docker.sock", "DC2009")]
    [TestCase("$HOME/../../run/docker.sock", "DC2009")]
    [TestCase("~/../../run/dbus/system_bus_socket", "DC2016")]
    [TestCase("../../../..", "DC2008")]
    [TestCase("${PWD}/../../../../etc", "DC2008")]
    [TestCase("~/../../etc", "DC2008")]
    [TestCase("~/../..", "DC2008")]
    [TestCase("~/..", "DC2015")]
    [TestCase("/run/containerd", "DC2008")]
    [TestCase("/var/run/containerd/x", "DC2008")]
    [TestCase("/run/podman", "DC2008")]
    [TestCase("/var/run/crio", "DC2008")]
    [TestCase("/run/user/1000", "DC2008")]
    [TestCase("/run/user", "DC2008")]
    [TestCase("/var/lib", "DC2008")]
    [TestCase("/var/spool/cron/crontabs", "DC2008")]
    [TestCase("/var/lib/containers/storage", "DC2008")]
    [TestCase("/private/etc", "DC2008")]
    [TestCase("/private/var/run/docker.sock", "DC2009")]
    [TestCase("/var/snap/lxd/common/lxd/unix.socket", "DC2009")]
    [TestCase("/var/lib/lxd/unix.socket", "DC2009")]
    [TestCase("/run/dbus/system_bus_socket", "DC2016")]
    [TestCase("/var/run/dbus", "DC2016")]
    [TestCase("/run/snapd.socket", "DC2016")]
    [TestCase("/run/user/1000/bus", "DC2016")]
    [TestCase("/run/systemd/private", "DC2016")]
    public void Mounts_are_reported_in_both_forms(string source, string id)
    {
        Ids($"    volumes: ['{source}:/x']").Should().Equal(id);
        Ids($"    volumes: [{{type: bind, source: '{source}', target: /x}}]").Should().Equal(id);
    }

    [TestCase("//./pipe/dockerDesktopLinuxEngine")]
    [TestCase("//./pipe/containerd-containerd")]
    public void Pipes_of_engines_are_reported(string source) =>
        Ids($"    volumes: ['{source}:{source}']").Should().Equal("DC2009");

    [TestCase("../etc")]
    [TestCase("../..")]
    [TestCase("./var/run/docker.sock")]
    [TestCase("../data/run")]
    [TestCase("${PWD}/../shared")]
    [TestCase("${HOME}/projects/../x")]
    [TestCase("/run/user/1000/pulse")]
    [TestCase("/run/udev")]
    [TestCase("/var/lib/mysql")]
    public void What_stays_near_or_is_data_is_not(string source) =>
        Ids($"    volumes: ['{source}:/x']").Should().BeEmpty();

    [TestCase("../../var/run/docker.sock", "DC2009")]
    [TestCase("../var/run/docker.sock", null)]
    [TestCase("../../../..", "DC2008")]
    [TestCase("../../..", null)]
    public void The_folder_of_the_file_counts(string source, string? id) =>
        Ids($"    volumes: ['{source}:/x']", "sub/compose.yaml")
            .Should()
            .Equal(id is null ? Array.Empty<string>() : [id]);

    [TestCase("secrets: [s]\nsecrets: {s: {file: /var/run/docker.sock}}", "DC2009")]
    [TestCase("configs: [{source: s, target: /x}]\nconfigs: {s: {file: ~/../../run/docker.sock}}", "DC2009")]
    [TestCase("secrets: [s]\nsecrets: {s: {file: '/var/run/docker.sock${X}'}}", "DC2009")]
    [TestCase("configs: [s]\nconfigs: {s: {file: /etc/shadow}}", "DC2008")]
    [TestCase("secrets: [s]\nsecrets: {s: {file: /run/dbus/system_bus_socket}}", "DC2016")]
    public void The_file_of_a_secret_or_config_is_mounted(string lines, string id) =>
        Ids("    " + lines).Should().Equal(id);

    [TestCase("{driver: '', driver_opts: {type: none, o: bind, device: /etc}}", "DC2008 DC2012")]
    [TestCase("{driver_opts: {type: none, o: rbind, device: /var/run/docker.sock}}", "DC2009 DC2012")]
    [TestCase("{driver_opts: {o: bind, device: ../../../../etc}}", "DC2008 DC2012")]
    [TestCase("{driver_opts: {type: ext4, device: /dev/sda1}}", "DC2008")]
    [TestCase("{driver_opts: {type: ext4, device: '/dev/sda1${X}'}}", "DC2008")]
    [TestCase("{driver_opts: {type: xfs, device: /dev/mapper/root}}", "DC2008")]
    [TestCase("{driver_opts: {type: overlay, device: overlay, o: 'lowerdir=/,upperdir=/u,workdir=/w'}}", "DC2008")]
    [TestCase("{driver_opts: {type: overlay, device: overlay, o: 'lowerdir=/x:/etc'}}", "DC2008")]
    [TestCase("{driver_opts: {type: proc, device: proc}}", "DC2008")]
    [TestCase("{driver_opts: {type: sysfs, device: x}}", "DC2008")]
    [TestCase("{driver_opts: {type: nfs, o: 'addr=10.0.0.9', device: ':/etc'}}", "")]
    [TestCase("{driver_opts: {type: tmpfs, device: tmpfs}}", "")]
    [TestCase("{driver: other, driver_opts: {o: bind, device: /etc}}", "")]
    public void The_options_of_a_volume_are_those_of_mount(string volume, string ids)
    {
        Ids($"    volumes: ['vol:/x']\nvolumes: {{vol: {volume}}}").Should().Equal(Split(ids));
        Ids($"    volumes: [{{type: volume, source: vol, target: /x}}]\nvolumes: {{vol: {volume}}}")
            .Should()
            .Equal(Split(ids));
    }

    [TestCase("b 8:0 rwm", true)]
    [TestCase("b 259:* r", true)]
    [TestCase("c 1:1 r", true)]
    [TestCase("c 1:* rwm", true)]
    [TestCase("c 1:4 rw", true)]
    [TestCase("c 1:3 rwm", false)]
    [TestCase("c 188:* rmw", false)]
    [TestCase("b 11:0 r", false)]
    [TestCase("b 8:0 m", false)]
    public void Rules_for_disks_and_memory_are_reported(string rule, bool isReported) =>
        Ids("    device_cgroup_rules:\n      - " + rule)
            .Should()
            .Equal(isReported ? ["DC3011"] : Array.Empty<string>());

    [TestCase("    networks: [n]\nnetworks: {n: {external: true, name: host}}", true)]
    [TestCase("    networks: {n: {aliases: [x]}}\nnetworks: {n: {external: true, name: 'ho${X}st'}}", true)]
    [TestCase("    networks: [host]\nnetworks: {host: {external: true}}", true)]
    [TestCase("    networks: [n]\nnetworks: {n: {external: {name: host}}}", true)]
    [TestCase("networks: {default: {external: true, name: host}}", true)]
    [TestCase("    networks: [host]\nnetworks: {host: {}}", false)]
    [TestCase("    networks: [host]\nnetworks: {host: {external: true, name: proxy}}", false)]
    public void An_external_network_may_be_the_host(string lines, bool isReported) =>
        Ids(lines).Should().Equal(isReported ? ["DC2003"] : Array.Empty<string>());

    [TestCase("{DOCKER_HOST: 'tcp://172.17.0.1:2375'}", true)]
    [TestCase("{DOCKER_HOST: 'tcp://host.docker.internal'}", true)]
    [TestCase("['DOCKER_HOST=tcp://10.0.0.1:2375${X}']", true)]
    [TestCase("['BUILDKIT_HOST=tcp://10.0.0.1:1234']", true)]
    [TestCase("{DOCKER_HOST: 'tcp://b:2375'}", false)]
    [TestCase("{DOCKER_HOST: 'tcp://engine:2375'}", false)]
    [TestCase("{DOCKER_HOST: 'tcp://localhost:2375'}", false)]
    [TestCase("{DOCKER_HOST: 'tcp://10.0.0.1:2376'}", false)]
    [TestCase("{DOCKER_HOST: 'tcp://10.0.0.1:2375', DOCKER_TLS_VERIFY: '1'}", false)]
    [TestCase("{DOCKER_HOST: 'unix:///run/x.sock'}", false)]
    [TestCase("{DOCKER_HOST: '${DOCKER_HOST}'}", false)]
    public void An_engine_over_plain_TCP_is_one(string environment, bool isReported) =>
        Ids(
                $"    environment: {environment}\n  b: {{image: 'y:1', networks: {{n: {{aliases: [engine]}}}}}}\n"
                    + "networks: {n: }"
            )
            .Should()
            .Equal(isReported ? ["DC2017"] : Array.Empty<string>());

    [Test]
    public void A_loopback_address_is_the_host_in_its_network() =>
        Ids("    network_mode: host\n    environment: ['DOCKER_HOST=tcp://localhost:2375']")
            .Should()
            .Equal("DC2003", "DC2017");

    [TestCase("./x", true)]
    [TestCase("scripts/x", true)]
    [TestCase("/usr/bin/env", true)]
    [TestCase("./x${Y}", true)]
    [TestCase("model", false)]
    public void A_provider_by_path_runs_on_the_host(string type, bool isReported) =>
        Ids($"  b:\n    provider: {{type: '{type}'}}").Should().Equal(isReported ? ["DC3019"] : Array.Empty<string>());

    [TestCase("{\"defaultAction\": \"SCMP_ACT_ALLOW\"}", true)]
    [TestCase("{\n\t\"syscalls\": [],\n\t\"defaultAction\":\t\"SCMP_ACT_ALLOW\"\n}\n", true)]
    [TestCase("{\"DefaultAction\": \"SCMP_ACT_LOG\", \"syscalls\": [{\"names\": [\"x\"]}]}", true)]
    [TestCase("{\"defaultAction\": \"SCMP_ACT_ERRNO\", \"x\": {\"defaultAction\": \"SCMP_ACT_ALLOW\"}}", false)]
    [TestCase("no profile", false)]
    [TestCase("", false)]
    public void A_seccomp_profile_that_allows_by_default_is_none(string profile, bool isReported)
    {
        var files = new InMemoryFiles { ["sub/seccomp.json"] = profile };
        string[] expected = isReported ? ["DC3006"] : [];
        Ids("    security_opt: ['seccomp=./seccomp.json']", "sub/compose.yaml", files).Should().Equal(expected);
        Ids("    security_opt: ['seccomp:sub/seccomp.json${X}']", "compose.yaml", files).Should().Equal(expected);
    }

    [Test]
    public void A_profile_that_is_not_there_is_not_judged() =>
        Ids("    security_opt: ['seccomp=./x.json', 'seccomp=../x.json']", files: new InMemoryFiles())
            .Should()
            .BeEmpty();

    [TestCase("privileged: true", "DC3001")]
    [TestCase("privileged: 'true${X}'", "DC3001")]
    public void What_watching_runs_is_a_hook(string line, string id) =>
        Ids($"    develop: {{watch: [{{path: ., action: sync+exec, target: /x, exec: {{command: y, {line}}}}}]}}")
            .Should()
            .Equal(id);

    private static string[] Split(string ids) => ids.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
