using NUnit.Framework;

namespace DockerfileLint.Analyzers.Tests;

internal sealed class AspireTests
{
    [TestCase("builder.AddContainer(\"cache\", {|DC5007:\"redis\"|});")]
    [TestCase("builder.AddContainer(\"cache\", {|DC5007:\"redis:latest\"|});")]
    [TestCase("builder.AddContainer(\"cache\", \"redis\", {|DC5007:\"latest\"|});")]
    [TestCase("builder.AddContainer(\"db\", \"postgres\", {|DC5017:\"9.6\"|});")]
    [TestCase("builder.AddContainer(\"cache\", \"redis\", \"8.2\");")]
    [TestCase("builder.AddContainer(\"cache\", \"redis:8.2\");")]
    [TestCase("builder.AddContainer(\"cache\", \"redis\", unknown);")]
    [TestCase("builder.AddContainer(\"cache\", unknown);")]
    [TestCase("builder.AddPostgres(\"db\");")]
    public Task An_image_has_a_version_with_support(string statement) => ContainerTest.VerifyStatements(statement);

    [TestCase("builder.AddContainer(\"cache\", \"redis\").WithImageTag(\"8.2\");")]
    [TestCase("builder.AddContainer(\"cache\", \"redis\").WithImageTag({|DC5007:\"latest\"|});")]
    [TestCase(
        "builder.AddContainer(\"db\", \"postgres\").WithEnvironment(\"A\", \"b\").WithImageTag({|DC5017:\"9.6\"|});"
    )]
    [TestCase("builder.AddContainer(\"cache\", \"redis\").WithImageSHA256(\"0123456789abcdef\");")]
    [TestCase("builder.AddContainer(\"cache\", \"redis\").WithImage(\"valkey/valkey\", \"9\");")]
    [TestCase("builder.AddContainer(\"db\", \"postgres\", \"9.6\").WithImageRegistry(\"registry.example.com\");")]
    [TestCase("builder.AddPostgres(\"db\").WithImageTag({|DC5007:\"latest\"|});")]
    [TestCase("builder.AddPostgres(\"db\").WithImageTag(\"17\");")]
    [TestCase("builder.AddPostgres(\"db\").WithImage({|DC5007:\"postgis/postgis\"|});")]
    public Task The_calls_of_a_chain_are_read_together(string statement) => ContainerTest.VerifyStatements(statement);

    [TestCase("var cache = builder.AddContainer(\"cache\", \"redis\"); cache.WithImageTag(\"8.2\");")]
    [TestCase("var cache = builder.AddContainer(\"cache\", \"redis\"); if (flag) { cache.WithImageSHA256(\"01\"); }")]
    [TestCase(
        "var cache = builder.AddContainer(\"cache\", {|DC5007:\"redis\"|}); cache.WithEnvironment(\"A\", \"b\");"
    )]
    [TestCase("var db = builder.AddPostgres(\"db\"); db.WithImageTag({|DC5007:\"latest\"|});")]
    public Task So_are_those_on_its_local(string statements) => ContainerTest.VerifyStatements(statements);

    [TestCase("{|DC3001:\"--privileged\"|}")]
    [TestCase("{|DC2003:\"--network=host\"|}")]
    [TestCase("\"--network\", {|DC2003:\"host\"|}")]
    [TestCase("{|DC2001:\"--pid=host\"|}, {|DC3003:\"--cap-add=SYS_PTRACE\"|}")]
    [TestCase("{|DC2002:\"--ipc=host\"|}, {|DC2004:\"--uts=host\"|}, {|DC2005:\"--userns=host\"|}")]
    [TestCase("\"-v\", {|DC2009:\"/var/run/docker.sock:/var/run/docker.sock:ro\"|}")]
    [TestCase("{|DC2008:\"--mount=type=bind,source=/etc,target=/host,readonly\"|}")]
    [TestCase("\"--cap-add\", {|DC3017:\"SYS_TIME\"|}")]
    [TestCase("{|DC3006:\"--security-opt=seccomp=unconfined\"|}, {|DC3007:\"--security-opt=apparmor=unconfined\"|}")]
    [TestCase("\"--device\", {|DC3010:\"/dev/sda\"|}")]
    [TestCase("{|DC3018:\"--device=/dev/kvm\"|}")]
    [TestCase("{|DC3002:\"--user=root\"|}")]
    [TestCase("\"-p\", {|DC5004:\"2222:22\"|}, \"-p\", {|DC5002:\"6379:6379\"|}")]
    [TestCase("\"-p\", \"127.0.0.1:6379:6379\", \"-p\", \"22:22/udp\"")]
    [TestCase("\"-e\", {|DC5005:\"DB_PASSWORD=hunter22\"|}")]
    [TestCase("unknown, \"--privileged=false\", \"--network=backend\", \"--memory\", \"1g\"")]
    public Task Arguments_of_docker_run_are_read(string arguments) =>
        ContainerTest.VerifyStatements(
            $"builder.AddContainer(\"c\", \"redis:8.2\").WithContainerRuntimeArgs({arguments});"
        );

    [Test]
    public Task Arguments_of_a_callback_are_read() =>
        ContainerTest.VerifyStatements(
            """
            builder.AddContainer("c", "redis:8.2").WithContainerRuntimeArgs(context =>
            {
                context.Args.Add({|DC3001:"--privileged"|});
                context.Args.Add("--rm");
            });
            """
        );

    [TestCase("WithBindMount({|DC2009:\"/var/run/docker.sock\"|}, \"/var/run/docker.sock\")")]
    [TestCase("WithBindMount({|DC2008:\"/proc\"|}, \"/host/proc\", isReadOnly: true)")]
    [TestCase("WithBindMount(\"./data\", \"/data\")")]
    [TestCase("WithEnvironment(\"DB_PASSWORD\", {|DC5005:\"hunter22\"|})")]
    [TestCase("WithEnvironment(\"LOG_LEVEL\", \"debug\")")]
    [TestCase("WithEnvironment(\"DB_PASSWORD\", unknown)")]
    public Task Mounts_and_variables_are_judged(string call) =>
        ContainerTest.VerifyStatements($"builder.AddContainer(\"c\", \"redis:8.2\").{call};");
}
