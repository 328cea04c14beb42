using DockerfileLint.Analysis;
using DockerfileLint.Analysis.Languages;
using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Tests.Testing;
using DockerfileLint.Text;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Semantics.Compose.Schema;

internal sealed class ComposeSchemaTests() : RuleTest("DC1001", Language.Compose)
{
    // Keys that may lack a value, and keys that may not.
    [TestCase("image: a\ncommand:\nentrypoint:\ndeploy:\ndevelop:\npid:")]
    [TestCase("image: a\n[|ports|]:")]
    [TestCase("image: a\n[|environment|]:")]
    [TestCase("image: a\n[|healthcheck|]:")]
    [TestCase("image: a\nenvironment:\n  A:\nnetworks:\n  n:")]
    // Text that YAML takes for something else.
    [TestCase("image: a\nuser: [|1000|]")]
    [TestCase("image: a\nuser: 1000:1000")]
    [TestCase("image: a\nhostname: [|12|]")]
    [TestCase("image: a\nstop_grace_period: [|10|]")]
    [TestCase("image: a\ncommand: [echo, [|1|], [|true|]]")]
    [TestCase("image: a\ndeploy:\n  resources:\n    limits:\n      memory: [|100|]\n      cpus: 1")]
    [TestCase("image: a\nlogging:\n  options:\n    compress: [|true|]\n    max-file: 3")]
    [TestCase("image: a\nuse_api_socket: [|\"true\"|]")]
    [TestCase("image: a\nmem_limit: 1000\ncpus: 0.5\nports: [80, 8080:80]\nexpose: [80]\ngroup_add: [100]")]
    [TestCase("image: a\ngroup_add: [[|true|]]")]
    // Text that Compose turns into the type it wants.
    [TestCase("image: a\nprivileged: \"yes\"\ninit: off\nscale: \"2\"\ncpus: \"0.5\"")]
    [TestCase("image: a\nprivileged: [|maybe|]")]
    [TestCase("image: a\nprivileged: [|1|]")]
    [TestCase("image: a\nscale: [|two|]")]
    [TestCase("image: a\noom_score_adj: [|2000|]")]
    // Variables.
    [TestCase("image: ${IMAGE}\nprivileged: ${P}\nports: [\"${PORT}:99999\"]")]
    [TestCase("image: a\nprivileged: [|${P:-maybe}|]\nports: [\"${PORT:-8080}:[|99999|]\"]")]
    [TestCase("image: ${IMAGE:-}\nrestart: ${RESTART:-}\nports: [\"[|${PORT:-99999}|]:80\"]")]
    [TestCase("image: a\nports: [|${PORTS}|]")]
    // Keys.
    [TestCase("image: a\n[|comand|]: b")]
    [TestCase("image: a\nx-note: 1")]
    [TestCase("image: a\nenvironment:\n  [|1|]: a\n  [|true|]: b")]
    [TestCase("image: a\nenvironment:\n  yes: a\n  \"1\": b")]
    [TestCase("image: a\nextends:\n  service: b\n  [|x-note|]: 1")]
    [TestCase("image: a\nblkio_config:\n  [|x-note|]: 1")]
    [TestCase("image: a\n[|net|]: host\n[|target|]: b\n[|replicas|]: 2\n[|services|]: {}")]
    // Demanded keys.
    [TestCase("image: a\ndepends_on:\n  [|b|]:\n    restart: true")]
    [TestCase("image: a\nvolumes:\n  - [|source|]: a\n    target: /a")]
    [TestCase("image: a\nulimits:\n  [|nofile|]:\n    soft: 1\n  nproc: 2")]
    [TestCase("image: a\ndevelop:\n  watch:\n    - [|path|]: .")]
    // Shapes.
    [TestCase("image: a\nenvironment: [|A=1|]")]
    [TestCase("image: a\n[|command|]:\n  a: b")]
    [TestCase("image: a\nenvironment:\n  - [|A|]: 1")]
    [TestCase("image: a\nlabels:\n  [|a|]: [b]")]
    [TestCase("[|image|]: [a, b]")]
    // Lists of single values.
    [TestCase("image: a\nsecurity_opt: [a, [|a|]]")]
    [TestCase("image: a\ncap_add: [A, A]\nprofiles: [p, p]\nenvironment: [A=1, A=1]\nexpose: [80, 80]")]
    [TestCase("image: a\ngroup_add: [1, \"1\", [|1|]]")]
    [TestCase("image: a\nnetworks: [default, [|default|]]\nextra_hosts: [a=1.1.1.1, [|a=1.1.1.1|]]")]
    [TestCase("image: a\ndevelop:\n  watch:\n    - path: .\n      action: restart\n      ignore: [a, b, [|a|]]")]
    [TestCase("image: a\ngpus:\n  - capabilities: [gpu, [|gpu|]]\n    unheard_of: 1")]
    // Values.
    [TestCase("image: a\ncgroup: [|privat|]")]
    [TestCase("image: a\ndeploy:\n  mode: [|globl|]")]
    [TestCase("image: [|Nginx|]")]
    [TestCase("image: a\ncontainer_name: [|a|]")]
    [TestCase(
        "image: a\nports:\n  - target: 80\n    host_ip: [|localhost|]\n  - target: 81\n    host_ip: \"::1\"\n  - "
            + "target: 82\n    host_ip: ${ADDRESS}"
    )]
    [TestCase("image: a\ndevelop:\n  watch:\n    - path: [|\"\"|]\n      action: rebuild")]
    [TestCase("image: a\nmem_limit: 0.5\nmemswap_limit: -1\nmem_reservation: [|0.5|]\ncpu_percent: [|1.5|]")]
    [TestCase("image: a\nmem_limit: -1\nshm_size: [|-1g|]")]
    // What excludes or needs each other.
    [TestCase("build:\n  context: .\n  dockerfile: a\n  [|dockerfile_inline|]: FROM scratch")]
    [TestCase("image: a\nscale: [|2|]\ndeploy:\n  replicas: 3")]
    [TestCase("image: a\nscale: 2\n[|container_name|]: web")]
    [TestCase("image: a\nplatform: [|linux/arm64|]\nbuild:\n  context: .\n  platforms: [linux/amd64]")]
    [TestCase("image: a\nvolumes:\n  - type: [|bind|]\n    target: /a")]
    [TestCase("image: a\ntmpfs: [|/a|]\nvolumes: [\"data:/a\"]")]
    [TestCase("image: a\ngpus:\n  - [|count|]: 1\n    device_ids: [\"0\"]")]
    [TestCase(
        "image: a\ndevelop:\n  watch:\n    - path: .\n      action: [|sync|]\n    - path: .\n      action: rebuild"
    )]
    [TestCase("image: a\nhealthcheck:\n  test: [[|curl|], x]\n")]
    [TestCase("image: a\nhealthcheck:\n  test: curl x\n")]
    public void Services(string service) =>
        Verify("services:\n  web:\n    " + service.Replace("\n", "\n    ", StringComparison.Ordinal) + "\n");

