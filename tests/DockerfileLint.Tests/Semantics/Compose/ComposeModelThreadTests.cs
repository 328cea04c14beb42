using System.Collections.Immutable;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Semantics.Compose.Schema;
using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Tests.Testing;
using DockerfileLint.Text;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Semantics.Compose;

/// <summary>One model is asked by many threads at once.</summary>
internal sealed class ComposeModelThreadTests
{
    private const int ThreadCount = 8;
    private const int ModelCount = 100;

    private static readonly InMemoryFiles Files = new()
    {
        [".env"] = "TAG=3\nMODE=host\n",
        ["common.yml"] = "services:\n  base:\n    user: root\n    volumes: ['/etc:/host:ro']\n    pid: ${MODE}\n",
        ["compose.override.yaml"] =
            "services:\n  s1: {privileged: true, ports: !override ['1:1']}\n  s2: {command: !reset null}\n",
        ["compose.yaml"] =
            "x-base: &base\n  image: app:${TAG:-1}\n  pid: service:s0\n  environment: {A: '1', B: $C}\n"
            + "services:\n"
            + "  s0: {extends: {file: common.yml, service: base}, container_name: first, command: [a, b]}\n"
            + string.Concat(
                Enumerable
                    .Range(1, 20)
                    .Select(i =>
                        $"  s{i}: {{<<: *base, container_name: 'c{i}', build: ., command: x, mem_limit: {i}m, "
                        + "cap_add: [SYS_ADMIN], cap_drop: [all], security_opt: ['seccomp:unconfined'], "
                        + $"ports: ['80{i}:80'], devices: ['/dev/mem'], volumes: ['v:/v', '${{DIR}}:/d'], tmpfs: /t, "
                        + $"depends_on: [s{i - 1}, missing], post_start: [{{command: y, user: root}}]}}\n"
                    )
            )
            + "volumes:\n  v: {driver_opts: {o: bind, device: /srv}}\n",
    };

    [Test]
    public void They_get_the_same_answers_and_the_same_objects()
    {
        string expected = Describe(Load());
        ComposeModel[] models = [.. Enumerable.Range(0, ModelCount).Select(_ => Load())];
        var answers = new string[ThreadCount, ModelCount];
        var objects = new List<object>[ThreadCount, ModelCount];
        using var together = new Barrier(ThreadCount);
        Exception? failure = null;
        Thread[] threads =
        [
            .. Enumerable
                .Range(0, ThreadCount)
                .Select(thread => new Thread(() =>
                {
                    for (int i = 0; i < ModelCount; i++)
                    {
                        together.SignalAndWait();
                        try
                        {
                            answers[thread, i] = Describe(models[i]);
                            objects[thread, i] = Collect(models[i]);
                        }
                        catch (Exception exception)
                        {
                            failure = exception;
                        }
                    }
                })),
        ];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());

        failure.Should().BeNull();
        expected.Should().Contain("pid=host").And.Contain("missing");
        for (int i = 0; i < ModelCount; i++)
        {
            for (int thread = 0; thread < ThreadCount; thread++)
            {
                answers[thread, i].Should().Be(expected);
                objects[thread, i]
                    .SequenceEqual(objects[0, i], ReferenceEqualityComparer.Instance)
                    .Should()
                    .BeTrue("everybody sees the same objects");
            }
        }
    }

    private static ComposeModel Load()
    {
        SourceFile file = Files.Find("compose.yaml").File!;
        return ComposeModel.Create(YamlSyntaxTree.Parse(file), Files);
    }

    /// <summary>What the model says, asked in an order that starts with what is made on demand.</summary>
    private static string Describe(ComposeModel model)
    {
        var lines = new List<string>();
        foreach (Service service in model.Services)
        {
            lines.Add($"{service} {model.FindService(service.Name)} {model.FindServiceByContainerName("first")}");
            lines.Add($"pid={service.Pid?.Origin} {service.Pid?.IsHost} {service.Image} {service.Build?.Context}");
            lines.Add($"{service.User} {service.Privileged} {service.GetLimits(ComposeTarget.Compose).Memory}");
            lines.Add($"{service.GetLimits(ComposeTarget.Swarm)} {service.IsComplete} {service.Hooks.Count}");
            lines.AddRange(
                service.Mounts.Select(mount => $"{mount.Kind} {mount.HostPath} {mount.Target} {mount.IsReadOnly}")
            );
            lines.AddRange(service.Mounts.Select(mount => $"{VolumeUses.Of(model).Find(mount).Count} uses"));
            lines.AddRange(service.Ports.Select(port => $"{port.Published}:{port.Target} at {port.Span}"));
            lines.AddRange(service.Devices.Select(device => $"{device.Source}"));
            lines.AddRange(service.AddedCapabilities.Concat(service.DroppedCapabilities).Select(name => $"{name}"));
            lines.AddRange(service.SecurityOptions.Select(option => $"{option}"));
            lines.AddRange(service.GetKeyValues("environment").Select(entry => $"{entry.Name}={entry.Text}"));
            lines.Add($"{ServiceJobs.Of(model).Contains(service)} {service.Value.Resets.Count}");
            Describe(service.Value, lines);
        }

        lines.AddRange(model.GetDiagnostics().Select(diagnostic => diagnostic.ToString()));
        lines.AddRange(ComposeSchemaChecker.Check(model, ComposeTarget.Compose).Select(found => found.ToString()));
        return string.Join("\n", lines);
    }

    private static void Describe(ComposeNode? node, List<string> lines)
    {
        switch (node)
        {
            case ComposeMapping mapping:
                foreach (ComposeEntry entry in mapping.Entries)
                {
                    lines.Add($"{entry.Name} {mapping.Find(entry.Name)!.NameSpan}");
                    Describe(entry.Value, lines);
                }

                break;
            case ComposeSequence sequence:
                foreach (ComposeNode item in sequence.Items)
                {
                    Describe(item, lines);
                }

                break;
            case ComposeScalar scalar:
                lines.Add($"{scalar.Text} {scalar.Text.Certainty} {scalar.Span}");
                break;
        }
    }

    /// <summary>What is made once and then kept.</summary>
    private static List<object> Collect(ComposeModel model)
    {
        var objects = new List<object> { VolumeUses.Of(model), ServiceJobs.Of(model) };
        foreach (Service service in model.Services)
        {
            objects.AddRange([service.Image!, service.Mounts, service.Ports, service.Devices, service.Hooks]);
            objects.AddRange([
                service.GetLimits(ComposeTarget.Compose),
                service.GetLimits(ComposeTarget.Swarm),
                service.Build ?? (object)"no build",
            ]);
            Collect(service.Value, objects);
        }

        return objects;
    }

    private static void Collect(ComposeNode? node, List<object> objects)
    {
        if (node is not null)
        {
            objects.Add(node);
        }

        ImmutableArray<ComposeNode?> children = node switch
        {
            ComposeMapping mapping => [.. mapping.Entries.Select(entry => entry.Value)],
            ComposeSequence sequence => [.. sequence.Items],
            _ => [],
        };
        foreach (ComposeNode? child in children)
        {
            Collect(child, objects);
        }

        if (node is ComposeScalar scalar)
        {
            objects.Add(scalar.Text);
        }
    }
}
