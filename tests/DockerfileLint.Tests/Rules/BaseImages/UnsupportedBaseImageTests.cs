using DockerfileLint.Diagnostics;
using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.BaseImages;

internal sealed class UnsupportedBaseImageTests() : RuleTest("DL5033")
{
    [TestCase("node:14", "Node.js 14", "2023-04-30", "node:24")]
    [TestCase("node:10.15.3-alpine", "Node.js 10", "2021-04-30", "node:24")]
    [TestCase("node:carbon", "Node.js 8", "2019-12-31", "node:24")]
    [TestCase("arm64v8/node:8", "Node.js 8", "2019-12-31", "node:24")]
    [TestCase("docker.io/library/python:2", "Python 2.7", "2020-01-01", "python:3.14")]
    [TestCase("python:3.6-alpine3.9", "Python 3.6", "2021-12-23", "python:3.14")]
    [TestCase("python:3.13-alpine3.9", "Alpine 3.9", "2020-11-01", "alpine3.23")]
    [TestCase("python:3.13-buster", "Debian 10", "2024-06-30", "trixie")]
    [TestCase("debian:9.5-slim", "Debian 9", "2022-07-01", "debian:13")]
    [TestCase("debian:stretch-20200130", "Debian 9", "2022-07-01", "debian:13")]
    [TestCase("ubuntu:kinetic", "Ubuntu 22.10", "2023-07-20", "ubuntu:26.04")]
    [TestCase("ubuntu:16.04", "Ubuntu 16.04", "2021-04-02", "ubuntu:26.04")]
    [TestCase("ubuntu:xenial-20180112.1", "Ubuntu 16.04", "2021-04-02", "ubuntu:26.04")]
    [TestCase("alpine:3.9.6", "Alpine 3.9", "2020-11-01", "alpine:3.23")]
    [TestCase("centos", "CentOS", "2024-06-30", "almalinux:9")]
    [TestCase("docker.io/centos:latest", "CentOS", "2024-06-30", "almalinux:9")]
    [TestCase("centos:7.4.1708", "CentOS 7", "2024-06-30", "almalinux:9")]
    [TestCase("centos:centos6", "CentOS 6", "2020-11-30", "almalinux:9")]
    [TestCase("openjdk:8-jre-alpine", "openjdk", "2022-07-31", "eclipse-temurin:21")]
    [TestCase("java:8", "java", "2016-12-31", "eclipse-temurin:21")]
    [TestCase("mcr.microsoft.com/dotnet/core/sdk:3.1", ".NET 3.1", "2022-12-13", null)]
    [TestCase("mcr.microsoft.com/dotnet/sdk:6.0-alpine", ".NET 6.0", "2024-11-12", "mcr.microsoft.com/dotnet/sdk:10.0")]
    [TestCase("postgres:9", "PostgreSQL 9.6", "2021-11-11", "postgres:18")]
    [TestCase("golang:1.3", "Go 1.3", "2015-08-19", "golang:1.26")]
    [TestCase("nginx:1.19.2-alpine", "nginx 1.19", "2021-05-25", null)]
    [TestCase("nvidia/cuda:10.0-devel-ubuntu18.04", "Ubuntu 18.04", "2023-05-31", "ubuntu26.04")]
    [TestCase("gcr.io/distroless/base-debian10", "Debian 10", "2024-06-30", "debian13")]
    [TestCase(
        "node:14@sha256:2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae",
        "Node.js 14",
        null,
        null
    )]
    public void Past_its_support(string image, string release, string? date, string? replacement)
    {
        Finding finding = Verify($"FROM [|{image}|]\n").Should().ContainSingle().Subject;

        finding.Message.ToString().Should().StartWith($"'{release}' in '{image}' has had no support since '{date}");
        finding.Message.Help.Should().Contain($"'{replacement}");
    }

    [TestCase("node:24")]
    [TestCase("node")]
    [TestCase("node:lts")]
    [TestCase("node:99")]
    [TestCase("python:3")]
    [TestCase("python:3.10")]
    [TestCase("python:3.13-alpine")]
    [TestCase("debian:12")]
    [TestCase("debian:sid")]
    [TestCase("ubuntu:24.04")]
    [TestCase("alpine:3.23")]
    [TestCase("alpine:edge")]
    [TestCase("mysql:8")]
    [TestCase("redis:7")]
    [TestCase("example/node:14")]
    [TestCase("openjdk:25-ea-slim")]
    [TestCase("amazonlinux:2023")]
    [TestCase("ros:kinetic")]
    [TestCase("scratch")]
    public void In_support_or_not_known(string image) => Verify($"FROM {image}\n");

    [Test]
    public void A_variable_is_judged_by_its_default() =>
        Verify("ARG V=14\nARG W\nFROM [|node:${V}|] AS a\nFROM node:$W\nFROM a\n");
}
