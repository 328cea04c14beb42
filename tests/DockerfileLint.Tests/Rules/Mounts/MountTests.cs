using DockerfileLint.Analysis.Languages;
using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Mounts;

internal sealed class HostSystemMountedTests() : RuleTest("DC2008", Language.Compose)
{
    private static string Volumes(params string[] entries) =>
        "services:\n  a:\n    image: x\n    volumes:\n"
        + string.Concat(entries.Select(entry => "      - " + entry + "\n"));

    [TestCase("[|/etc|]:/host")]
    [TestCase("[|/etc/cron.d/|]:/host")]
    [TestCase("[|/usr/../etc|]:/host")]
    [TestCase("[|//etc|]:/host")]
    [TestCase("[|${ETC:-/etc}|]:/host")]
    [TestCase("[|/dev|]:/dev:ro")]
    [TestCase("'[|C:\\|]:C:\\host'")]
    [TestCase("'[|c:\\Windows\\System32|]:C:\\host'")]
    [TestCase("{type: bind, source: [|/root/.ssh|], target: /x}")]
    public void A_path_of_the_system_is_reported(string entry) => Verify(Volumes(entry));

    [TestCase("/etcd:/host")]
    [TestCase("/library:/host")]
    [TestCase("/processed:/host")]
    [TestCase("/var/lib/mysql:/var/lib/mysql")]
    [TestCase("/dev/bus/usb:/dev/bus/usb")]
    [TestCase("/etc")]
    [TestCase("/var/run/docker.sock")]
    [TestCase("etc:/etc")]
    [TestCase("${ETC}:/etc")]
    [TestCase("/etc/localtime:/etc/localtime:ro")]
    [TestCase("/lib/modules:/lib/modules:ro")]
    [TestCase("'D:\\data:C:\\data'")]
    [TestCase("{type: volume, source: etc, target: /etc}")]
    [TestCase("{type: tmpfs, target: /etc}")]
    public void Other_paths_and_volumes_are_not(string entry) => Verify(Volumes(entry));

    [Test]
    public void Devices_are_no_mounts() => Verify("services:\n  a:\n    image: x\n    devices: [/dev/sda, /dev]\n");
}

internal sealed class EngineSocketMountedTests() : RuleTest("DC2009", Language.Compose)
{
    private static string Volumes(string entry) =>
        "services:\n  a:\n    image: x\n    volumes:\n      - " + entry + "\n";

    [TestCase("[|/run/docker.sock|]:/x:ro")]
    [TestCase("[|//var/run/docker.sock|]:/x")]
    [TestCase("'[|//./pipe/docker_engine|]://./pipe/docker_engine'")]
    [TestCase("'[|\\\\.\\pipe\\docker_engine|]:\\\\.\\pipe\\docker_engine'")]
    [TestCase("[|/run/user/1000/docker.sock|]:/x")]
    [TestCase("[|$XDG_RUNTIME_DIR/docker.sock|]:/x")]
    [TestCase("[|${XDG_RUNTIME_DIR}/podman/podman.sock|]:/x")]
    [TestCase("[|${HOME}/.docker/run/docker.sock|]:/x")]
    [TestCase("[|~/.colima/default/docker.sock|]:/x")]
    [TestCase("[|${DOCKER_SOCK:-/var/run/docker.sock}|]:/x")]
    [TestCase("[|${DOCKER_SOCK}|]:/var/run/docker.sock")]
    [TestCase("{type: bind, source: [|/var/run/docker.sock|], target: /x, read_only: true}")]
    [TestCase("{type: bind, source: [|//./pipe/docker_engine|], target: /x}")]
    [TestCase("{type: npipe, source: [|'\\\\.\\pipe\\docker_engine'|], target: '\\\\.\\pipe\\docker_engine'}")]
    public void The_socket_is_reported_in_every_syntax(string entry) => Verify(Volumes(entry));

    [TestCase("/var/run/docker.sock")]
    [TestCase("docker.sock:/var/run/docker.sock")]
    [TestCase("./docker.sock:/var/run/docker.sock")]
    [TestCase("${DATA}:/data")]
    [TestCase("/run/user/1000/pulse:/pulse")]
    public void A_volume_or_another_file_is_not(string entry) => Verify(Volumes(entry));

    [Test]
    public void A_named_volume_is_followed() =>
        Verify(
            "services:\n  a:\n    image: x\n    volumes:\n      - [|sock|]:/x\nvolumes:\n  sock:\n    driver_opts: "
                + "{type: none, o: bind, device: /var/run/docker.sock}\n"
        );
}