    [TestCase("[|version|]: 3\n")]
    [TestCase("[|servces|]:\n  web:\n    image: a\n")]
    [TestCase("services:\n  [|web app|]:\n    image: a\n")]
    [TestCase("services:\n  web: [|nginx|]\n")]
    [TestCase("services:\n  [|web|]:\n")]
    [TestCase("services:\n  - [|web|]: {image: a}\n")]
    [TestCase("[|services|]:\n")]
    [TestCase("[|- a|]\n")]
    [TestCase("x-anything:\n  1: a\nservices:\n  web:\n    image: a\nnetworks:\n  n:\nvolumes:\n  v:\n")]
    [TestCase("volumes:\n  v:\n    external: true\n    [|driver|]: local\n")]
    [TestCase("volumes:\n  v:\n    name: a\n    [|external|]:\n      name: b\n")]
    [TestCase(
        "secrets:\n  s:\n    external:\n      name: a\n      anything: b\nnetworks:\n  n:\n    external:\n      "
            + "name: a\n      [|anything|]: b\n"
    )]
    [TestCase("services:\n  a:\n    image: a\n    [|extends|]:\n      file: b.yaml\n")]
    [TestCase("secrets:\n  [|s|]: {}\n  t:\n    file: a\n    [|environment|]: B\n  u:\n    external: true\n")]
    [TestCase("include: [|a.yaml|]\n")]
    [TestCase(
        "services:\n  a:\n    build:\n      context: .\n      additional_contexts:\n        one: [|service:b|]\n     "
            + "   two: service:c\n  b:\n    image: b\n  c:\n    build: .\n"
    )]
    public void Files(string text) =>
        Verify(
            text.Replace("[|version|]: 3", "version: [|3|]", StringComparison.Ordinal)
                .Replace("- [|web|]: {image: a}", "- web: {image: a}", StringComparison.Ordinal)
                .Replace("services:\n  - ", "[|services|]:\n  - ", StringComparison.Ordinal)
        );

