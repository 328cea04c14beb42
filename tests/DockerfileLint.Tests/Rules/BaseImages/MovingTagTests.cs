using DockerfileLint.Analysis;
using DockerfileLint.Configuration;
using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.BaseImages;

internal sealed class MovingTagTests() : RuleTest("DL5034")
{
    [TestCase("[node:16]")]
    [TestCase("[node:24-alpine]")]
    [TestCase("[python:3-slim-bookworm]")]
    [TestCase("[nginx:stable]")]
    [TestCase("[nginx:mainline-alpine]")]
    [TestCase("[node:lts]")]
    [TestCase("[php:alpine]")]
    [TestCase("[example.com/app:v2]")]
    [TestCase("[maven:3-jdk-8]")]
    [TestCase("[debian:stable-slim]")]
    [TestCase("node:16.20")]
    [TestCase("node:latest")]
    [TestCase("node")]
    [TestCase("debian:12")]
    [TestCase("debian:bookworm-slim")]
    [TestCase("fedora:43")]
    [TestCase("ubuntu:noble")]
    [TestCase("ubuntu:24.04")]
    [TestCase("buildpack-deps:bookworm")]
    [TestCase("example/app:123")]
    [TestCase("example/app:20240131")]
    [TestCase("example/app:2-20240131")]
    [TestCase("example/app:a1b2c3d")]
    [TestCase("node:16@sha256:2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae")]
    public void Tags(string image) => Verify($"FROM {image.Replace("[", "[|").Replace("]", "|]")}\n");

    [Test]
    public void A_release_past_its_support_does_not_move() =>
        Lint.Run("FROM node:16\nFROM node:24\n", new LintOptions { Rules = Preset.Load("strict") })
            .Findings.Where(finding => finding.Rule.Id == "DL5034")
            .Should()
            .ContainSingle()
            .Which.Message.ToString()
            .Should()
            .StartWith("Tag '24'");
}
