using DockerfileLint.Configuration;
using DockerfileLint.Diagnostics;
using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Users;

internal sealed class NoUserTests() : RuleTest("DL5001")
{
    [TestCase(
        "FROM [|debian:12|]\nRUN apt-get install -y gosu\nENTRYPOINT [\"/e.sh\"]\n",
        Severity.Info,
        "gosu",
        TestName = "Installed for an entry point"
    )]
    [TestCase(
        "FROM [|debian:12|]\nENTRYPOINT [\"setpriv\", \"--reuid=1000\", \"--clear-groups\", \"server\"]\n",
        Severity.Info,
        "setpriv",
        TestName = "Called by the entry point"
    )]
    [TestCase(
        "FROM [|alpine:3|]\nCMD exec su-exec app server\n",
        Severity.Info,
        "su-exec",
        TestName = "Called by the command"
    )]
    [TestCase(
        "FROM debian:12 AS base\nRUN apt-get install -y gosu\nENTRYPOINT [\"/e.sh\"]\nFROM [|base|]\n",
        Severity.Info,
        "gosu",
        TestName = "Installed in the base stage"
    )]
    [TestCase(
        "FROM [|debian:12|]\nRUN apt-get install -y gosu\nCMD [\"server\"]\n",
        Severity.Warning,
        "starts as root.",
        TestName = "Installed without an entry point"
    )]
    [TestCase("FROM [|nginx:1.27|]\nCOPY a /b\n", Severity.Info, "'nginx' stays root", TestName = "nginx by itself")]
    [TestCase(
        "FROM [|php:8.3-fpm-alpine|]\nENTRYPOINT [\"/e.sh\"]\nCMD [\"php-fpm\"]\n",
        Severity.Info,
        "'php-fpm' stays root",
        TestName = "php-fpm behind an entry point"
    )]
    [TestCase(
        "FROM [|debian:12|]\nENTRYPOINT [\"tini\", \"--\", \"/usr/sbin/nginx\"]\nCMD [\"-g\", \"daemon off;\"]\n",
        Severity.Info,
        "'nginx' stays root",
        TestName = "nginx as entry point"
    )]
    [TestCase(
        "FROM php:8.3-apache AS base\nFROM [|base|]\n",
        Severity.Info,
        "'Apache' stays root",
        TestName = "Apache in the base stage"
    )]
    [TestCase("FROM [|php:8.3-cli|]\n", Severity.Warning, "starts as root.", TestName = "PHP without a server")]
    [TestCase(
        "FROM [|nginx:1.27|]\nCMD nginx && node app.js\n",
        Severity.Warning,
        "starts as root.",
        TestName = "nginx beside something else"
    )]
    [TestCase(
        "FROM [|nginx:1.27|]\nENTRYPOINT [\"/start.sh\"]\n",
        Severity.Warning,
        "starts as root.",
        TestName = "nginx under an unknown script"
    )]
    [TestCase(
        "FROM [|debian:12|]\nENTRYPOINT [\"server\"]\n",
        Severity.Warning,
        "starts as root.",
        TestName = "Entry point alone"
    )]
    [TestCase(
        "FROM [|mcr.microsoft.com/windows/servercore:ltsc2025|]\n",
        Severity.Warning,
        "an administrator.",
        TestName = "Windows"
    )]
    [TestCase("FROM [|postgres:17|]\n", Severity.Info, "gosu", TestName = "A server that gives up root")]
    [TestCase("FROM [|arm64v8/mysql:8|]\n", Severity.Info, "gosu", TestName = "One of an architecture")]
    [TestCase("FROM [|public.ecr.aws/docker/library/redis:7|]\n", Severity.Info, "gosu", TestName = "A mirror")]
    [TestCase("FROM [|mirror.gcr.io/library/node:24|]\n", Severity.Warning, "as root", TestName = "Another mirror")]
    [TestCase("FROM [|quay.io/centos/centos:stream9|]\n", Severity.Warning, "as root", TestName = "CentOS Stream")]
    [TestCase("FROM [|phusion/baseimage:jammy-1.0.4|]\n", Severity.Warning, "starts as root", TestName = "phusion")]
    [TestCase(
        "FROM [|dhi.io/node:22-dev|]\n",
        Severity.Warning,
        "starts as root",
        TestName = "Hardened image for building"
    )]
    [TestCase(
        "FROM [|registry.access.redhat.com/ubi9/ubi-minimal|]\n",
        Severity.Warning,
        "starts as root",
        TestName = "UBI"
    )]
    [TestCase("FROM [|cgr.dev/chainguard/wolfi-base|]\n", Severity.Warning, "starts as root", TestName = "Wolfi")]
    public void What_the_entry_point_does_decides_the_weight(string text, Severity severity, string part)
    {
        Finding finding = Verify(text).Single();

        finding.Severity.Should().Be(severity);
        finding.Message.ToString().Should().Contain(part);
    }

    [TestCase("FROM a AS build\nFROM debian:12\nUSER 1000\n", TestName = "User of the final stage")]
    [TestCase("FROM debian:12 AS base\nUSER 1000\nFROM base\n", TestName = "User of the base stage")]
    [TestCase("FROM debian:12 AS base\nONBUILD USER 1000\nFROM base\n", TestName = "User of a trigger")]
    [TestCase("FROM gcr.io/distroless/static-debian12:nonroot\n", TestName = "Tag nonroot")]
    [TestCase("FROM cgr.dev/chainguard/static\n", TestName = "Chainguard")]
    [TestCase("FROM dhi.io/node:22\n", TestName = "Hardened image")]
    [TestCase("FROM mcr.microsoft.com/dotnet/aspnet:8.0-nanoserver-ltsc2022\n", TestName = "ASP.NET on Nano Server")]
    [TestCase("FROM mcr.microsoft.com/dotnet/aspnet:8.0-noble-chiseled\n", TestName = "Chiseled ASP.NET")]
    [TestCase("FROM mcr.microsoft.com/windows/nanoserver:ltsc2025\n", TestName = "Nano Server")]
    public void An_image_with_a_user_is_left_alone(string text) => Verify(text);

    [TestCase("FROM [|a/postgres|]\n", TestName = "A name that only ends like one")]
    [TestCase("ARG BASE\nFROM [|$BASE|]\n", TestName = "A variable")]
    public void An_image_that_nobody_knows_is_a_note_for_who_asks(string text)
    {
        Verify(text, "unknown-base=true").Single().Severity.Should().Be(Severity.Info);
        Verify(text.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal));
    }

    [TestCase(Preset.Default, false)]
    [TestCase("security", true)]
    [TestCase("cis", true)]
    [TestCase("strict", true)]
    [TestCase("kubernetes", true)]
    [TestCase("all", true)]
    public void Presets_for_security_ask_for_unknown_images(string preset, bool expected) =>
        Preset.Load(preset).GetOptions(Rule).Get((RuleOption<bool>)Rule.Options.Single()).Should().Be(expected);

    [Test]
    public void One_finding_for_an_image_with_command_entry_point_and_health_check() =>
        Verify("FROM [|debian:12|]\nHEALTHCHECK CMD true\nENTRYPOINT [\"a\"]\nCMD [\"b\"]\n").Should().HaveCount(1);
}