    [Test]
    public void A_key_that_is_no_text_is_named_with_what_it_stands_in() =>
        Verify("services:\n  [|1|]:\n    image: a\n")
            .Should()
            .ContainSingle()
            .Which.Message.ToString()
            .Should()
            .StartWith("The key '1' in 'services' is read as 'integer'");

    [Test]
    public void What_an_anchor_shares_is_reported_once_where_it_is_written() =>
        Verify(
            """
            x-common: &common
              user: [|1000|]
              environment: &env
                A: [|[]|]
            services:
              one: &one
                <<: *common
                image: a
              two:
                <<: [*one]
                image: b
              three:
                image: c
                environment: *env
            """.Replace("A: [|[]|]", "[|A|]: []", StringComparison.Ordinal)
        );

    [Test]
    public void A_merge_key_takes_only_mappings() =>
        Verify(
            """
            x-a: &a text
            services:
              web:
                <<: [|*a|]
                image: b
            """
        );

    [Test]
    public void A_later_document_and_a_service_that_extends_may_lack_what_the_first_has() =>
        Verify(
            """
            services:
              web:
                image: a
              child:
                extends: web
                depends_on:
                  web:
                    restart: true
                environment:
            ---
            services:
              web:
                environment:
                ports: !reset []
                depends_on:
                  child:
                    required: false
            """
        );

    // Nothing merges with an item of a list.
    [TestCase("compose.override.yaml", 1)]
    [TestCase("docker-compose.prod.yml", 1)]
    [TestCase("compose.yaml", 3)]
    public void A_file_over_another_one_may_lack_what_that_has(string path, int expected)
    {
        var file = new SourceFile(
            path,
            SourceText.From(
                "services:\n  web:\n    image: a\n    environment:\n    depends_on:\n      web2:\n        restart: "
                    + "true\n    volumes:\n      - target: /a\n"
            )
        );
        Lint.Run(file, Language.Compose)
            .Findings.Where(finding => finding.Rule.Id == "DC1001")
            .Should()
            .HaveCount(expected);
    }

    // The later value decides where two files, documents or services meet; a scalar gives way to everything.
    [TestCase("image: a\ngpus: [{count: 1}]", "[|gpus|]: all")]
    [TestCase("image: a\ngpus: all", "gpus: [{count: 1}]")]
    [TestCase("image: a\ngpus: [{count: 1}]", "gpus: !override all")]
    [TestCase("image: a\ngpus: [{count: 1}]", "gpus:")]
    [TestCase("image: a\nx-own: {a: b}", "[|x-own|]: [c]")]
    [TestCase("build: {context: ., ssh: [default]}", "build:\n  [|ssh|]: {default: }")]
    [TestCase("image: a\nports: [\"80\"]", "ports: [|\"81\"|]")]
    [TestCase(
        "build: {context: .}\ncommand: [a]\nnetworks: [default]\nenvironment: [A=1]\n"
            + "ulimits: {nofile: {soft: 1, hard: 2}}\ndns: [1.1.1.1]\nhealthcheck: {test: [CMD, a]}",
        "build: b\ncommand: c\nnetworks: {default: }\nenvironment: {B: c}\nulimits: {nofile: 3}\ndns: "
            + "2.2.2.2\nhealthcheck: {test: d}"
    )]
    public void Values_of_different_kinds_do_not_merge(string earlier, string later)
    {
        static string Indent(string text) => "    " + text.Replace("\n", "\n    ", StringComparison.Ordinal) + "\n";
        Verify("services:\n  web:\n" + Indent(earlier) + "---\nservices:\n  web:\n" + Indent(later));
        Verify("services:\n  base:\n" + Indent(earlier) + "  web:\n    extends: base\n" + Indent(later));
    }

