using NUnit.Framework;

namespace DockerfileLint.Analyzers.Tests;

internal sealed class DockerDotNetTests
{
    [TestCase("Privileged = {|DC3001:true|}")]
    [TestCase("PidMode = {|DC2001:\"host\"|}, IpcMode = {|DC2002:\"host\"|}, NetworkMode = {|DC2003:\"host\"|}")]
    [TestCase("UTSMode = {|DC2004:\"host\"|}, UsernsMode = {|DC2005:\"host\"|}, CgroupnsMode = {|DC2006:\"host\"|}")]
    [TestCase("NetworkMode = \"backend\", PidMode = \"\"")]
    [TestCase("Binds = new List<string> { {|DC2009:\"/run/docker.sock:/run/docker.sock\"|}, \"data:/data\" }")]
    [TestCase("Binds = new[] { {|DC2008:\"/etc:/host/etc\"|} }")]
    [TestCase("Binds = [{|DC2008:\"/etc:/host/etc:ro\"|}]")]
    [TestCase("CapAdd = { {|DC3003:\"CAP_SYS_ADMIN\"|}, {|DC3017:\"NET_ADMIN\"|}, \"NET_BIND_SERVICE\" }")]
    [TestCase("SecurityOpt = [{|DC3006:\"seccomp=unconfined\"|}, {|DC3008:\"label:disable\"|}]")]
    [TestCase("SecurityOpt = [{|DC3009:\"systempaths=unconfined\"|}, \"no-new-privileges\"]")]
    [TestCase("Devices = [new DeviceMapping { PathOnHost = {|DC3010:\"/dev/mem\"|} }]")]
    [TestCase("Mounts = [new Mount { Type = \"bind\", Source = {|DC2009:\"/run/docker.sock\"|}, Target = \"/s\" }]")]
    [TestCase("Mounts = [new Mount { Type = \"volume\", Source = \"etc\", Target = \"/s\" }]")]
    public Task The_settings_of_the_host_are_judged(string settings) =>
        ContainerTest.VerifyStatements($"_ = new HostConfig {{ {settings} }};");

    [TestCase("[\"22/tcp\"] = [new PortBinding { HostPort = {|DC5004:\"2222\"|} }]")]
    [TestCase("[\"5432\"] = [new() { HostIP = \"0.0.0.0\", HostPort = {|DC5002:\"15432\"|} }]")]
    [TestCase("{ \"5432/tcp\", new List<PortBinding> { new() { HostPort = {|DC5002:\"5432\"|} } } }")]
    [TestCase("[\"22/tcp\"] = [new PortBinding { HostIP = \"127.0.0.1\", HostPort = \"2222\" }]")]
    [TestCase("[\"22/tcp\"] = [new PortBinding { HostIP = unknown, HostPort = \"2222\" }]")]
    public Task Published_ports_are_judged(string entry) =>
        ContainerTest.VerifyStatements(
            $"_ = new HostConfig {{ PortBindings = new Dictionary<string, IList<PortBinding>> {{ {entry} }} }};"
        );

    [TestCase("Image = {|DC5007:\"redis\"|}")]
    [TestCase("Image = {|DC5017:\"postgres:9.6\"|}")]
    [TestCase("Image = \"redis:8.2\", User = \"1000\"")]
    [TestCase("User = {|DC3002:\"0:0\"|}")]
    [TestCase("Env = [{|DC5005:\"DB_PASSWORD=hunter22\"|}, \"LOG_LEVEL=debug\"]")]
    [TestCase("Env = [$\"DB_PASSWORD={unknown}\"]")]
    public Task So_are_those_of_the_container(string settings) =>
        ContainerTest.VerifyStatements($"_ = new CreateContainerParameters {{ {settings} }};");

    [Test]
    public Task What_is_set_after_the_creation_is_judged() =>
        ContainerTest.VerifyStatements(
            """
            var parameters = new CreateContainerParameters();
            parameters.Image = {|DC5007:"redis"|};
            parameters.HostConfig.Binds.Add({|DC2008:"/:/host"|});
            parameters.HostConfig.Privileged = flag;
            """
        );
}
