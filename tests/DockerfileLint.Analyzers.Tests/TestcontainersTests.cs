using NUnit.Framework;

namespace DockerfileLint.Analyzers.Tests;

internal sealed class TestcontainersTests
{
    [TestCase("new ContainerBuilder().WithImage({|DC5007:\"redis\"|});")]
    [TestCase("new ContainerBuilder().WithImage({|DC5007:\"ghcr.io/example/app:latest\"|});")]
    [TestCase("new ContainerBuilder({|DC5007:\"redis\"|});")]
    [TestCase("new PostgreSqlBuilder({|DC5007:\"postgres\"|}).WithName(\"db\");")]
    [TestCase("new PostgreSqlBuilder().WithImage({|DC5017:\"postgres:9.6\"|});")]
    [TestCase("new ContainerBuilder().WithImage(new DockerImage({|DC5007:\"redis\"|}));")]
    [TestCase("new ContainerBuilder().WithImage(\"redis:8.2\");")]
    [TestCase("new ContainerBuilder().WithImage(\"redis@sha256:0123456789abcdef\");")]
    [TestCase("new ContainerBuilder().WithImage(unknown);")]
    [TestCase("new PostgreSqlBuilder();")]
    public Task An_image_has_a_version_with_support(string statement) => ContainerTest.VerifyStatements(statement);

    [TestCase("new ContainerBuilder().WithPrivileged({|DC3001:true|});")]
    [TestCase("new ContainerBuilder().WithPrivileged(false);")]
    [TestCase("new ContainerBuilder().WithPrivileged(flag);")]
    public Task A_container_is_not_privileged(string statement) => ContainerTest.VerifyStatements(statement);

    [TestCase("WithBindMount({|DC2009:\"/var/run/docker.sock\"|}, \"/var/run/docker.sock\")")]
    [TestCase("WithBindMount({|DC2009:\"/run/docker.sock\"|}, \"/s\", AccessMode.ReadOnly)")]
    [TestCase("WithBindMount({|DC2009:@\"\\\\.\\pipe\\docker_engine\"|}, @\"\\\\.\\pipe\\docker_engine\")")]
    [TestCase("WithBindMount({|DC2016:\"/run/dbus/system_bus_socket\"|}, \"/bus\")")]
    [TestCase("WithBindMount({|DC2008:\"/etc\"|}, \"/host\")")]
    [TestCase("WithBindMount({|DC2008:\"/\"|}, \"/host\", AccessMode.ReadOnly)")]
    [TestCase("WithBindMount({|DC2015:\"/home/me/.ssh\"|}, \"/root/.ssh\")")]
    [TestCase("WithBindMount(\"/etc/pihole\", \"/etc/pihole\")")]
    [TestCase("WithBindMount(\"/etc/localtime\", \"/etc/localtime\", AccessMode.ReadOnly)")]
    [TestCase("WithBindMount(System.IO.Path.GetFullPath(\"data\"), \"/data\")")]
    [TestCase("WithBindMount(\"/srv/app/data\", \"/data\")")]
    public Task A_mount_gives_no_power_over_the_host(string call) =>
        ContainerTest.VerifyStatements($"new ContainerBuilder().{call};");

    [TestCase("WithPortBinding({|DC5004:22|}, 22)")]
    [TestCase("WithPortBinding({|DC5004:\"2222\"|}, \"22\")")]
    [TestCase("WithPortBinding({|DC5002:5432|})")]
    [TestCase("WithPortBinding(5432, true)")]
    [TestCase("WithPortBinding(22, true)")]
    [TestCase("WithPortBinding(8080, 80)")]
    public Task A_port_that_a_test_fixes_is_open_to_everyone(string call) =>
        ContainerTest.VerifyStatements($"new ContainerBuilder().{call};");

    [TestCase("WithEnvironment(\"TOKEN\", {|DC5006:\"ghp_Zx8Qw2Lk7Jh4Gf6Ds9Pa3Mn5Bv1Cx0Yt2Re4\"|})")]
    [TestCase("WithEnvironment(\"POSTGRES_PASSWORD\", \"postgres1\")")]
    public Task A_token_is_a_credential_and_the_password_of_a_test_is_none(string call) =>
        ContainerTest.VerifyStatements($"new ContainerBuilder().{call};");

    [Test]
    public Task What_a_modifier_sets_is_judged() =>
        ContainerTest.VerifyStatements(
            """
            new ContainerBuilder().WithCreateParameterModifier(parameters =>
            {
                parameters.User = {|DC3002:"root"|};
                parameters.HostConfig.Privileged = {|DC3001:true|};
                parameters.HostConfig.PidMode = {|DC2001:"host"|};
                parameters.HostConfig.CapAdd.Add({|DC3003:"SYS_ADMIN"|});
            });
            """
        );
}
