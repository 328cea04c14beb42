using DockerfileLint.Analysis.Projects;
using DockerfileLint.Fuzz.Mutation;
using DockerfileLint.Text;

namespace DockerfileLint.Fuzz.Targets;

/// <summary>
/// A folder of Compose files, as a <see cref="ProjectText"/>: the effective project and its findings.
/// </summary>
internal sealed class ComposeTarget() : FuzzTarget("compose")
{
    private static readonly string[] Paths =
    [
        "compose.yaml",
        "compose.override.yaml",
        "docker-compose.yml",
        "parts/a.yaml",
        "parts/compose.yaml",
        ".env",
        "parts/.env",
        "Dockerfile",
        "../compose.yaml",
    ];

    internal override void Check(byte[] input, CancellationToken cancellation)
    {
        var files = new ProjectTextFiles(ProjectText.Parse(SourceText.From(input).ToString(), "compose.yaml"));
        string[] paths = [.. files.Paths.Where(path => path.EndsWith("ml", StringComparison.Ordinal))];
        LintCheck.Check(() => Project.Create(files, paths), cancellation);
    }

    protected override string CreateText(Random random)
    {
        List<(string Path, string Text)> files = [.. SeedTexts.Projects[random.Next(SeedTexts.Projects.Count)].Files];
        for (int changes = random.Next(1, 3); changes > 0; changes--)
        {
            int index = random.Next(files.Count);
            (string path, string text) = files[index];
            switch (random.Next(12))
            {
                case 0:
                    files.Add((Paths[random.Next(Paths.Length)], text));
                    break;
                case 1:
                    files[index] = (Paths[random.Next(Paths.Length)], text);
                    break;
                case 2 when files.Count > 1:
                    files.RemoveAt(index);
                    break;
                case 3:
                    files.Add((Paths[random.Next(Paths.Length)], YamlTarget.Mutator.Mutate(random)));
                    break;
                default:
                    Mutator mutator = path.EndsWith("env", StringComparison.Ordinal)
                        ? EnvironmentFileTarget.Mutator
                        : YamlTarget.Mutator;
                    files[index] = (path, mutator.Mutate(text, random));
                    break;
            }
        }

        return new ProjectText(files).ToString();
    }
}
