using DockerfileLint.Analysis.Languages;
using DockerfileLint.Text;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Analysis.Languages;

public class LanguageDetectionTests
{
    [TestCase("services:\n  web: {}\n")]
    [TestCase("# comment\n\nversion: '3'\n")]
    [TestCase("---\nservices: {}\n")]
    [TestCase("x-common: &common\n  restart: always\n")]
    [TestCase("\"services\": {}\n")]
    [TestCase("{\"services\": {}}")]
    [TestCase("%YAML 1.2\n---\n")]
    public void A_text_that_starts_like_Compose_is_Compose(string text) =>
        Language.FromText(SourceText.From(text)).Should().Be(Language.Compose);

    [TestCase("")]
    [TestCase("# only a comment")]
    [TestCase("FROM alpine:3.20\n")]
    [TestCase("# syntax=docker/dockerfile:1\nARG A=b:c\n")]
    [TestCase("LABEL a: b\n")]
    public void Everything_else_is_a_Dockerfile(string text) =>
        Language.FromText(SourceText.From(text)).Should().Be(Language.Dockerfile);
}
