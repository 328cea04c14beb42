using DockerfileLint.Analysis.Languages;
using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Reliability;

internal sealed class DependencyNotAwaitedTests() : RuleTest("DC6005", Language.Compose)
{
    private const string Checked = "\n  b:\n    image: b:1\n    healthcheck: {test: [CMD, b]}\n";

    [TestCase("[[|b|]]", Checked)]
    [TestCase("{b: {condition: service_started}}", Checked)]
    [TestCase("{b: {condition: service_healthy}}", Checked)]
    [TestCase("[b]", "\n  b:\n    image: b:1\n")]
    [TestCase("[b]", "\n  b:\n    image: b:1\n    healthcheck: {disable: true, test: [CMD, b]}\n")]
    [TestCase("[b]", "\n  b:\n    image: b:1\n    healthcheck: {test: [NONE]}\n")]
    [TestCase("[b]", "\n  [|b|]:\n    image: postgres:17\n")]
    [TestCase("[b]", "\n  b:\n    image: postgres:17\n    entrypoint: [pg_dump]\n")]
    [TestCase("[b]", "\n  b:\n    image: postgres:17\n    command: [sh, -c, psql]\n")]
    public void A_check_that_nobody_waits_for_and_a_database_without_one_are_reported(
        string dependencies,
        string other
    ) => Verify($"services:\n  a:\n    image: a:1\n    depends_on: {dependencies}{other}");
}

internal sealed class DatabaseWithoutVolumeTests() : RuleTest("DC6006", Language.Compose)
{
    [TestCase("image: postgres:17")]
    [TestCase("image: docker.io/library/mysql:8")]
    [TestCase("image: postgres:17\n    volumes: ['./init:/docker-entrypoint-initdb.d', './my.cnf:/my.cnf']")]
    public void A_database_without_a_place_for_its_data_is_reported(string service) =>
        Verify($"services:\n  [|db|]:\n    {service}\n");

    [TestCase("image: postgres:17\n    volumes: ['data:/var/lib/postgresql/data']")]
    [TestCase("image: postgres:17\n    volumes: ['./data:/elsewhere']")]
    [TestCase("image: postgres:17\n    tmpfs: [/var/lib/postgresql/data]")]
    [TestCase("image: postgres:17\n    volumes_from: [container:a]")]
    [TestCase("image: postgres:17\n    command: pg_dump -h db")]
    [TestCase("image: redis:7")]
    [TestCase("image: ${IMAGE}")]
    public void Others_are_fine(string service) => Verify($"services:\n  db:\n    {service}\nvolumes:\n  data:\n");
}

internal sealed class VariableInExecHealthcheckTests() : RuleTest("DC6007", Language.Compose)
{
    [TestCase("[CMD, ping, [|$$USER_NAME|]]")]
    [TestCase("[CMD, ping, '$${USER_NAME}']", "'$${USER_NAME}'")]
    [TestCase("[CMD, ping, $USER_NAME]")]
    [TestCase("[CMD, /bin/sh, -c, ping $$USER_NAME]")]
    [TestCase("[CMD, gosu, app, bash, -c, ping $$USER_NAME]")]
    [TestCase("[CMD, awk, '{ print $$NF }']")]
    [TestCase("[CMD, grep, 'a$$']")]
    [TestCase("[CMD-SHELL, ping $$USER_NAME]")]
    [TestCase("ping $$USER_NAME")]
    public void Without_a_shell_a_variable_is_passed_as_it_is(string test, string? marked = null) =>
        Verify(
            "services:\n  a:\n    image: a:1\n    healthcheck:\n      test: "
                + (marked is null ? test : test.Replace(marked, $"[|{marked}|]", StringComparison.Ordinal))
                + "\n"
        );
}
