using System.CommandLine;
using System.Globalization;
using System.Text;
using DockerfileLint.Analysis.Languages;
using DockerfileLint.Configuration;
using DockerfileLint.Diagnostics;
using DockerfileLint.Files;

namespace DockerfileLint.CommandLine.Commands;

/// <summary>The command <c>init</c>: writes a commented configuration for what the working directory holds.</summary>
internal sealed class InitCommand : Command
{
    private static readonly string FileName = ConfigurationNames.Own[0];

    internal InitCommand(CommandLineEnvironment environment)
        : base("init", $"Writes a commented {FileName} into the working directory.")
    {
        Option<string> preset = ChoiceOption.Create(
            "--preset",
            "The preset that the configuration extends. Default: default.",
            [.. Preset.Names]
        );
        var standardOutput = new Option<bool>("--stdout")
        {
            Description = "Writes to standard output instead of the file.",
        };
        Options.Add(preset);
        Options.Add(standardOutput);
        SetAction(
            (result, cancellation) =>
            {
                string text = Create(
                    environment.WorkingDirectory,
                    result.GetValue(preset) ?? Preset.Default,
                    cancellation
                );
                if (result.GetValue(standardOutput))
                {
                    using StreamWriter writer = CommandLineEnvironment.CreateWriter(environment.StandardOutput);
                    writer.Write(text);
                }
                else
                {
                    WriteFile(Path.Combine(environment.WorkingDirectory, FileName), text);
                    environment.Error.WriteLine($"{FileName} is written; 'dockerfile-lint' reads it from now on.");
                }

                return Task.FromResult(ExitCodes.Clean);
            }
        );
    }

    /// <exception cref="UsageException">There is a file, or it cannot be written.</exception>
    private static void WriteFile(string path, string text)
    {
        try
        {
            // A link in its place counts as a file that is there.
            using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
            stream.Write(Encoding.UTF8.GetBytes(text));
        }
        catch (IOException) when (new FileInfo(path).Attributes != (FileAttributes)(-1))
        {
            throw new UsageException($"There is a {FileName} already; --stdout shows what would be written.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{FileName} cannot be written: {FileReader.Explain(exception).Phrase}.");
        }
    }

    private static string Create(string folder, string preset, CancellationToken cancellation)
    {
        string[] paths =
        [
            .. FileDiscovery
                .Start(["."], folder, folder, language: null, excluded: [])
                .Enumerate(cancellation)
                .Select(file => file.Path),
        ];
        int dockerfiles = paths.Count(path => Language.FromPath(path) == Language.Dockerfile);
        bool isStack = Array.Exists(
            paths,
            path => Path.GetFileName(path).Contains("stack", StringComparison.OrdinalIgnoreCase)
        );
        bool hasHadolint = ConfigurationNames.Hadolint.Any(name => File.Exists(Path.Combine(folder, name)));
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"""
            # yaml-language-server: $schema={ConfigurationSchema.Address}
            # Configuration of dockerfile-lint for {Count(dockerfiles, "Dockerfile")} and {Count(
                paths.Length - dockerfiles,
                "Compose file"
            )}.
            # 'dockerfile-lint show config PATH' tells what holds for a file and where it comes from.

            # Presets ({string.Join(", ", Preset.Names)}) and files such as ./ci/base.yaml, the strongest last.
            extends: {preset}

            # Rules of later editions are reported but fail no run, so that an upgrade breaks nothing.
            edition: {RuleDescriptors.All.Select(rule => rule.Edition).Max()}

            # The lowest severity that makes the exit code 1: error, warning, info, style or none.
            fail-on: warning

            """
        );
        text.Append(
            isStack
                ? "\n# There are stack files: 'docker stack deploy' runs them.\ntarget: swarm\n"
                : "\n# What runs the Compose files: compose or swarm.\n# target: swarm\n"
        );
        if (hasHadolint)
        {
            text.Append(
                "\n# The .hadolint.yaml beside this file still holds for Dockerfiles; what stands here is stronger.\n"
            );
        }

        return text.Append(
                """

                # Images that builds and services may use.
                # trusted-images: [docker.io/library/*, registry.example.com/*]

                # Files with other names, and what is left out.
                # files: {dockerfile: ["*.df"], compose: [stacks/*.yml]}
                # exclude: [examples/]

                # Severities (error, warning, info, style, off) and options by id or name of the rule.
                # rules:
                #   DL3002: error
                #   untrusted-image-registry: {severity: error, options: {trusted-registries: [registry.example.com]}}

                # Other severities for some files.
                # overrides:
                #   - files: [legacy/**]
                #     rules: {DL3008: off}

                # Findings that are accepted for now.
                # suppressions:
                #   - rules: [DL3002]
                #     files: [legacy/Dockerfile]
                #     reason: Is replaced in spring.
                #     until: 2027-03-31

                """
            )
            .ToString();
    }

    private static string Count(int count, string noun) =>
        count.ToString(CultureInfo.InvariantCulture) + $" {noun}{(count == 1 ? "" : "s")}";
}
