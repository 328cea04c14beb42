using DockerfileLint.Diagnostics;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Projects;

internal sealed class AwaitedHealthWithoutCheckTests() : ProjectRuleTests("DX1007")
{
    private const string Waiting =
        "services:\n  web: {image: x, depends_on: {api: {condition: MARK}}}\n  api: {SERVICE}\n";

    [TestCase("build: .", "FROM a\n", true)]
    [TestCase("build: .", "FROM a\nHEALTHCHECK NONE\n", true)]
    [TestCase("build: .", "FROM a\nHEALTHCHECK CMD x\n", false)]
    [TestCase("build: {context: ., target: b}", "FROM a AS b\nFROM a\nHEALTHCHECK CMD x\n", true)]
    [TestCase("build: ., healthcheck: {test: x}", "FROM a\n", false)]
    [TestCase("build: ., healthcheck: {interval: 5s}", "FROM a\n", true)]
    [TestCase("build: ., healthcheck: {disable: true}", "FROM a\nHEALTHCHECK CMD x\n", true)]
    [TestCase("build: ., healthcheck: {test: [NONE]}", "FROM a\nHEALTHCHECK CMD x\n", true)]
    [TestCase("build: ., healthcheck: {disable: \"$D\"}", "FROM a\n", false)]
    [TestCase("build: ./unseen", "FROM a\n", false)]
    [TestCase("image: y", "FROM a\n", true)]
    public void Somebody_must_check_what_is_awaited(string service, string dockerfile, bool isReported) =>
        VerifyProject(
            Waiting
                .Replace("SERVICE", service, StringComparison.Ordinal)
                .Replace("MARK", isReported ? "[|service_healthy|]" : "service_healthy", StringComparison.Ordinal),
            dockerfile
        );

    [Test]
    public void Of_an_image_that_is_only_pulled_it_is_a_note() =>
        VerifyProject(
                "services: {web: {image: x, depends_on: {api: {condition: [|service_healthy|]}}}, api: {image: y}}",
                null
            )
            .Single()
            .Severity.Should()
            .Be(Severity.Info);
}

internal sealed class PortMismatchTests() : ProjectRuleTests("DX1008")
{
    [TestCase("ports: ['80:[|80|]']", "FROM alpine\nEXPOSE 8080\n")]
    [TestCase("ports: [{target: [|80|], published: 80}]", "FROM scratch\nEXPOSE 8080/tcp\n")]
    [TestCase("ports: ['80:8080']", "FROM alpine\nEXPOSE 8080\n")]
    [TestCase("ports: ['80:8085']", "FROM alpine\nEXPOSE 8080-8090\n")]
    [TestCase("ports: ['80:80']", "FROM alpine\n")]
    [TestCase("ports: ['80:80']", "FROM nginx\nEXPOSE 8080\n", Description = "nginx exposes 80")]
    [TestCase("ports: ['80:80']", "FROM alpine\nEXPOSE 8080\nCMD serve --admin 80\n")]
    [TestCase("ports: ['80:80'], environment: {PORT: 80}", "FROM alpine\nEXPOSE 8080\n")]
    [TestCase("ports: ['80:80'], command: serve -p 80", "FROM alpine\nEXPOSE 8080\n")]
    [TestCase("ports: ['80:80']", "FROM alpine\nARG P\nEXPOSE $P\n")]
    [TestCase("ports: ['80:$P']", "FROM alpine\nEXPOSE 8080\n")]
    public void A_port_that_the_image_does_not_name(string settings, string dockerfile) =>
        VerifyProject($"services: {{web: {{build: ., {settings}}}}}", dockerfile);
}

internal sealed class ReadOnlyNeedsTmpfsTests() : ProjectRuleTests("DX1009")
{
    [TestCase("read_only: [|true|]", "FROM a\nVOLUME /data\n")]
    [TestCase("read_only: [|true|], volumes: ['vol:/data/sub']", "FROM a\nVOLUME /data\n")]
    [TestCase("read_only: true, tmpfs: [/data]", "FROM a\nVOLUME /data\n")]
    [TestCase("read_only: true, volumes: ['vol:/data/']", "FROM a\nVOLUME /data\n")]
    [TestCase("read_only: true, volumes: ['$X']", "FROM a\nVOLUME /data\n")]
    [TestCase("read_only: false", "FROM a\nVOLUME /data\n")]
    [TestCase("read_only: true", "FROM a\n")]
    public void A_volume_of_the_image_stays_writable(string settings, string dockerfile) =>
        VerifyProject($"services: {{web: {{build: ., {settings}}}}}\nvolumes: {{vol: }}", dockerfile);
}

internal sealed class BindHidesImageContentTests() : ProjectRuleTests("DX1010")
{
    private const string Installing = "FROM a\nWORKDIR /app\nCOPY . .\nRUN npm ci\n";

    [TestCase("'.:[|/app|]'", Installing)]
    [TestCase("'.:[|/app|]', 'vol:/app/data'", Installing)]
    [TestCase("'.:/app', /app/node_modules", Installing)]
    [TestCase("'./src:/app/src'", Installing)]
    [TestCase("'vol:/app'", Installing, Description = "a new volume is filled from the image")]
    [TestCase("'.:/app'", "FROM a\nWORKDIR /app\nCOPY . .\n")]
    [TestCase("'.:/app'", "FROM a\nWORKDIR /app\nRUN npm install -g x\n")]
    [TestCase("'.:/app'", "FROM a\nWORKDIR /app\nRUN cd /x && npm ci\n")]
    [TestCase("'./html:[|/html|]'", "FROM a AS b\nFROM a\nCOPY --from=b /dist /html\n")]
    [TestCase("'.:[|/app|]'", "FROM a AS b\nWORKDIR /app\nRUN yarn\nFROM b\n")]
    public void A_bind_mount_hides_what_the_build_has_made(string volumes, string dockerfile) =>
        VerifyProject($"services: {{web: {{build: ., volumes: [{volumes}]}}}}\nvolumes: {{vol: }}", dockerfile);
}

internal sealed class HealthcheckOfTheImageTests() : ProjectRuleTests("DC6005")
{
    [TestCase("FROM a\nHEALTHCHECK CMD x\n", "[|api|]")]
    [TestCase("FROM a\nHEALTHCHECK NONE\n", "api")]
    [TestCase("FROM a\n", "api")]
    public void Is_there_to_be_awaited(string dockerfile, string name) =>
        VerifyProject($"services: {{web: {{image: x, depends_on: [{name}]}}, api: {{build: .}}}}", dockerfile);
}

internal sealed class NoHealthcheckOfTheImageTests() : ProjectRuleTests("DC6001")
{
    [TestCase("FROM a\nHEALTHCHECK CMD x\n", "api")]
    [TestCase("FROM a\n", "[|api|]")]
    public void Is_none_of_the_service_either(string dockerfile, string name) =>
        VerifyProject($"services: {{{name}: {{build: .}}}}", dockerfile);
}
