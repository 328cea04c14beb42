using System.Text;
using CsCheck;
using DockerfileLint.Analysis;
using DockerfileLint.Analysis.Fixes;
using DockerfileLint.Analysis.Languages;
using DockerfileLint.Analysis.Projects;
using DockerfileLint.Configuration;
using DockerfileLint.Diagnostics;
using DockerfileLint.Text;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Analysis.Fixes;

public sealed class FixEngineTests
{
    private static readonly Linter Linter = CreateLinter();

    [Test]
    public void Safe_fixes_of_all_rules_are_applied_together() =>
        Fix(
                """
                FROM debian:12-slim as base
                maintainer Jane Doe <jane@example.org>
                ENV GREETING hello world
                WORKDIR /srv
                WORKDIR app
                ADD . /srv/app
                RUN apt-get update && apt-get install --no-install-recommends curl \

                    && pip install flask
                EXPOSE 80/TCP

                """
            )
            .Should()
            .Be(
                """
                FROM debian:12-slim AS base
                LABEL org.opencontainers.image.authors="Jane Doe <jane@example.org>"
                ENV GREETING="hello world"
                WORKDIR /srv
                WORKDIR /srv/app
                COPY . /srv/app
                RUN apt-get update && apt-get install -y --no-install-recommends curl \
                    && pip install --no-cache-dir flask
                EXPOSE 80/tcp

                """
            );

    [Test]
    public void Unsafe_fixes_are_applied_only_where_that_is_allowed()
    {
        const string Text = "FROM debian:12-slim\nRUN apt-get update && apt-get install -y curl\nUSER 10001\n";

        Fix(Text).Should().Be(Text);
        Fix(Text, allowsUnsafe: true)
            .Should()
            .Be(
                "FROM debian:12-slim\nRUN apt-get update && apt-get install --no-install-recommends -y curl "
                    + "&& rm -rf /var/lib/apt/lists/*\nUSER 10001\n"
            );
    }

    [TestCase("FROM alpine:3.21\nENV A it's here\n", TestName = "A quote without its end")]
    [TestCase("FROM alpine:3.21\nENV A = b\n", TestName = "A value that begins with the sign")]
    [TestCase("FROM alpine:3.21\nADD https://example.org/a /a\n", TestName = "ADD of an address")]
    [TestCase("FROM alpine:3.21\nADD *.t* /a\n", TestName = "ADD of a pattern that may match an archive")]
    [TestCase("FROM alpine:3.21\nADD $FILE /a\n", TestName = "ADD of what nobody knows")]
    [TestCase("FROM alpine:3.21\nWORKDIR app\n", TestName = "A folder below one that the image sets")]
    [TestCase("FROM alpine:3.21\nWORKDIR $BASE\nWORKDIR app\n", TestName = "A folder below one that nobody knows")]
    [TestCase("FROM alpine:3.21\nRUN [\"apk\", \"add\", \"curl\"]\n", TestName = "A command in exec form")]
    public void What_cannot_be_mended_without_a_change_of_meaning_is_left(string text) => Fix(text).Should().Be(text);

    [Test]
    public void A_fix_that_another_rule_would_report_is_refused_and_the_others_stay()
    {
        FixResult result = Run("FROM alpine:3.21\nADD a b\nRUN apk add curl\n");

        // COPY to a relative path without WORKDIR is a warning of its own.
        result.After!.Text.ToString().Should().Be("FROM alpine:3.21\nADD a b\nRUN apk add --no-cache curl\n");
        RefusedFix refused = result.Refused.Should().ContainSingle().Subject;
        refused.Finding.Rule.Id.Should().Be("DL3020");
        refused.Reason.Should().Be("DL3045 would be reported");
    }

    [TestCase("# the client\n", "", TestName = "A comment between two steps stays")]
    [TestCase("", "--network=none ", TestName = "A flag of a step stays")]
    public void Steps_are_joined_only_where_nothing_is_lost(string between, string flag)
    {
        string text =
            $"FROM alpine:3.21\nRUN apk add --no-cache git\n{between}RUN {flag}apk add --no-cache curl\nUSER 10001\n";

        Fix(text, allowsUnsafe: true).Should().Be(text);
    }

