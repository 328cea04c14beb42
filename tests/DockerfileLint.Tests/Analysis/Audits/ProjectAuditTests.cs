using System.Text;
using CsCheck;
using DockerfileLint.Analysis.Audits;
using DockerfileLint.Reporting;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Analysis.Audits;

/// <summary>Audits of whole projects, and what holds for each.</summary>
internal sealed class ProjectAuditTests
{
    /// <summary>Settings of a service, each from the worst to the best.</summary>
    private static readonly string[][] Settings =
    [
        ["privileged: true", ""],
        ["network_mode: host", "network_mode: container:other", ""],
        ["pid: host", "pid: service:other", ""],
        ["ipc: host", "ipc: service:other", ""],
        ["uts: host", ""],
        ["userns_mode: host", ""],
        ["cgroup: host", ""],
        ["", "mem_limit: 1g"],
        ["memswap_limit: -1", ""],
        ["", "cpus: 2"],
        ["pids_limit: -1", "pids_limit: 100"],
        ["user: root", "user: \"1000\""],
        ["cap_add: [ALL]", "cap_add: [SYS_ADMIN]", "cap_add: [NET_ADMIN]", "cap_add: [CHOWN]", ""],
        ["", "cap_drop: [NET_RAW]", "cap_drop: [NET_RAW, MKNOD]", "cap_drop: [ALL]"],
        ["security_opt: [seccomp:unconfined, apparmor:unconfined]", "security_opt: [no-new-privileges:true]"],
        ["", "read_only: true"],
        ["devices: [/dev/sda]", "devices: [/dev/kvm]", "devices: [/dev/net/tun]", ""],
        [
            "volumes: ['/:/host']",
            "volumes: ['/:/host:ro']",
            "volumes: ['/var/run/docker.sock:/s', '/home:/h']",
            "volumes: ['/home:/h:ro']",
            "volumes: ['/data:/h']",
            "",
        ],
        ["ports: ['80:80']", "ports: ['127.0.0.1:80:80']", ""],
        ["environment: {DB_PASSWORD: hunter2}", ""],
    ];

    private static readonly Gen<int[]> Choices = Gen.Int[0, 59]
        .Array[Settings.Length]
        .Select(numbers => numbers.Select((number, setting) => number % Settings[setting].Length).ToArray());

    private static IEnumerable<TestCaseData> Projects() =>
        Directory
            .EnumerateDirectories(Corpora.GetPath("Containers"))
            .Order(StringComparer.Ordinal)
            .Select(folder => new TestCaseData(Path.GetFileName(folder)).SetArgDisplayNames(Path.GetFileName(folder)));

    [TestCaseSource(nameof(Projects))]
    public void The_audit_of_a_project_is_known(string name)
    {
        string folder = Corpora.GetPath("Containers", name);
        var files = new InMemoryFiles();
        foreach (string path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            string relative = Path.GetRelativePath(folder, path).Replace('\\', '/');
            files[relative] = File.ReadAllText(path).ReplaceLineEndings("\n");
        }

        AuditResult result = AuditTest.Audit(
            files,
            [name == "swarm" ? "stack.yml" : "compose.yaml"],
            name == "swarm" ? ComposeTarget.Swarm : ComposeTarget.Compose
        );

        using var writer = new StringWriter { NewLine = "\n" };
        AuditTextReport.Write(result, writer);
        Baseline.Verify($"Fixtures/Containers/{name}/audit.txt", writer.ToString());
    }

    [Test]
    public void To_mend_a_setting_never_lowers_an_index() =>
        Gen.Select(Choices, Choices, Gen.Int[0, (2 * Settings.Length) - 1])
            .Sample(
                (web, other, mended) =>
                {
                    int[] service = mended < Settings.Length ? web : other;
                    int setting = mended % Settings.Length;
                    if (service[setting] == Settings[setting].Length - 1)
                    {
                        return true;
                    }

                    ProjectAudit before = Audit(web, other);
                    service[setting]++;
                    ProjectAudit after = Audit(web, other);
                    service[setting]--;
                    return before.Index.Lower <= after.Index.Lower
                        && before.Index.Upper <= after.Index.Upper
                        && before
                            .Services.Zip(after.Services)
                            .All(pair =>
                                pair.First.Index.Lower <= pair.Second.Index.Lower
                                && pair.First.Index.Upper <= pair.Second.Index.Upper
                            );
                },
                iter: 1000
            );

    [Test]
    public void An_index_lies_between_0_and_100_and_its_ends_in_order() =>
        Gen.Select(Choices, Choices)
            .Sample(
                (web, other) =>
                    Audit(web, other)
                        .Services.All(service =>
                            service.Index is { Lower: >= 0, Upper: <= 100 } index && index.Lower <= index.Upper
                        ),
                iter: 200
            );

    [Test]
    public void A_Dockerfile_that_a_service_is_built_from_is_no_image_of_its_own()
    {
        var files = new InMemoryFiles
        {
            ["compose.yaml"] = "services:\n  web:\n    build: .\n",
            ["Dockerfile"] = "FROM scratch\n",
            ["tools/Dockerfile"] = "FROM scratch\n",
        };

        AuditTest
            .Audit(files, ["compose.yaml", "Dockerfile", "tools/Dockerfile"])
            .Projects.Select(project => project.Path)
            .Should()
            .Equal("compose.yaml", "tools/Dockerfile");
    }

    [Test]
    public void A_file_that_another_project_includes_or_extends_is_a_part_of_that()
    {
        var files = new InMemoryFiles
        {
            ["compose.yaml"] =
                "include: [db/compose.yaml]\nservices:\n  web:\n    extends: {file: base.yml, service: web}\n",
            ["base.yml"] = "services:\n  web:\n    image: example/web:1\n",
            ["db/compose.yaml"] = "services:\n  db:\n    image: postgres:18\n",
        };

        ProjectAudit project = AuditTest
            .Audit(files, ["compose.yaml", "base.yml", "db/compose.yaml"])
            .Projects.Should()
            .ContainSingle()
            .Subject;

        project.Path.Should().Be("compose.yaml");
        project.Services.Select(service => service.Name).Should().BeEquivalentTo("web", "db");
    }

    [Test]
    public void The_index_of_a_project_is_the_mean_of_its_services_rounded_down()
    {
        var files = new InMemoryFiles
        {
            ["compose.yaml"] =
                "services:\n  a: {image: debian:13}\n  b: {image: debian:13, user: '1'}\n"
                + "  c: {image: debian:13, pid: host}\n",
        };

        ProjectAudit project = AuditTest.Audit(files, ["compose.yaml"]).Projects.Single();

        project.Index.Lower.Should().Be(project.Services.Sum(service => service.Index.Lower) / 3);
    }

    private static ProjectAudit Audit(int[] web, int[] other)
    {
        var text = new StringBuilder("services:\n");
        Append("web", "other", web);
        Append("other", "", other);
        return AuditTest
            .Audit(new InMemoryFiles { ["compose.yaml"] = text.ToString() }, ["compose.yaml"])
            .Projects.Single();

        void Append(string name, string joined, int[] chosen)
        {
            text.Append($"  {name}:\n    image: example/{name}:1\n");
            for (int i = 0; i < Settings.Length; i++)
            {
                string line = Settings[i][chosen[i]];
                if (line.Length > 0 && !(joined.Length == 0 && line.Contains(":other", StringComparison.Ordinal)))
                {
                    text.Append($"    {line}\n");
                }
            }
        }
    }
}
