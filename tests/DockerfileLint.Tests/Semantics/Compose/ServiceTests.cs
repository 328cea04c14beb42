using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Tests.Syntax.Yaml;
using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Semantics.Compose;

[TestFixture]
internal sealed class ServiceTests
{
    private static Service First(string yaml) =>
        Model("services:\n  web:\n" + string.Concat(yaml.Split('\n').Select(line => "    " + line + "\n"))).Services[0];

    private static ComposeModel Model(string text) => ComposeModel.Create(YamlSample.Parse(text));

    [TestCase("privileged: true", true, Certainty.Known)]
    [TestCase("privileged: \"yes\"", true, Certainty.Known)]
    [TestCase("privileged: 'True'", true, Certainty.Known)]
    [TestCase("privileged: ${P:-true}", true, Certainty.Default)]
    [TestCase("privileged: off", false, Certainty.Known)]
    public void Privileged_takes_every_spelling(string yaml, bool value, Certainty certainty)
    {
        Fact<bool> privileged = First(yaml).Privileged!.Value;
        (privileged.KnownValue(), privileged.Certainty).Should().Be((value, certainty));
    }

    [Test]
    public void Who_is_privileged_by_a_variable_may_be_so_or_not()
    {
        Fact<bool>? privileged = First("privileged: ${P}").Privileged;
        (privileged.IsCertainly(true), privileged.IsCertainly(false)).Should().Be((false, false));
        (privileged.MayBe(true), privileged.MayBe(false)).Should().Be((true, true));
    }

    [TestCase("image: x")]
    [TestCase("privileged:")]
    [TestCase("privileged: maybe")]
    [TestCase("privileged: [true]")]
    public void Privileged_is_null_where_nothing_says_so(string yaml)
    {
        First(yaml).Privileged.Should().BeNull();
    }

    [Test]
    public void Hooks_have_their_own_privileges_and_users()
    {
        Service service = First(
            "post_start:\n  - command: x\n    privileged: true\n    user: root\npre_stop:\n  - command: y"
        );
        service
            .Hooks.Select(hook => (hook.Key, hook.Privileged?.KnownValue(), hook.User?.KnownValue().IsRoot))
            .Should()
            .Equal(("post_start", true, true), ("pre_stop", null, null));
    }

    [TestCase("user: root", true, Certainty.Known, "root")]
    [TestCase("user: 0", true, Certainty.Known, "0")]
    [TestCase("user: \"0:0\"", true, Certainty.Known, "\"0:0\"")]
    [TestCase("user: ${U:-root}", true, Certainty.Default, "${U:-root}")]
    [TestCase("user: ${U}:${G}", false, Certainty.Unknown, "${U}:${G}")]
    [TestCase("user: '1000'", false, Certainty.Known, "'1000'")]
    public void The_user_is_known_with_its_place(string yaml, bool isRoot, Certainty certainty, string source)
    {
        Fact<UserSpecification> user = First(yaml).User!.Value;
        (user.IsCertainly(known => known.IsRoot), user.Certainty, user.Span.GetText())
            .Should()
            .Be((isRoot, certainty, source));
    }

    [Test]
    public void A_fact_from_an_anchor_or_a_merge_key_lies_where_it_is_written()
    {
        ComposeModel model = Model(
            "x-base: &base\n  pid: host\n  user: &u root\nservices:\n  a:\n    <<: *base\n  b:\n    user: *u\n"
        );
        NamespaceSetting pid = model.Services[0].Pid!;
        pid.IsHost.KnownValue().Should().BeTrue();
        model.File.Text.GetLinePosition(pid.Span.Start).ToString().Should().Be("2:8");
        model.File.Text.GetLinePosition(model.Services[1].User!.Value.Span.Start).ToString().Should().Be("3:12");
    }

    [Test]
    public void Joined_namespaces_are_followed_to_the_end()
    {
        ComposeModel model = Model(
            "services:\n  a: {pid: 'service:b'}\n  b: {pid: 'container:see'}\n  c: "
                + "{pid: host, container_name: see}\n  d: {pid: 'container:unknown'}\n  e: {pid: 'service:f'}\n  f: "
                + "{pid: 'service:e'}\n  g: {pid: 'service:h'}\n  h: {}\n"
        );
        model
            .Services.Select(service => service.Pid?.IsHost.KnownValue())
            .Should()
            .Equal(true, true, true, false, false, false, false, null);
        model.Services[0].Pid!.Origin!.Service.Name.Should().Be("c");
        model.Services[3].Pid!.Origin!.Mode.KnownValue().Should().Be(NamespaceMode.Container);
        model.Services[4].Pid!.Origin.Should().BeNull();
        model.Services[6].Pid!.Origin.Should().BeNull();
    }