    [TestCase("node:22-slim", "node", TestName = "A user that the image has")]
    [TestCase("mcr.microsoft.com/dotnet/aspnet:8.0", "$APP_UID", TestName = "The user of .NET 8")]
    [TestCase("mcr.microsoft.com/dotnet/aspnet:6.0", "10001", TestName = "A number under .NET 6")]
    [TestCase("python:3.13-slim", "10001", TestName = "A number for others")]
    public void The_user_is_set_behind_all_that_builds_the_stage(string image, string user) =>
        Fix(
                $"FROM {image}\nWORKDIR /srv\nCOPY app /srv/app\n\n# starts it\nEXPOSE 8080\nCMD [\"/srv/app\"]\n",
                allowsUnsafe: true
            )
            .Should()
            .Be(
                $"FROM {image}\nWORKDIR /srv\nCOPY app /srv/app\nUSER {user}\n\n# starts it\nEXPOSE 8080\n"
                    + "CMD [\"/srv/app\"]\n"
            );

    [TestCase("curl -fsSLk https://a.example.org/x", "curl -fsSL https://a.example.org/x")]
    [TestCase("curl --insecure https://a.example.org/x", "curl https://a.example.org/x")]
    [TestCase("wget --no-check-certificate  -q https://a.example.org/x", "wget -q https://a.example.org/x")]
    public void Certificates_are_verified(string command, string made) =>
        FixRule("DL5006", $"FROM debian:12-slim\nRUN {command} | tar -xz\n")
            .Should()
            .Be($"FROM debian:12-slim\nRUN {made} | tar -xz\n");

    [TestCase("ADD http://a.example.org/x /", "ADD http://a.example.org/x /")]
    [TestCase("RUN curl -O 'http://a.example.org/x'", "RUN curl -O 'https://a.example.org/x'")]
    [TestCase("RUN curl -O http://a.example.org:8080/x", "RUN curl -O http://a.example.org:8080/x")]
    [TestCase("RUN curl -O http://$HOST/x", "RUN curl -O http://$HOST/x")]
    public void A_host_is_asked_through_TLS_where_it_listens_on_the_common_port(string step, string made) =>
        FixRule("DL5008", $"FROM debian:12-slim\n{step}\n").Should().Be($"FROM debian:12-slim\n{made}\n");

    [TestCase("RUN cd /srv/app && \\\n    npm ci", "WORKDIR /srv/app\nRUN npm ci")]
    [TestCase("RUN --network=none cd /srv/app; npm ci", "WORKDIR /srv/app\nRUN --network=none npm ci")]
    [TestCase("RUN cd app && npm ci", "RUN cd app && npm ci")]
    [TestCase("RUN cd /srv/app || npm ci", "RUN cd /srv/app || npm ci")]
    public void A_step_starts_in_its_folder(string step, string made) =>
        FixRule("DL3003", $"FROM node:22-slim\n{step}\n").Should().Be($"FROM node:22-slim\n{made}\n");

    [Test]
    public void AS_is_written_as_its_FROM() =>
        Fix("FROM alpine:3.21 AS a\nUSER 10001\nfrom alpine:3.21 as b\nUSER 10001\nCOPY --from=a /x /x\n")
            .Should()
            .Contain("\nFROM alpine:3.21 AS b\n");

    [Test]
    public void A_service_gets_what_it_lacks_in_the_layout_of_the_file() =>
        FixRule(
                "DC3020",
                """
                services:
                    web: # the shop
                        image: nginx:1.29
                        ports:
                        - "127.0.0.1:80:80"
                        mem_limit: 1g

                    db: {image: postgres:17}

                """,
                Language.Compose
            )
            .Should()
            .Be(
                """
                services:
                    web: # the shop
                        image: nginx:1.29
                        ports:
                        - "127.0.0.1:80:80"
                        mem_limit: 1g
                        cap_drop:
                        - ALL
                        security_opt:
                        - no-new-privileges:true
                        cpus: 1
                        pids_limit: 200

                    db: {image: postgres:17}

                """
            );

    [TestCase(
        "services:\n  a: &a\n    image: nginx:1.29\n  b:\n    <<: *a\n    ports: []\n",
        TestName = "What other services take over"
    )]
    [TestCase(
        "services:\n  a:\n    image: nginx:1.29\n    deploy:\n      replicas: 2\n",
        TestName = "Limits that stand in deploy"
    )]
    public void A_service_is_left_where_its_keys_are_those_of_others(string text) =>
        FixRule("DC3020", text, Language.Compose).Should().Be(text);

    [Test]
    public void Privileges_are_taken_away_with_their_line_alone() =>
        FixRule("DC3001", "services:\n  a:\n    privileged: true # why?\n    image: nginx:1.29\n", Language.Compose)
            .Should()
            .Be("services:\n  a:\n    # why?\n    image: nginx:1.29\n");

