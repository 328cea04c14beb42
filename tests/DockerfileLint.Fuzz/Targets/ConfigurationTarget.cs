using DockerfileLint.Analysis;
using DockerfileLint.Configuration;
using DockerfileLint.Diagnostics;
using DockerfileLint.Fuzz.Invariants;
using DockerfileLint.Fuzz.Mutation;
using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Text;

namespace DockerfileLint.Fuzz.Targets;

/// <summary>A configuration: hadolint's, and a set of rules as the presets are written.</summary>
internal sealed class ConfigurationTarget() : FuzzTarget("configuration")
{
    private const string Linted = "FROM example.com/a:1\nLABEL a=b c=2026-01-01\nRUN pip install x && curl y | sh\n";

    private static readonly RuleSet Rules = Preset.Load("all");

    private static readonly Mutator Mutator = new(
        [
            """
            failure-threshold: warning
            format: tty
            ignored: [DL3000, SC2086, 'DL3059']
            override:
              error: [DL3001, DL3002]
              warning: [DL3042]
              info: [DL3032]
              style: [DL3015]
            trustedRegistries:
              - docker.io
              - "*.gcr.io"
              - example.com:5000/team
            label-schema:
              author: text
              contact: email
              created: rfc3339
              version: semver
              documentation: url
              git-revision: hash
              license: spdx
            strict-labels: true
            disable-ignore-pragma: false
            no-fail: yes
            no-color: off
            verbose: true

            """,
            """
            formats: [json, sarif]
            ignored: &codes
              - DL3008
              - DL3999
            override:
              error: *codes
            """,
            """
            rules:
              DL3*: off
              DL3004: error
              no-such-rule: on
              DC*: default
              DL3013:
                severity: warning
                behaviour: hadolint
              DL3026:
                severity: error
                options:
                  trusted-registries: [docker.io, "*.example.com"]
              DL3049:
                options:
                  label-schema: "a:text,b:email"
                  strict: true
            """,
            "rules:\n  '*': {severity: info, options: {}}\n",
        ],
        TextParts.OfYaml,
        [
            "DL3004",
            "DL3*",
            "*",
            "SC",
            "SC99999999999",
            "sudo-in-run",
            "ignored: ",
            "ignored: {}\n",
            "override: []\n",
            "rules: ",
            "  DL3013: {behaviour: }\n",
            "label-schema: {\"\": text}\n",
            "trustedRegistries: [\"\", \"*\", \"**\", \":\", \"a,b\"]\n",
            "semver",
            "on",
            "off",
            "<<: *codes\n",
            "*codes",
            "&codes ",
        ],
        YamlEdits.All
    );

    internal override void Check(byte[] input, CancellationToken cancellation)
    {
        var file = new SourceFile(".hadolint.yaml", SourceText.From(input));
        var configuration = HadolintConfigurationFile.Read(file, Rules);
        foreach (Notification problem in configuration.Problems)
        {
            if (problem.Location is { } location && location.Span.End > file.Text.Length)
            {
                throw new InvariantException($"{problem.Message} lies in the file.");
            }
        }

        RuleSet? rules = configuration.IsValid
            ? configuration.Configuration.OverriddenBy(configuration.Configuration).ApplyTo(Rules)
            : null;
        _ = configuration.Configuration.FindUnknownRules(Rules).Count();
        try
        {
            rules = RuleSetReader.Apply(YamlSyntaxTree.Parse(file, budget: null, cancellation), rules ?? Rules);
        }
        catch (FormatException)
        {
            // So it says that the text is no set of rules.
        }

        if (rules is not null)
        {
            FileResult result = new Linter(new LintOptions { Rules = rules }).Lint("Dockerfile", Linted);
            ResultInvariants.Check(result);
        }
    }

    protected override string CreateText(Random random) => Mutator.Mutate(random);
}