    [TestCase("network_mode: host", NamespaceMode.Host)]
    [TestCase("network_mode: bridge", NamespaceMode.Private)]
    [TestCase("network_mode: none", NamespaceMode.None)]
    [TestCase("network_mode: my-net", NamespaceMode.Other)]
    [TestCase("network_mode: ${NET:-host}", NamespaceMode.Host)]
    [TestCase("network_mode: service:x", NamespaceMode.Service)]
    [TestCase("network_mode: service:${NAME}", NamespaceMode.Service)]
    public void Network_modes_are_told_apart(string yaml, NamespaceMode mode)
    {
        First(yaml).Network!.Mode.KnownValue().Should().Be(mode);
    }

    [TestCase("pid: ${PID}")]
    [TestCase("pid: service:${NAME}")]
    public void Whose_namespace_it_is_may_be_unknown(string yaml)
    {
        NamespaceSetting pid = First(yaml).Pid!;
        (pid.IsHost.IsCertainly(true), pid.IsHost.MayBe(true)).Should().Be((false, true));
    }

    [Test]
    public void A_joined_namespace_is_as_unknown_as_that_of_the_joined_service()
    {
        ComposeModel model = Model("services:\n  a: {pid: 'service:b'}\n  b: {pid: '${PID}'}\n");
        model.Services[0].Pid!.IsHost.Certainty.Should().Be(Certainty.Unknown);
    }

    [Test]
    public void Ipc_can_be_shareable()
    {
        First("ipc: shareable").Ipc!.Mode.KnownValue().Should().Be(NamespaceMode.Shareable);
    }

    [TestCase("- /var/run/docker.sock:/var/run/docker.sock:ro", "/var/run/docker.sock", "/var/run/docker.sock", true)]
    [TestCase("- '/etc/:/host'", "/etc", "/etc/", false)]
    [TestCase("- //proc/../sys/.:/host:rw", "/sys", "//proc/../sys/.", false)]
    [TestCase("- ${ROOT:-/}:/rootfs:ro", "/", "${ROOT:-/}", true)]
    [TestCase("- {type: bind, source: /boot, target: /x, read_only: true}", "/boot", "/boot", true)]
    [TestCase(
        "- type: npipe\n    source: \\\\.\\pipe\\docker_engine\n    target: x",
        "\\\\.\\pipe\\docker_engine",
        "\\\\.\\pipe\\docker_engine",
        false
    )]
    public void Host_paths_of_mounts_are_known_with_their_place(
        string entry,
        string hostPath,
        string source,
        bool isReadOnly
    )
    {
        Mount mount = First("volumes:\n  " + entry).Mounts.Should().ContainSingle().Subject;
        mount.HostPath.KnownValue().Should().Be(hostPath);
        mount.HostPath!.Value.Span.GetText().Should().Be(source);
        mount.IsReadOnly.KnownValue().Should().Be(isReadOnly);
    }

    [TestCase("- data:/data")]
    [TestCase("- /var/run/docker.sock")]
    [TestCase("- ${DATA}:/data")]
    [TestCase("- {type: volume, source: /etc, target: /x}")]
    [TestCase("- {type: tmpfs, target: /x}")]
    public void Other_mounts_have_no_host_path(string entry)
    {
        First("volumes:\n  " + entry).Mounts.Should().ContainSingle().Which.HostPath.Should().BeNull();
    }

    [Test]
    public void A_named_volume_that_binds_a_host_path_is_followed()
    {
        ComposeModel model = Model(
            "services:\n  a:\n    volumes: ['vol:/x', {type: volume, source: vol, target: /y}, 'nfs:/z']\nvolumes:\n "
                + " vol:\n    driver_opts: {type: none, o: 'ro, bind', device: /etc/}\n  nfs:\n    driver: nfs\n    "
                + "driver_opts: {o: bind, device: /srv}\n"
        );
        IReadOnlyList<Mount> mounts = model.Services[0].Mounts;
        mounts.Select(mount => mount.HostPath?.KnownValue()).Should().Equal("/etc", "/etc", null);
        mounts[0].HostPath!.Value.Span.GetText().Should().Be("/etc/");
        mounts[0].VolumeDefinition!.Name.Should().Be("vol");
    }