    [Test]
    public void A_finding_has_the_fix_that_is_proven()
    {
        Project project = Project
            .Create()
            .WithDocument("Dockerfile", "FROM alpine:3.21\nADD a b\nRUN apk add curl\nUSER 10001\nCMD node a.js\n");

        FileResult result = new FixEngine(Linter, new FixOptions { AllowsUnsafe = true }).FindFixes(
            project,
            "Dockerfile"
        );

        // COPY to a relative path without WORKDIR is a warning of its own.
        result
            .Findings.Where(finding => finding.Fix is not null)
            .Select(finding => $"{finding.Rule.Id} {finding.Fix!.Applicability} {finding.Fix.Edits.Single().NewText}")
            .Should()
            .Equal("DL3019 Safe  --no-cache", "DL3025 Unsafe [\"node\", \"a.js\"]");
        result.Findings.Should().Contain(finding => finding.Rule.Id == "DL3020");
    }

    [Test]
    public void Lists_that_a_later_step_needs_are_not_deleted()
    {
        const string Text = "FROM debian:12-slim\nRUN apt-get update\nRUN sudo apt-get install -y curl\n";

        Fix(Text, allowsUnsafe: true).Should().NotContain("/var/lib/apt/lists");
    }

    [TestCase(
        "RUN apt-get update \\\n  && apt-get install -y --no-install-recommends \\\n    curl",
        " \\\n  && rm -rf /var/lib/apt/lists/*",
        TestName = "A sign in front of each command"
    )]
    [TestCase(
        "RUN apt-get update && \\\n  apt-get install -y --no-install-recommends \\\n    curl",
        " && \\\n  rm -rf /var/lib/apt/lists/*",
        TestName = "A sign behind each command"
    )]
    public void A_command_is_added_in_the_layout_of_the_script(string run, string added) =>
        Fix($"FROM debian:12-slim\n{run}\nUSER 10001\n", allowsUnsafe: true)
            .Should()
            .Be($"FROM debian:12-slim\n{run}{added}\nUSER 10001\n");

    [Test]
    public void The_case_of_SHELL_does_not_matter() =>
        Fix("from debian:12-slim\nuser 10001\nSHELL [\"/bin/bash\", \"-c\"]\nworkdir /srv\n")
            .Should()
            .Be("from debian:12-slim\nuser 10001\nshell [\"/bin/bash\", \"-c\"]\nworkdir /srv\n");

    [Test]
    public void A_suppressed_finding_is_left()
    {
        const string Text = "FROM alpine:3.21\n# dockerfile-lint ignore=DL3019\nRUN apk add curl\n";

        Fix(Text).Should().Be(Text);
    }

    [Test]
    public void All_places_of_a_finding_are_mended() =>
        Fix("FROM alpine:3.21\nENV A a\nENV B b\nENV C c\n")
            .Should()
            .Be("FROM alpine:3.21\nENV A=a\nENV B=b\nENV C=c\n");