internal sealed class EngineApiEnabledTests() : RuleTest("DC2010", Language.Compose)
{
    [TestCase("services:\n  a:\n    image: x\n    use_api_socket: [|true|]\n")]
    [TestCase("services:\n  a:\n    image: x\n    use_api_socket: false\n")]
    [TestCase("services:\n  a:\n    image: x\n    use_api_socket: ${USE}\n")]
    public void Only_true_is_reported(string markup) => Verify(markup);
}

internal sealed class SharedMountPropagationTests() : RuleTest("DC2011", Language.Compose)
{
    [TestCase("/data:/data:[|rshared|],z")]
    [TestCase("/data:/data:ro,[|slave|]")]
    [TestCase("/data:/data:rprivate")]
    [TestCase("shared:/shared")]
    [TestCase("/shared:/rshared:rw")]
    [TestCase("{type: bind, source: $DATA/x, target: /data, bind: {propagation: [|rslave|]}}")]
    [TestCase("{type: bind, source: /data, target: /data, bind: {propagation: '${PROPAGATION}'}}")]
    public void Both_syntaxes_are_read(string entry) =>
        Verify("services:\n  a:\n    image: x\n    volumes:\n      - " + entry + "\n");
}

internal sealed class HiddenBindMountTests() : RuleTest("DC2012", Language.Compose)
{
    [Test]
    public void A_volume_of_many_services_is_reported_once() =>
        Verify(
            "services:\n  a:\n    image: x\n    volumes: [data:/a]\n  b:\n    image: x\n    volumes: [data:/b, "
                + "data:/c]\nvolumes:\n  data:\n    driver_opts: {type: none, o: 'rw,bind', device: [|/opt/data|]}\n"
        );

    [TestCase("driver_opts: {type: nfs, o: addr=h, device: ':/data'}")]
    [TestCase("driver_opts: {type: tmpfs, device: tmpfs}")]
    [TestCase("driver: other\n    driver_opts: {type: none, o: bind, device: /opt/data}")]
    [TestCase("external: true")]
    public void Other_volumes_are_not(string definition) =>
        Verify($"services:\n  a:\n    image: x\n    volumes: [data:/a]\nvolumes:\n  data:\n    {definition}\n");

    [TestCase("${PWD}/data")]
    [TestCase("./data")]
    [TestCase("${DATA}")]
    public void What_may_lie_in_the_project_is_a_note(string device) =>
        Verify(
                $"services:\n  a:\n    image: x\n    volumes: [data:/a]\nvolumes:\n  data:\n    driver_opts:\n      "
                    + $"o: bind\n      device: [|{device}|]\n"
            )
            .Single()
            .Tier.Should()
            .Be("project");
}

internal sealed class VolumesFromTests() : RuleTest("DC2013", Language.Compose)
{
    [Test]
    public void Each_entry_is_reported() =>
        Verify("services:\n  a:\n    image: x\n    volumes_from: [[|b|], [|container:c:ro|]]\n");
}

internal sealed class HostDataMountedTests() : RuleTest("DC2015", Language.Compose)
{
    private static string Volumes(string entry) =>
        "services:\n  a:\n    image: x\n    volumes:\n      - " + entry + "\n";

    [TestCase("[|/home/me/|]:/x")]
    [TestCase("[|~/|]:/x")]
    [TestCase("[|$HOME|]:/x")]
    [TestCase("[|${HOME}/.kube/config|]:/x")]
    [TestCase("[|/home/me/.docker|]:/x:ro")]
    [TestCase("[|/Users/me/.netrc|]:/x:ro")]
    [TestCase("[|/mnt|]:/x")]
    public void Whole_folders_and_credentials_are_reported(string entry) => Verify(Volumes(entry));

    [TestCase("${DATA_ROOT}/media:/media", Description = "a name in somebody's folder")]
    [TestCase("'$DATA_ROOT/home:/x'")]
    [TestCase("/home/me/app:/x")]
    [TestCase("/homepage:/x")]
    [TestCase("/mnt/data:/x")]
    [TestCase("/var/log/app:/x")]
    [TestCase("~/.sshd:/x")]
    [TestCase("~/.ssh/id_ed25519.pub:/x:ro")]
    [TestCase("~/.docker/run/docker.sock:/x")]
    [TestCase("/home")]
    [TestCase("home:/home")]
    public void What_is_less_is_not(string entry) => Verify(Volumes(entry));
}