    [Test]
    public void Propagation_and_unknown_options_are_kept()
    {
        IReadOnlyList<Mount> mounts = First(
            "volumes:\n  - /a:/b:rshared,r0\n  - {type: bind, source: /a, target: /c, bind: {propagation: rslave}}\n  - /a:/d:${MODE}"
        ).Mounts;
        mounts.Select(mount => mount.Propagation?.KnownValue()).Should().Equal("rshared", "rslave", null);
        mounts[0].Options.Select(option => option.KnownValue()).Should().Equal("rshared", "r0");
        mounts
            .Select(mount => mount.IsReadOnly.Certainty)
            .Should()
            .Equal(Certainty.Known, Certainty.Known, Certainty.Unknown);
    }

    [Test]
    public void Tmpfs_is_a_mount_too()
    {
        IReadOnlyList<Mount> mounts = First("tmpfs:\n  - /run:size=64m\n  - /tmp").Mounts;
        mounts
            .Select(mount => (mount.Kind.KnownValue(), mount.Target.KnownValue()))
            .Should()
            .Equal((MountKind.Tmpfs, "/run"), (MountKind.Tmpfs, "/tmp"));
    }

    [Test]
    public void Limits_come_from_either_style_for_compose_and_from_deploy_for_swarm()
    {
        Service legacy = First("mem_limit: 512m\ncpus: 0.5\npids_limit: 100");
        (
            legacy.GetLimits(ComposeTarget.Compose).Memory.KnownValue(),
            legacy.GetLimits(ComposeTarget.Compose).Cpus.KnownValue(),
            legacy.GetLimits(ComposeTarget.Compose).Pids.KnownValue()
        )
            .Should()
            .Be((512 * 1024 * 1024, 0.5, 100));
        legacy.GetLimits(ComposeTarget.Swarm).Should().Be(new ResourceLimits(null, null, null));

        Service deploy = First("mem_limit: 512m\ndeploy:\n  resources:\n    limits: {memory: 1g, cpus: '2', pids: 50}");
        (
            deploy.GetLimits(ComposeTarget.Compose).Memory.KnownValue(),
            deploy.GetLimits(ComposeTarget.Compose).Cpus.KnownValue(),
            deploy.GetLimits(ComposeTarget.Compose).Pids.KnownValue()
        )
            .Should()
            .Be((1024.0 * 1024 * 1024, 2, 50));
        deploy.GetLimits(ComposeTarget.Swarm).Memory.KnownValue().Should().Be(1024.0 * 1024 * 1024);
    }

    [TestCase("mem_limit: 0\ncpus: 0\npids_limit: -1")]
    [TestCase("image: x")]
    [TestCase("cpu_shares: 512\ncpuset: '0'\ncpu_quota: -1")]
    [TestCase("mem_limit: lots")]
    public void What_means_no_limit_is_none(string yaml)
    {
        First(yaml).GetLimits(ComposeTarget.Compose).Should().Be(new ResourceLimits(null, null, null));
    }

    [Test]
    public void A_quota_is_a_cpu_limit_and_an_unknown_limit_may_be_one()
    {
        First("cpu_quota: 50000").GetLimits(ComposeTarget.Compose).Cpus.KnownValue().Should().Be(0.5);
        First("cpu_quota: 50000\ncpu_period: 50000").GetLimits(ComposeTarget.Compose).Cpus.KnownValue().Should().Be(1);
        First("cpu_quota: 50000\ncpu_period: ${PERIOD}")
            .GetLimits(ComposeTarget.Compose)
            .Cpus!.Value.Certainty.Should()
            .Be(Certainty.Unknown);
        First("mem_limit: ${MEM}")
            .GetLimits(ComposeTarget.Compose)
            .Memory!.Value.Certainty.Should()
            .Be(Certainty.Unknown);
        First("mem_limit: ${MEM:-1g}")
            .GetLimits(ComposeTarget.Compose)
            .Memory!.Value.Certainty.Should()
            .Be(Certainty.Default);
    }

    [TestCase("nginx", null, Certainty.Known)]
    [TestCase("nginx:latest", "latest", Certainty.Known)]
    [TestCase("nginx:${TAG:-latest}", "latest", Certainty.Default)]
    [TestCase("nginx:${TAG}", "${TAG}", Certainty.Unknown)]
    [TestCase("${REGISTRY}/nginx:latest", "latest", Certainty.Known)]
    [TestCase("${REGISTRY}/nginx", null, Certainty.Known)]
    [TestCase("nginx${SUFFIX}", null, Certainty.Unknown)]
    [TestCase("${IMAGE}", null, Certainty.Unknown)]
    [TestCase("${IMAGE:-nginx}", null, Certainty.Default)]
    public void The_tag_of_the_image_is_known_apart_from_the_rest(string image, string? tag, Certainty certainty)
    {
        ServiceImage actual = First("image: " + image).Image!;
        (actual.Reference!.Tag, actual.Version!.Value.Certainty).Should().Be((tag, certainty));
    }