    [Test]
    public void Line_ends_and_the_byte_order_mark_stay()
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. "FROM alpine:3.21\r\nRUN apk add curl"u8];

        FixResult result = Run(SourceText.From(bytes), Language.Dockerfile);

        result
            .After!.Text.GetBytes()
            .Should()
            .Equal([0xEF, 0xBB, 0xBF, .. "FROM alpine:3.21\r\nRUN apk add --no-cache curl"u8]);
    }

    [Test]
    public void A_file_with_invalid_bytes_is_left()
    {
        byte[] bytes = [.. "FROM alpine:3.21\nRUN apk add curl # "u8, 0xFF, (byte)'\n'];

        FixResult result = Run(SourceText.From(bytes), Language.Dockerfile);

        result.HasChanged.Should().BeFalse();
        result.After!.Text.GetBytes().Should().Equal(bytes);
    }

    [Test]
    public void The_result_is_a_snapshot_and_the_given_one_stays()
    {
        Project project = Project.Create().WithDocument("Dockerfile", "FROM alpine:3.21\nENV A b\n");

        FixResult result = new FixEngine(Linter).Fix(project, "Dockerfile");

        result.Project.Find("Dockerfile").File!.Text.ToString().Should().Be("FROM alpine:3.21\nENV A=b\n");
        project.Find("Dockerfile").File!.Text.ToString().Should().Be("FROM alpine:3.21\nENV A b\n");
        result.Result.Findings.Should().NotContain(finding => finding.Rule.Id == "DL6007");
        result.Fixed.Should().ContainSingle(applied => applied.Finding.Rule.Id == "DL6007");
    }

    [Test]
    public void A_second_run_changes_nothing()
    {
        string once = Fix(
            "FROM node:22 as a\nADD . .\nRUN apt update\nRUN apt install curl\nRUN sudo ls | grep x\nCMD node a.js\n",
            allowsUnsafe: true
        );

        Fix(once, allowsUnsafe: true).Should().Be(once);
    }

    [Test]
    public void Comments_and_layout_of_a_Compose_file_stay() =>
        Fix(
                """
                version: "3.8" # as ever

                services:
                  web:   # the shop
                    image: nginx:1.29
                    restart: no # never
                    ports:
                      - 22:22

                """,
                language: Language.Compose
            )
            .Should()
            .Be(
                """
                # as ever

                services:
                  web:   # the shop
                    image: nginx:1.29
                    restart: "no" # never
                    ports:
                      - "22:22"

                """
            );

    [Test]
    public void Many_fixes_of_one_file_cost_a_few_passes()
    {
        var text = new StringBuilder("FROM alpine:3.21\n");
        for (int i = 0; i < 300; i++)
        {
            text.Append("ENV A").Append(i).Append(" b\n");
        }

        Project project = Project.Create().WithDocument("Dockerfile", text.ToString());

        FixResult result = new FixEngine(Linter).Fix(project, "Dockerfile");

        result.After!.Text.ToString().Should().Contain("ENV A99=b\n");
    }

    [Test]
    public void Mutants_are_mended_without_harm_and_once()
    {
        string[] lines =
        [
            "FROM debian:12-slim as Base",
            "from alpine:3.21",
            "MAINTAINER \"Jane\" $ME <jane@example.org> # owner",
            "ENV A b c",
            "ENV A 'b c' \"d\"",
            "LABEL title a shop",
            "ENV DEBIAN_FRONTEND=noninteractive",
            "WORKDIR /srv",
            "WORKDIR app",
            "ADD . .",
            "ADD a.txt /b/",
            "# a comment",
            "",
            "RUN apt-get update && apt-get install curl \\",
            "RUN apt install wget; wget https://example.org/a | sh",
            "RUN sudo apk add curl",
            "RUN pip install flask # now",
            "RUN useradd -u 1000000 app",
            "    && yum install httpd",
            "EXPOSE 80/TCP",
            "ONBUILD RUN apk add git",
            "RUN <<E",
            "E",
            "CMD node server.js",
            "SHELL [\"/bin/bash\", \"-c\"]",
            "USER 10001",
        ];
        Gen.Select(Gen.Int[0, lines.Length - 1].Array[1, 14], Gen.Bool, Gen.Bool)
            .Sample(
                (chosen, allowsUnsafe, isWindows) =>
                {
                    string text = string.Join(isWindows ? "\r\n" : "\n", chosen.Select(line => lines[line]));
                    FixResult result = Run(SourceText.From(text), Language.Dockerfile, allowsUnsafe);
                    string once = result.After!.Text.ToString();
                    return Fix(once, allowsUnsafe) == once
                        && CountErrors(result.Result) <= CountErrors(Linter.Lint("Dockerfile", text))
                        && result.Result.Notifications.IsEmpty;
                },
                iter: 1000
            );
    }

    /// <summary>The default, with a rule that is off there: its fix takes a whole line away.</summary>
    private static Linter CreateLinter()
    {
        RuleSet rules = Preset.Load(Preset.Default);
        return new Linter(new LintOptions { Rules = rules.With(rules.Find("DC1005").Single(), Severity.Style) });
    }

    private static int CountErrors(FileResult result) => result.Findings.Count(finding => finding.Rule.IsBuildError);

    private static string Fix(string text, bool allowsUnsafe = false, Language? language = null) =>
        Run(SourceText.From(text), language ?? Language.Dockerfile, allowsUnsafe).After!.Text.ToString();

    /// <summary>What the fixes of one rule make of a text.</summary>
    private static string FixRule(string id, string text, Language? language = null)
    {
        var file = new SourceFile(language is null ? "Dockerfile" : "compose.yaml", SourceText.From(text));
        var options = new FixOptions { AllowsUnsafe = true, Rules = [.. Preset.Load(Preset.Default).Find(id)] };
        return new FixEngine(Linter, options)
            .Fix(Project.Create().WithDocument(file, language ?? Language.Dockerfile), file.Path, language)
            .After!.Text.ToString();
    }

    private static FixResult Run(string text) => Run(SourceText.From(text), Language.Dockerfile);

    private static FixResult Run(SourceText text, Language language, bool allowsUnsafe = false)
    {
        var file = new SourceFile(language == Language.Compose ? "compose.yaml" : "Dockerfile", text);
        return new FixEngine(Linter, new FixOptions { AllowsUnsafe = allowsUnsafe }).Fix(
            Project.Create().WithDocument(file, language),
            file.Path,
            language
        );
    }
}