    [TestCase("security_opt: [a]", "security_opt: [b, [|a|]]")]
    [TestCase("group_add: [1]", "group_add: [\"1\", [|1|]]")]
    [TestCase("cap_add: [A]", "cap_add: [A]")]
    public void Lists_that_are_only_appended_must_not_repeat_each_other(string earlier, string later) =>
        Verify("services:\n  web:\n    image: a\n    " + earlier + "\n  child:\n    extends: web\n    " + later + "\n");

    [Test]
    public void A_stack_refuses_some_keys()
    {
        FileResult result = Lint.Run(
            "services:\n  web:\n    image: a\n    mem_limit: 1g\n",
            new LintOptions { Target = ComposeTarget.Swarm },
            Language.Compose
        );
        result
            .Findings.Where(finding => finding.Rule.Id == "DC1001")
            .Select(finding => finding.Message.ToString())
            .Should()
            .ContainSingle()
            .Which.Should()
            .Contain("docker stack deploy");
    }

    [TestCase(
        "networks: [default]\n    network_mode: host\n    cpus: 1\n    deploy: {resources: {limits: {memory: 1g}}}",
        "DC1013"
    )]
    [TestCase(
        "privileged: true\n    security_opt: [a]\n    restart: always\n    ipc: host\n    userns_mode: host",
        "DC1013 DC1013 DC1013 DC1013 DC1013"
    )]
    [TestCase(
        "extends: {service: base}\n    volumes_from: [base]\n    cpuset: \"0\"\n    cpu_quota: 1\n    cpu_shares: "
            + "1\n    memswap_limit: 1g",
        "DC1001 DC1001 DC1001 DC1001 DC1001 DC1001"
    )]
    public void A_stack_has_errors_of_its_own(string service, string expected)
    {
        FileResult result = Lint.Run(
            "services:\n  base: {image: a}\n  web:\n    image: a\n    " + service + "\n",
            new LintOptions { Target = ComposeTarget.Swarm },
            Language.Compose
        );
        string.Join(
                ' ',
                result
                    .Findings.Select(finding => finding.Rule.Id)
                    .Where(id => id.StartsWith("DC10", StringComparison.Ordinal))
            )
            .Should()
            .Be(expected);
    }

    [TestCase("image: a\ncomand: b", "Write 'command' if that is what you meant.")]
    [TestCase("image: a\ntarget: b", "Move it to 'build'")]
    [TestCase("image: a\nuser: 1000", "Write '\"1000\"' with quotes.")]
    [TestCase("image: a\nenvironment:\n  1: b", "The key '1' in 'services.web.environment' is read as 'integer'")]
    [TestCase("image: a\nports: 80", "must be of type 'list', not 'integer'")]
    public void Messages_and_their_help_name_what_is_meant(string service, string part) =>
        Lint.Run(
                "services:\n  web:\n    " + service.Replace("\n", "\n    ", StringComparison.Ordinal) + "\n",
                language: Language.Compose
            )
            .Findings.Where(finding => finding.Rule.Id == "DC1001")
            .Select(finding => $"{finding.Message} {finding.Message.Help}")
            .Should()
            .ContainSingle()
            .Which.Should()
            .Contain(part);

    [Test]
    public void Aliases_that_multiply_are_judged_once()
    {
        string text =
            "x-a: &a0 {image: a, user: 1}\n"
            + string.Concat(
                Enumerable
                    .Range(1, 2)
                    .Select(i => $"x-{i}: &a{i}\n  <<: [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n")
            )
            + "services:\n"
            + string.Concat(Enumerable.Range(0, 50).Select(i => $"  s{i}: *a2\n"));
        Lint.Run(text, language: Language.Compose)
            .Findings.Count(finding => finding.Rule.Id == "DC1001")
            .Should()
            .Be(1);
    }

    [Test]
    public void An_alias_inside_its_own_anchor_ends() =>
        Lint.Run("services:\n  web: &w\n    image: a\n    labels: *w\n", language: Language.Compose)
            .Findings.Should()
            .Contain(finding => finding.Rule.Id == "DC1000" && finding.Severity == Severity.Error);
}
