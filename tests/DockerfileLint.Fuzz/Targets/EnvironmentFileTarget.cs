using DockerfileLint.Analysis.Projects;
using DockerfileLint.Fuzz.Invariants;
using DockerfileLint.Fuzz.Mutation;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Text;

namespace DockerfileLint.Fuzz.Targets;

/// <summary>A <c>.env</c>, alone and beside a project that uses it.</summary>
internal sealed class EnvironmentFileTarget() : FuzzTarget("env")
{
    private const string Compose = """
        services:
          web:
            image: ${IMAGE:-a}:${TAG}
            privileged: ${A}
            user: "${B-0}"
            ports: ["${PORT:-80}:80"]
            env_file: .env
            environment: [A, "B=${B}", "C=${A:+${B}}"]
            volumes: ["${PWD}/${A}:/x"]
            command: ${COMMAND?}

        """;

    internal static Mutator Mutator { get; } =
        new(
            [
                "# a comment\nIMAGE=registry.example.com/web\nTAG=1.2.3 # the newest\nPORT=8080\n",
                "export A=true\nB='a $B #'\nCOMMAND=\"x \\\"y\\\" \\$z \\n\" # c\nC: d\n",
                "A=${B}\nB=${A:-x}\nTAG=${TAG}${TAG}\n",
                "A=\"first\nsecond\nthird\"\nB='${A}'\nPWD=/\nEMPTY=\n",
                "COMPOSE_FILE=compose.yaml:other.yaml\nCOMPOSE_PROFILES=a,b\nCOMPOSE_PROJECT_NAME=x\n",
            ],
            TextParts.OfLines,
            [
                "export ",
                "export",
                "=",
                "A=",
                "B=",
                "A=${A}${A}\n",
                "\\$",
                "\\n",
                "\\x",
                "\\u0041",
                " #",
                "${A?}",
                "${A:?b}",
                "${A+",
                "$A",
                "$1",
                "A B=c\n",
                "A.b-c=d\n",
            ],
            []
        );

    internal override void Check(byte[] input, CancellationToken cancellation)
    {
        var file = new SourceFile(".env", SourceText.From(input));
        var variables = new Dictionary<string, ComposeVariable>(StringComparer.Ordinal);
        EnvironmentFile.Read(
            file,
            variables,
            name => variables.TryGetValue(name, out ComposeVariable found) ? found : ComposeVariable.Unknown,
            new ExpansionAllowance(AnalysisBudget.Default.MaxExpandedCharacters),
            cancellation
        );
        if (variables.Values.Any(variable => variable.Span is { } span && span.End > file.Text.Length))
        {
            throw new InvariantException("A variable lies in its file.");
        }

        var files = new ProjectTextFiles(new ProjectText([("compose.yaml", Compose), (".env", file.Text.ToString())]));
        LintCheck.Check(() => Project.Create(files, ["compose.yaml"]), cancellation);
    }

    protected override string CreateText(Random random) => Mutator.Mutate(random);
}
