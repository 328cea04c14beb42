using DockerfileLint.Analysis.Languages;
using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.ComposeFiles;

internal sealed class UnusedDefinitionTests() : RuleTest("DC1016", Language.Compose)
{
    [TestCase("networks: [x]", "networks:\n  x:\n")]
    [TestCase("networks: {x: {aliases: [a]}}", "networks:\n  x:\n")]
    [TestCase("tty: true", "networks:\n  default:\n    name: x\n")]
    [TestCase("tty: true", "networks:\n  [|x|]:\n")]
    [TestCase("tty: true", "networks:\n  [|x|]:\n    external: true\n")]
    [TestCase("networks: ['${NAME}']", "networks:\n  x:\n")]
    [TestCase("networks: ['${NAME:-y}']", "networks:\n  y:\n  [|x|]:\n")]
    [TestCase("volumes: ['data:/data']", "volumes:\n  data:\n")]
    [TestCase("volumes: ['data:/data']", "volumes:\n  data:\n    driver_opts: {type: none, o: bind, device: /srv}\n")]
    [TestCase("volumes: [{type: volume, source: x, target: /data}]", "volumes:\n  x:\n")]
    [TestCase("volumes: ['./x:/data', '/y']", "volumes:\n  [|x|]:\n")]
    [TestCase("volumes: ['${DATA}:/data']", "volumes:\n  x:\n")]
    [TestCase("secrets: [x]", "secrets:\n  x: {file: ./x}\n")]
    [TestCase("secrets: [{source: x, target: y}]", "secrets:\n  x: {file: ./x}\n  [|y|]: {file: ./y}\n")]
    [TestCase("build: {context: ., secrets: [x]}", "secrets:\n  x: {file: ./x}\n")]
    [TestCase("configs: [x]", "configs:\n  x: {file: ./x}\n  [|y|]: {file: ./y}\n")]
    [TestCase("credential_spec: {config: x}", "configs:\n  x: {file: ./x}\n")]
    public void What_no_service_names(string key, string sections) =>
        Verify($"services:\n  web:\n    image: example/web:1\n    {key}\n{sections}");

    [Test]
    public void Nothing_is_said_where_a_service_is_not_whole() =>
        Verify("services:\n  web:\n    image: i\n    extends: {file: ../base.yaml, service: web}\nvolumes:\n  x:\n");

    [Test]
    public void Nothing_is_said_of_a_file_without_services() => Verify("volumes:\n  x:\n");

    [Test]
    public void What_is_merged_in_under_another_name_is_judged_by_its_own() =>
        Verify(
            "x-v: &v {driver: local}\nservices:\n  web: {image: i, volumes: ['data:/a']}\n"
                + "volumes:\n  data: *v\n  [|b|]: *v\n"
        );
}
