using DockerfileLint.Analysis.Audits;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Analysis.Audits;

/// <summary>What each setting of a service is worth.</summary>
internal sealed class ServiceAuditTests
{
    [TestCase("network_mode: host", "network-namespace", "host's", 0, 0)]
    [TestCase("network_mode: none", "network-namespace", "private, with nothing in it", 4, 4)]
    [TestCase("network_mode: ${MODE}", "network-namespace", "unknown: ${MODE}", 0, 4)]
    [TestCase("network_mode: container:vpn", "network-namespace", "shared with vpn", 2, 2)]
    [TestCase("pid: host", "pid-namespace", "host's", 0, 0)]
    [TestCase("ipc: host", "ipc-namespace", "host's", 0, 0)]
    [TestCase("uts: host", "uts-namespace", "host's", 0, 0)]
    [TestCase("userns_mode: host", "user-namespace", "host's", 0, 0)]
    [TestCase("cgroup: host", "cgroup-namespace", "host's", 0, 0)]
    [TestCase("tty: true", "mount-namespace", "private", 0, 0)]
    [TestCase("mem_limit: 512m", "memory", "512 MiB", 4, 4)]
    [TestCase("deploy: {resources: {limits: {memory: 1536M}}}", "memory", "1.5 GiB", 4, 4)]
    [TestCase("mem_limit: ${LIMIT}", "memory", "unknown: ${LIMIT}", 0, 4)]
    [TestCase("cpus: 0.5", "cpu", "0.5", 2, 2)]
    [TestCase("pids_limit: 200", "pids", "200", 3, 3)]
    [TestCase("pids_limit: -1", "pids", "no limit", 0, 0)]
    [TestCase("blkio_config: {device_read_bps: [{path: /dev/sda, rate: 1mb}]}", "block-io", "limited", 1, 1)]
    [TestCase("mem_limit: 512m", "swap", "512 MiB", 1, 1)]
    [TestCase("mem_limit: 512m\nmemswap_limit: -1", "swap", "no limit", 0, 0)]
    [TestCase("user: \"1000\"", "user", "1000", 12, 12)]
    [TestCase("user: root", "user", "root", 0, 0)]
    [TestCase("user: ${WHO}", "user", "unknown: ${WHO}", 0, 12)]
    [TestCase("tty: true", "user", "unknown", 0, 12)]
    [TestCase("image: debian:13", "user", "root", 0, 0)]
    [TestCase("image: postgres:18", "user", "root, given up by gosu", 6, 6)]
    [TestCase("user: root", "user-remapping", "would help: root here is root of the host without it", 0, 0)]
    [TestCase("privileged: true", "privileged", "yes", 0, 0)]
    [TestCase("privileged: true", "capabilities", "all", 0, 0)]
    [TestCase("privileged: true", "seccomp", "off", 0, 0)]
    [TestCase("privileged: true", "apparmor", "off", 0, 0)]
    [TestCase("privileged: true", "selinux", "off", 0, 0)]
    [TestCase("privileged: true", "system-paths", "open", 0, 0)]
    [TestCase("privileged: true", "devices", "all of the host", 0, 0)]
    [TestCase("privileged: ${MODE}", "seccomp", "as the engine sets it", 0, 5)]
    [TestCase("cap_drop: [ALL]", "capabilities", "none", 8, 8)]
    [TestCase("cap_drop: [ALL]", "capabilities-dropped", "ALL", 0, 0)]
    [TestCase("cap_drop: [ALL]\ncap_add: [CHOWN]", "capabilities", "CHOWN", 7, 7)]
    [TestCase("cap_drop: [ALL]\ncap_add: [NET_ADMIN]", "capabilities", "NET_ADMIN", 2, 2)]
    [TestCase("cap_drop: [ALL]\ncap_add: [SYS_ADMIN]", "capabilities", "SYS_ADMIN", 0, 0)]
    [TestCase("cap_drop: [ALL]\ncap_add: [SYS_ADMIN]", "capabilities-added", "SYS_ADMIN", 0, 0)]
    [TestCase("cap_add: ['${CAP}']", "capabilities", "unknown", 0, 8)]
    [TestCase("user: \"1000\"", "capabilities-effective", "none", 0, 0)]
    [TestCase("security_opt: [no-new-privileges:true]", "no-new-privileges", "refused", 4, 4)]
    [TestCase("security_opt: [seccomp:unconfined]", "seccomp", "off", 0, 0)]
    [TestCase("security_opt: [apparmor:unconfined]", "apparmor", "off", 0, 0)]
    [TestCase("security_opt: [apparmor:web]", "apparmor", "web", 2, 2)]
    [TestCase("security_opt: [label:disable]", "selinux", "off", 0, 0)]
    [TestCase("security_opt: [systempaths=unconfined]", "system-paths", "open", 0, 0)]
    [TestCase("read_only: true", "root-file-system", "read-only", 4, 4)]
    [TestCase("devices: [/dev/sda]", "devices", "/dev/sda", 0, 0)]
    [TestCase("devices: [/dev/kvm]", "devices", "/dev/kvm", 2, 2)]
    [TestCase("devices: [/dev/net/tun]", "devices", "/dev/net/tun", 4, 4)]
    [TestCase("device_cgroup_rules: ['a *:* rwm']", "devices", "a *:* rwm", 0, 0)]
    [TestCase("volumes: [/var/run/docker.sock:/s:ro]", "engine-sockets", "/var/run/docker.sock", 0, 0)]
    [TestCase("volumes: ['/run:/host:ro']", "engine-sockets", "in /run", 0, 0)]
    [TestCase("use_api_socket: true", "engine-sockets", "/var/run/docker.sock", 0, 0)]
    [TestCase("volumes: ['/etc:/host']", "host-mounts", "/etc", 0, 0)]
    [TestCase("volumes: ['/etc:/host:ro']", "host-mounts", "/etc (read-only)", 3, 3)]
    [TestCase("volumes: ['/home:/host:ro']", "host-mounts", "/home (read-only)", 4, 4)]
    [TestCase("volumes: ['/data/web:/data']", "host-mounts", "/data/web", 6, 6)]
    [TestCase("volumes: ['/data/web:/data:rshared']", "host-mounts", "/data/web", 2, 2)]
    [TestCase("ports: ['80:80']", "published-ports", "80:80", 0, 0)]
    [TestCase("ports: ['127.0.0.1:80:80']", "published-ports", "127.0.0.1:80:80", 2, 2)]
    [TestCase("network_mode: host", "published-ports", "all that it opens", 0, 0)]
    [TestCase("environment: {DB_PASSWORD: hunter2}", "secrets", "DB_PASSWORD in plain text", 0, 0)]
    [TestCase("secrets: [key]", "secrets", "key", 3, 3)]
    public void A_setting_is_shown_with_its_points(string keys, string control, string value, int lower, int upper)
    {
        ControlAssessment row = AuditTest.AuditService(keys).Find(control)!;

        row.Value.Should().Be(value);
        (row.LowerPoints, row.UpperPoints).Should().Be((lower, upper));
    }