    [Test]
    public void Capabilities_have_one_spelling()
    {
        Service service = First("cap_add: [cap_sys_admin, Net_Admin]\ncap_drop: [all]");
        service
            .AddedCapabilities.Select(capability => capability.KnownValue())
            .Should()
            .Equal("SYS_ADMIN", "NET_ADMIN");
        service.DroppedCapabilities.Select(capability => capability.KnownValue()).Should().Equal("ALL");
    }

    [Test]
    public void Security_options_take_either_separator()
    {
        First("security_opt: ['seccomp:unconfined', 'apparmor=unconfined', no-new-privileges]")
            .SecurityOptions.Select(option => option.KnownValue())
            .Should()
            .Equal(
                new SecurityOption("seccomp", "unconfined"),
                new SecurityOption("apparmor", "unconfined"),
                new SecurityOption("no-new-privileges", null)
            );
    }

    [Test]
    public void Builds_have_a_short_and_a_long_form()
    {
        First("build: ./app").Build!.Context.KnownValue().Should().Be("./app");
        ServiceBuild build = First(
            "build:\n  context: .\n  dockerfile: D\n  target: t\n  network: host\n  privileged: true\n  "
                + "entitlements: [security.insecure]\n  args: [A=b]"
        ).Build!;
        (
            build.Context.KnownValue(),
            build.Dockerfile.KnownValue(),
            build.Target.KnownValue(),
            build.Network.KnownValue(),
            build.Privileged.KnownValue()
        )
            .Should()
            .Be((".", "D", "t", "host", true));
        build.Entitlements.Should().ContainSingle();
        build.Arguments.Select(argument => argument.Text!.DisplayText).Should().Equal("b");
        First("image: x").Build.Should().BeNull();
    }

    [Test]
    public void Ports_and_devices_have_a_short_and_a_long_form()
    {
        Service service = First(
            "ports:\n  - '127.0.0.1:80:8080'\n  - {target: 90, published: '91', host_ip: '::1'}\n  - 22\ndevices:\n  "
                + "- /dev/kvm:/dev/x:r\n  - {source: /dev/mem, target: /dev/y}\n  - vendor/class=x"
        );
        service
            .Ports.Select(port =>
                (port.HostAddress?.KnownValue(), port.Published?.KnownValue(), port.Target.KnownValue())
            )
            .Should()
            .Equal(("127.0.0.1", "80", "8080"), ("::1", "91", "90"), (null, null, "22"));
        service.Ports[0].Published!.Value.Span.GetText().Should().Be("80");
        service
            .Devices.Select(device => (device.Source.KnownValue(), device.IsCdiName))
            .Should()
            .Equal(("/dev/kvm", false), ("/dev/mem", false), ("vendor/class=x", true));
    }

    [Test]
    public void Thousands_of_services_that_join_each_other_end()
    {
        ComposeModel model = Model(
            "services:\n"
                + string.Concat(Enumerable.Range(0, 10_000).Select(i => $"  s{i}: {{pid: 'service:s{i + 1}'}}\n"))
        );
        model.Services.Count(service => service.Pid!.IsHost.IsCertainly(true)).Should().Be(0);
    }

    [Test]
    public void Specifications_full_of_variables_and_brackets_end()
    {
        string options = string.Concat(Enumerable.Repeat("${A:-a},", 5_000));
        string open = string.Concat(Enumerable.Repeat("${", 5_000));
        string brackets = string.Concat(Enumerable.Repeat("[:", 5_000));
        Service service = First(
            $"volumes: [\"data:/x:{options}\\t\", '{open}']\nports: ['{brackets}', '{open}']\ndevices: "
                + $"['{open}']\nimage: '{open}'"
        );
        service.Mounts[0].Options.Should().HaveCount(5_001);
        service
            .Mounts[0]
            .Options.Take(5_000)
            .Should()
            .OnlyContain(option => option.Certainty == Certainty.Default && option.Span.Length == 7);
        (service.Ports.Count, service.Devices.Count, service.Image!.Text.Certainty)
            .Should()
            .Be((2, 1, Certainty.Unknown));
    }
}
