using DockerfileLint.Analysis;
using DockerfileLint.Analysis.Audits;
using DockerfileLint.Analysis.Projects;
using DockerfileLint.Configuration;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Tests.Testing;

namespace DockerfileLint.Tests.Analysis.Audits;

/// <summary>Audits texts.</summary>
internal static class AuditTest
{
    internal static AuditResult Audit(InMemoryFiles files, string[] paths, ComposeTarget target = default) =>
        new Linter(new LintOptions { Rules = Preset.Load(Preset.Default), Target = target }).Audit(
            Project.Create(files, paths)
        );

    /// <summary>The audit of the one service or image of a text.</summary>
    internal static ServiceAudit Audit(string path, string text, ComposeTarget target = default) =>
        Audit(new InMemoryFiles { [path] = text }, [path], target).Projects.Single().Services.Single();

    /// <summary>The audit of a service with these keys, and an image where they name none.</summary>
    internal static ServiceAudit AuditService(string keys, ComposeTarget target = default) =>
        Audit(
            "compose.yaml",
            "services:\n  web:\n"
                + (keys.Contains("image:", StringComparison.Ordinal) ? "" : "    image: example/web:1\n")
                + string.Concat(keys.Split('\n').Select(line => $"    {line}\n")),
            target
        );
}