    [Test]
    public void The_weights_of_a_service_are_100() =>
        AuditTest.AuditService("tty: true").Controls.Sum(control => control.Weight).Should().Be(100);

    [Test]
    public void The_rows_are_those_of_the_table_in_its_order() =>
        AuditTest
            .AuditService("tty: true")
            .Controls.Select(control => control.Control)
            .Should()
            .Equal(AuditControl.All);

    [Test]
    public void A_lost_point_names_place_rule_and_finding()
    {
        ControlAssessment row = AuditTest.AuditService("pid: host").Find("pid-namespace")!;

        row.Place!.ToString().Should().Be("compose.yaml:4:10");
        row.RuleId.Should().Be("DC2001");
        row.Finding!.Rule.Id.Should().Be("DC2001");
        row.Remedy.Should().Be("Remove 'pid'.");
        row.Steps.Should().HaveCount(2);
    }

    [Test]
    public void A_rule_that_says_several_things_at_once_is_named_for_each() =>
        AuditTest.AuditService("tty: true").Find("memory")!.Finding!.Rule.Id.Should().Be("DC3020");

    [Test]
    public void A_rule_that_is_suppressed_is_named_without_its_finding()
    {
        ControlAssessment row = AuditTest
            .AuditService("# dockerfile-lint ignore=DC2001 reason=an agent\npid: host")
            .Find("pid-namespace")!;

        row.RuleId.Should().Be("DC2001");
        row.Finding.Should().BeNull();
    }

