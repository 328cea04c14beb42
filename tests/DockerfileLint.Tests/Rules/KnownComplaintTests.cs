using DockerfileLint.Analysis;
using DockerfileLint.Analysis.Languages;
using DockerfileLint.Configuration;
using DockerfileLint.Diagnostics;
using DockerfileLint.Rules;
using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules;

/// <summary>What users of other scanners complained about as false, and what they missed.</summary>
internal sealed class KnownComplaintTests
{
    [TestCase(
        "DL3002",
        "FROM a AS b\nUSER root\nRUN c\nFROM d\nUSER 1\n",
        TestName = "Root in a stage that only builds"
    )]
    [TestCase("DL5001", "FROM a\nUSER 1\nHEALTHCHECK CMD true\nCMD [\"b\"]\n", TestName = "A user and a health check")]
    [TestCase("DL5001", "FROM gcr.io/distroless/static-debian12:nonroot\n", TestName = "A base that is not root")]
    [TestCase(
        "DL5001",
        "FROM public.ecr.aws/lambda/python:3.13\nCMD [\"app.handler\"]\n",
        TestName = "A function whose platform sets the user"
    )]
    [TestCase(
        "DL3064",
        "FROM a\nENV PUBLIC_KEY=a KMS_KEY_ALIAS=b KEY_NAME=c AUTH_MODE=d TOKEN_FILE=/run/e GOPASS_VERSION=1.2\n",
        TestName = "Names that only sound like secrets"
    )]
    [TestCase(
        "DL3027",
        "FROM a\nRUN curl https://a/apt && rm -rf /etc/apt apt && cd apt\n",
        TestName = "apt in an address and a path"
    )]
    [TestCase("DL5022", "FROM a\nRUN apt-get update && apt-get -y upgrade\n", TestName = "An upgrade uses the lists")]
    [TestCase("DL5022", "FROM a\nRUN <<EOF\napt-get update\napt-get install -y b\nEOF\n", TestName = "A here-document")]
    [TestCase(
        "DL3015",
        "FROM a\nRUN apt-get install -y b --no-install-recommends\n",
        TestName = "An option behind the packages"
    )]
    [TestCase(
        "DL4001",
        "FROM a AS b\nRUN curl c\nFROM d\nRUN wget e\n",
        TestName = "curl and wget in different stages"
    )]
    [TestCase("DL3029", "FROM --platform=$BUILDPLATFORM a AS b\n", TestName = "The platform of the builder")]
    [TestCase(
        "DL3024",
        "FROM --platform=$BUILDPLATFORM a AS b\nFROM --platform=$BUILDPLATFORM a AS c\n",
        TestName = "Names behind a platform"
    )]
    [TestCase(
        "DL4004",
        "FROM a AS b\nENTRYPOINT [\"c\"]\nFROM b\nENTRYPOINT [\"d\"]\n",
        TestName = "The entry point of a base"
    )]
    [TestCase("DL3006", "ARG BASE_IMAGE\nFROM $BASE_IMAGE\n", TestName = "An image that nobody knows")]
    [TestCase("DL3018", "FROM a\nRUN apk add libstdc++=14.2.0-r4 g++~14\n", TestName = "Names of packages with a plus")]
    public void What_is_fine_is_not_reported(string rule, string text) =>
        Report(rule, text, Language.Dockerfile).Should().BeEmpty();

    [TestCase(
        "DC2008",
        "services:\n  a:\n    image: b:1\n    volumes: [/etc, /proc]\n",
        TestName = "Anonymous volumes"
    )]
    [TestCase(
        "DC2008",
        "services:\n  a:\n    image: b:1\n    volumes: ['/library:/c', '/etcd:/d']\n",
        TestName = "Paths that begin alike"
    )]
    [TestCase(
        "DC3020",
        "services:\n  a:\n    image: b:1\n    security_opt: [no-new-privileges]\n    cap_drop: [ALL]\n"
            + "    mem_limit: 1g\n    cpus: 1\n    pids_limit: 9\n",
        TestName = "The bare option"
    )]
    [TestCase(
        "DC5001",
        "services:\n  a:\n    image: b:1\n    ports: ['[::1]:80:80', '127.0.0.1:81:81']\n",
        TestName = "Ports of the own machine"
    )]
    public void What_is_fine_in_a_project_is_not_reported(string rule, string text) =>
        Report(rule, text, Language.Compose).Should().BeEmpty();

    [TestCase("DL3006", "FROM a AS b\nFROM c\n", 2, TestName = "Each image without a tag")]
    [TestCase(
        "DL5001",
        "FROM debian:12\nHEALTHCHECK CMD true\nENTRYPOINT [\"a\"]\nCMD [\"b\"]\n",
        1,
        TestName = "One missing user"
    )]
    [TestCase("DL5022", "FROM a\nRUN <<EOF\napt-get update\nEOF\n", 1, TestName = "An update in a here-document")]
    public void What_is_wrong_is_reported_once_each(string rule, string text, int count) =>
        Report(rule, text, Language.Dockerfile).Should().HaveCount(count);

    [TestCase("DL3057", "FROM a\nCMD [\"b\"]\n", TestName = "No health check")]
    [TestCase("DL3066", "FROM a\nUSER b\n", TestName = "A user by its name")]
    [TestCase("DL5023", "FROM a\nRUN apt-get update && apt-get -y dist-upgrade\n", TestName = "Outdated advice")]
    public void What_few_want_is_reported_only_where_it_is_turned_on(string rule, string text)
    {
        RuleDescriptor descriptor = RuleCatalog.Descriptors.Single(descriptor => descriptor.Id == rule);

        Preset.Load(Preset.Default).IsEnabled(descriptor).Should().BeFalse();
        Report(rule, text, Language.Dockerfile).Should().ContainSingle();
    }

    /// <summary>What a rule says, whether the default preset has it on or not.</summary>
    private static IEnumerable<string> Report(string rule, string text, Language kind)
    {
        RuleDescriptor descriptor = RuleCatalog.Descriptors.Single(descriptor => descriptor.Id == rule);
        RuleSet rules = Preset.Load(Preset.Default);
        if (!rules.IsEnabled(descriptor))
        {
            rules = rules.With(descriptor, descriptor.EnabledSeverity);
        }

        return Lint.Run(text, new LintOptions { Rules = rules }, kind)
            .Findings.Where(finding => finding.Rule == descriptor)
            .Select(finding => finding.Message.ToString());
    }
}
