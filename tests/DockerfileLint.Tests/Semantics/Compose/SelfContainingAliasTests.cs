using DockerfileLint.Analysis;
using DockerfileLint.Analysis.Projects;
using DockerfileLint.Configuration;
using DockerfileLint.Semantics.Compose.Schema;
using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Semantics.Compose;

/// <summary>
/// An alias in what it names has no end: whoever followed it would never come back, wherever it stands.
/// </summary>
[Parallelizable(ParallelScope.All)]
internal sealed class SelfContainingAliasTests
{
    /// <summary>What a value holds that stands in itself.</summary>
    private static readonly string[] Values =
    [
        "&x {x: *x, image: *x}",
        "&x [*x, *x]",
        "&x {<<: *x, x: {<<: *x}}",
        "*all",
    ];

    private static readonly Linter All = new(new LintOptions { Rules = Preset.Load("all") });

    [TestCaseSource(nameof(Values))]
    public void Is_followed_from_no_key(string value)
    {
        List<string> paths = [.. GetPaths(ComposeSchema.File, [], [])];
        paths.Should().HaveCountGreaterThan(300, "the schema has as many keys");

        foreach (string path in paths)
        {
            // Some values are looked at where services take them over, or lie over those of another file.
            string text = $"x-all: &all\n  x: *all\n{Write(path.Split('/'), value)}";
            var files = new InMemoryFiles
            {
                ["compose.yaml"] = text,
                ["compose.override.yaml"] = text + "include: [other.yaml]\n",
                ["other.yaml"] = text,
                ["extending.yaml"] =
                    "services:\n  a: {extends: {file: other.yaml, service: n}}\n  n: {extends: a, image: b}\n",
            };
            var project = Project.Create(files, ["compose.yaml", "extending.yaml", "other.yaml"]);

            (LintResult result, long work) = Measure(() => All.Lint(project));

            result
                .Files.SelectMany(file => file.Notifications)
                .Should()
                .NotContain(each => each.Rule.Id == "DL9002", $"no rule crashes on {text}");
            work.Should().BeLessThan(20_000_000, $"{text} is a small file");
        }
    }

    private static (LintResult Result, long Work) Measure(Func<LintResult> lint) =>
        HangGuard.Run(() =>
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            LintResult result = lint();
            return (result, GC.GetAllocatedBytesForCurrentThread() - before);
        });

    /// <summary>The keys that lead to each value that Compose knows.</summary>
    private static IEnumerable<string> GetPaths(SchemaType type, string[] path, HashSet<SchemaType> above)
    {
        if (!above.Add(type))
        {
            yield break;
        }

        IEnumerable<(string Key, SchemaType Type)> parts = (type.Mapping?.Keys ?? []).Select(each =>
            (each.Key, each.Value)
        );
        parts = parts.Concat(
            new[] { ("n", type.Mapping?.Named), ("-", type.Item) }
                .Where(part => part.Item2 is not null)
                .Select(part => (part.Item1, part.Item2!))
        );
        if (type.Mapping is { AllowsExtensions: true } or { AllowsFurtherKeys: true })
        {
            parts = parts.Append(("x-n", new SchemaType()));
        }

        foreach ((string key, SchemaType value) in parts)
        {
            string[] own = [.. path, key];
            yield return string.Join('/', own);
            foreach (string below in GetPaths(value, own, above))
            {
                yield return below;
            }
        }

        above.Remove(type);
    }

    private static string Write(string[] path, string value)
    {
        string text = "";
        for (int i = 0; i < path.Length; i++)
        {
            text += $"{new string(' ', 2 * i)}{path[i]}{(path[i] == "-" ? "\n" : ":\n")}";
        }

        return $"{text}{new string(' ', 2 * path.Length)}{value}\n";
    }
}