    [Test]
    public void What_is_unknown_makes_a_range()
    {
        ServiceAudit service = AuditTest.AuditService("tty: true");

        service.Index.Should().Be(new HardeningIndex(65, 77));
        service.Index.ToString().Should().Be("65\u201377");
    }

    [Test]
    public void A_service_that_extends_a_file_out_of_reach_is_unknown_where_it_says_nothing()
    {
        ServiceAudit service = AuditTest.AuditService("extends: {file: ../base.yaml, service: web}\npid: host");

        service.Find("memory")!.State.Should().Be(ControlState.Unknown);
        service.Find("pid-namespace")!.State.Should().Be(ControlState.Open);
    }

    [Test]
    public void A_stack_is_judged_by_the_keys_that_it_knows()
    {
        ServiceAudit service = AuditTest.AuditService("privileged: true\nread_only: true", ComposeTarget.Swarm);

        service.Find("privileged").Should().BeNull();
        service.Find("no-new-privileges").Should().BeNull();
        service.Find("root-file-system")!.State.Should().Be(ControlState.Kept);
    }

    [Test]
    public void A_service_that_has_all_has_100() =>
        AuditTest
            .AuditService(
                "user: \"1000\"\ncap_drop: [ALL]\nread_only: true\nsecurity_opt: [no-new-privileges:true]\n"
                    + "mem_limit: 512m\ncpus: 1\npids_limit: 100\n"
                    + "blkio_config: {device_read_bps: [{path: /dev/sda, rate: 1mb}]}"
            )
            .Index.Should()
            .Be(new HardeningIndex(100, 100));

    [Test]
    public void A_secret_of_the_image_below_is_in_the_image()
    {
        var files = new InMemoryFiles
        {
            ["compose.yaml"] = """
                services:
                  base:
                    build: {context: base}
                  web:
                    build:
                      context: web
                      additional_contexts: {below: "service:base"}
                """,
            ["base/Dockerfile"] = "FROM debian:13\nENV API_TOKEN=s3cr3t-v4lue\n",
            ["web/Dockerfile"] = "FROM below\nENV API_TOKEN=\n",
        };

        ControlAssessment row = AuditTest
            .Audit(files, ["compose.yaml"])
            .Projects.Single()
            .Services.Single(service => service.Name == "web")
            .Controls.Single(each => each.Control.Id == "secrets");

        row.Value.Should().Be("API_TOKEN in the image");
        row.LowerPoints.Should().Be(0);
        row.Place!.File.Path.Should().Be("base/Dockerfile");
    }

    [TestCase("FROM debian:13\n", "root", 3 * 100 / 15, 3 * 100 / 15)]
    [TestCase("FROM debian:13\nUSER 1000\n", "1000", 100, 100)]
    [TestCase("FROM example/base:1\n", "unknown: the base image decides", 3 * 100 / 15, 100)]
    [TestCase("FROM debian:13\nENV API_TOKEN=s3cr3t-v4lue\nUSER 1000\n", "1000", 12 * 100 / 15, 12 * 100 / 15)]
    public void A_Dockerfile_has_the_rows_that_its_image_decides(string text, string user, int lower, int upper)
    {
        ServiceAudit image = AuditTest.Audit("Dockerfile", text);

        image.Controls.Select(row => row.Control.Id).Should().Equal("user", "published-ports", "secrets");
        image.Find("user")!.Value.Should().Be(user);
        image.Index.Should().Be(new HardeningIndex(lower, upper));
    }
}
