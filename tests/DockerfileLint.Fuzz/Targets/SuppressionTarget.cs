using DockerfileLint.Analysis.Languages;
using DockerfileLint.Fuzz.Mutation;
using DockerfileLint.Text;

namespace DockerfileLint.Fuzz.Targets;

/// <summary>Comments that suppress findings, all over a file.</summary>
internal sealed class SuppressionTarget() : FuzzTarget("suppressions")
{
    private static readonly Mutator Comments = new(
        [
            "# dockerfile-lint ignore=DL3004\n",
            "# dockerfile-lint ignore=DL3004,sudo-in-run,SC2086,all until=2026-01-01 reason=because of it\n",
            "# dockerfile-lint ignore-stage=DL3004 , DL3020 until=2025-12-31\n",
            "# dockerfile-lint ignore-file=DC2001,DL3004 reason=x\n",
            "# hadolint ignore=DL3004,SC2086 # because\n",
            "# hadolint stage ignore=DL3006\n",
            "# hadolint global ignore=DL3004, DL1000\n",
            "# hadolint shell=bash\n",
            "# check=skip=JSONArgsRecommended,all;error=true;experimental=all\n",
            "# check=experimental=InvalidDefinitionDescription;skip=A\n",
            "# kics-scan ignore-line\n",
            "# shellcheck disable=SC2086\n",
            "#checkov:skip=CKV_DOCKER_2:reason\n",
        ],
        TextParts.OfLines,
        [
            "DL1000",
            "DL3004",
            "DC1001",
            "all",
            "*",
            "ignore=",
            "ignore-file=",
            "until=",
            "until=0000-00-00",
            "until=2024-02-30",
            "reason=",
            ",,",
            ";;",
            "check=",
            "stage ",
            "global ",
        ],
        []
    );

    internal override void Check(byte[] input, CancellationToken cancellation)
    {
        var text = SourceText.From(input);
        Language language = Language.FromText(text);
        string path = language == Language.Compose ? "compose.yaml" : "Dockerfile";
        LintCheck.Check(new SourceFile(path, text), language, cancellation);
    }

    protected override string CreateText(Random random)
    {
        bool isCompose = random.Next(3) == 0;
        IReadOnlyList<string> seeds = isCompose ? SeedTexts.ComposeFiles : SeedTexts.Dockerfiles;
        List<string> lines = [.. seeds[random.Next(seeds.Count)].Split('\n').Select(line => line + "\n")];
        for (int comments = random.Next(1, 8); comments > 0; comments--)
        {
            int at = random.Next(lines.Count);
            string comment = Comments.Mutate(random);
            switch (random.Next(6))
            {
                case 0:
                    lines[at] = $"{lines[at].TrimEnd('\n')} {comment}";
                    break;
                case 1:
                    lines[at] = $"{lines[at].TrimEnd('\n')} \\\n{comment}";
                    break;
                default:
                    lines.Insert(random.Next(4) == 0 ? 0 : at, comment);
                    break;
            }
        }

        string text = string.Concat(lines);
        return random.Next(4) > 0 ? text
            : isCompose ? YamlTarget.Mutator.Mutate(text, random)
            : DockerfileTarget.Mutator.Mutate(text, random);
    }
}
