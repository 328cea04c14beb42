using DockerfileLint.Analysis;
using DockerfileLint.Analysis.Languages;
using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Privilege;

internal sealed class ServiceNotHardenedTests() : RuleTest("DC3020", Language.Compose)
{
    [TestCase(
        "image: a:1",
        "cap_drop: ALL, no-new-privileges, mem_limit, cpus, pids_limit",
        "cap_drop: [ALL], security_opt: [no-new-privileges:true], mem_limit: 512m, cpus: 1, pids_limit: 200"
    )]
    [TestCase(
        "image: a:1\n    privileged: true\n    cpus: 1",
        "mem_limit, pids_limit",
        "mem_limit: 512m, pids_limit: 200"
    )]
    [TestCase(
        "image: a:1\n    cap_drop: [NET_RAW]\n    deploy: {resources: {limits: {memory: 1g, cpus: '1', pids: 9}}}",
        "cap_drop: ALL, no-new-privileges",
        "cap_drop: [ALL], security_opt: [no-new-privileges:true]"
    )]
    [TestCase(
        "build: .\n    cap_drop: [ALL]\n    security_opt: [no-new-privileges:false]\n"
            + "    pids_limit: -1\n    cpus: 1\n    mem_limit: 1g",
        "no-new-privileges, pids_limit",
        "security_opt: [no-new-privileges:true], pids_limit: 200"
    )]
    public void One_note_says_all_that_is_missing_and_what_to_add(string service, string missing, string lines)
    {
        DiagnosticMessage message = Verify($"services:\n  [|web|]:\n    {service}\n").Single().Message;

        message.ToString().Should().Be($"Service 'web' lacks '{missing}'.");
        message.Help.Should().Contain(lines);
    }

    [TestCase(
        "cap_drop: [all]\n    security_opt: ['no-new-privileges:true']\n"
            + "    mem_limit: 1g\n    cpus: 1\n    pids_limit: 9"
    )]
    [TestCase(
        "cap_drop: ['${DROP}']\n    security_opt: ['${OPTION}']\n"
            + "    mem_limit: ${M}\n    cpus: ${C}\n    pids_limit: ${P}"
    )]
    public void A_service_that_lacks_nothing_or_may_lack_nothing_is_fine(string settings) =>
        Verify($"services:\n  web:\n    image: a:1\n    {settings}\n");

    [Test]
    public void A_stack_takes_only_limits_below_deploy()
    {
        DiagnosticMessage message = Lint.Run(
                "services:\n  web:\n    image: a:1\n    cap_drop: [ALL]\n    mem_limit: 1g\n",
                new LintOptions { Target = ComposeTarget.Swarm },
                Language.Compose
            )
            .Findings.Single(finding => finding.Rule == Rule)
            .Message;

        message.ToString().Should().Be("Service 'web' lacks 'limits.memory, limits.cpus, limits.pids'.");
        message.Help.Should().Contain("deploy: {resources: {limits: {memory: 512m, cpus: '1', pids: 200}}}");
    }

    [TestCase("environment: [X=1]")]
    [TestCase("image: a:1\n    extends: {file: away.yaml, service: a}")]
    public void A_part_of_a_service_is_not_judged(string service) => Verify($"services:\n  web:\n    {service}\n");

    [Test]
    public void What_could_not_be_read_may_say_it()
    {
        FileResult result = Lint.Run(
            "services:\n  web:\n    image: a:1\n    privileged: true\n    mem_limit: @\n"
                + "  db:\n    image: @\n    pid: host\n",
            language: Language.Compose
        );

        result.Findings.Select(finding => finding.Rule.Id).Should().Equal("DC3001", "DC1000", "DC1000", "DC2001");
    }
}
