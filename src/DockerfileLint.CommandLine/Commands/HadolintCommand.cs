using System.Collections.Immutable;
using System.CommandLine;
using DockerfileLint.Analysis;
using DockerfileLint.CommandLine.Discovery;
using DockerfileLint.CommandLine.Output;
using DockerfileLint.CommandLine.ShellChecking;
using DockerfileLint.Configuration;
using DockerfileLint.Diagnostics;
using DockerfileLint.Reporting;

namespace DockerfileLint.CommandLine.Commands;

/// <summary>
/// The command <c>hadolint</c>: hadolint's own options, formats, environment variables and exit codes, for a change of
/// the command's name alone.
/// </summary>
internal sealed class HadolintCommand : Command
{
    internal const string CommandName = "hadolint";

    private const string PresetName = "hadolint";

    private readonly Argument<string[]> _paths = new("DOCKERFILE")
    {
        Description = "Files; '-' reads standard input.",
        Arity = ArgumentArity.ZeroOrMore,
    };
    private readonly Option<bool> _version = new("--version", "-v") { Description = "Shows the version." };
    private readonly Option<bool> _verbose = new("--verbose", "-V")
    {
        Description = "Says on standard error which configuration governs each file.",
    };
    private readonly Option<string> _config = new("--config", "-c")
    {
        Description =
            "The one configuration file for all files. Default: the nearest .hadolint.yaml upwards from each, else "
            + "the working directory's, else the user's.",
        HelpName = "FILE",
    };
    private readonly Option<string> _pathInReport = new("--file-path-in-report")
    {
        Description = "Path that stands for every file in the reports.",
        HelpName = "PATH",
    };
    private readonly Option<bool> _noFail = new("--no-fail") { Description = "Findings do not change the exit code." };
    private readonly Option<bool> _noColor = new("--no-color") { Description = "No colours in text." };
    private readonly Option<string[]> _format = new("--format", "-f")
    {
        Description = "Report format. Repeatable. Default: tty.",
        HelpName = string.Join('|', HadolintConfiguration.FormatNames),
    };
    private readonly Option<string[]> _output = new("--output", "-o")
    {
        Description = "File for a report: the first for the first --format, and so on. Default: standard output.",
        HelpName = "FILE",
    };
    private readonly Option<string[]>[] _severities =
    [
        .. HadolintConfiguration.SeverityNames.Select(name => new Option<string[]>("--" + name)
        {
            Description = $"Gives a rule the severity {name}. Repeatable.",
            HelpName = "CODE",
        }),
    ];

    private readonly Option<string[]> _ignore = new("--ignore")
    {
        Description = "Turns a rule off. Repeatable.",
        HelpName = "CODE",
    };
    private readonly Option<string[]> _trustedRegistry = new("--trusted-registry")
    {
        Description = "A registry that images may come from. Repeatable.",
        HelpName = "REGISTRY",
    };
    private readonly Option<string[]> _requireLabel = new("--require-label")
    {
        Description = "A label that images must have, and the type of its value. Repeatable.",
        HelpName = "NAME:TYPE",
    };
    private readonly Option<bool> _strictLabels = new("--strict-labels")
    {
        Description = "Reports labels outside the schema.",
    };
    private readonly Option<bool> _disableIgnorePragma = new("--disable-ignore-pragma")
    {
        Description = "Does not honour suppressing comments in the linted files.",
    };
    private readonly Option<string> _failureThreshold = new("--failure-threshold", "-t")
    {
        Description = "Lowest severity that makes the exit code 1. Default: info.",
        HelpName = string.Join('|', HadolintConfiguration.ThresholdNames),
    };

    private readonly Option<string> _shellCheck = new(ShellCheckSetting.OptionName)
    {
        Description = ShellCheckSetting.Description,
        HelpName = ShellCheckSetting.HelpName,
    };

    internal HadolintCommand(RuleLookup rules, CommandLineEnvironment environment)
        : base(CommandName, "Lints Dockerfiles with hadolint's options, formats, configuration and exit codes.")
    {
        Arguments.Add(_paths);
        Option[] options =
        [
            _version,
            _verbose,
            _config,
            _pathInReport,
            _noFail,
            _noColor,
            _format,
            _output,
            .. _severities,
            _ignore,
            _trustedRegistry,
            _requireLabel,
            _strictLabels,
            _disableIgnorePragma,
            _failureThreshold,
            _shellCheck,
        ];
        foreach (Option option in options)
        {
            Options.Add(option);
        }

        SetAction(
            (result, cancellation) =>
                Task.Run(() => Run(result, rules, environment, cancellation), CancellationToken.None)
        );
    }

    /// <summary>Takes short options apart whose value is glued to them, such as <c>-fjson</c>.</summary>
    internal static string[] SplitShortOptions(string[] args)
    {
        int end = Array.IndexOf(args, "--");
        return
        [
            .. args.SelectMany(
                (argument, index) =>
                    (end < 0 || index < end)
                    && argument.Length > 2
                    && argument[0] == '-'
                    && argument[1] is 'c' or 'f' or 'o' or 't'
                    && argument[2] != '='
                        ? [argument[..2], argument[2..]]
                        : new[] { argument }
            ),
        ];
    }

    private int Run(
        ParseResult result,
        RuleLookup rules,
        CommandLineEnvironment environment,
        CancellationToken cancellation
    )
    {
        if (result.GetValue(_version))
        {
            using StreamWriter writer = CommandLineEnvironment.CreateWriter(environment.StandardOutput);
            writer.WriteLine($"DockerfileLint {ToolVersion.Current}");
            return ExitCodes.Clean;
        }

        string[] paths = result.GetValue(_paths) ?? [];
        if (paths.Length == 0)
        {
            throw new UsageException(
                "No Dockerfile is given. 'dockerfile-lint hadolint Dockerfile' lints a file, '-' standard input."
            );
        }

        if (paths.FirstOrDefault(path => path.Contains('\0') || path.Length == 0) is { } impossible)
        {
            throw new UsageException(impossible.Length == 0 ? "A path is empty." : "A path holds a NUL character.");
        }

        RuleSet preset = rules.Load(PresetName);
        var variables = HadolintEnvironment.Read(environment.GetVariable);
        HadolintConfiguration options = ReadOptions(result);
        foreach (
            string unknown in variables.OverriddenBy(options).FindUnknownRules(preset).Distinct(StringComparer.Ordinal)
        )
        {
            environment.Error.WriteLine(
                $"info: '{VisibleText.Escape(unknown)}' on the command line or in the environment is no rule; it "
                    + $"changes nothing."
            );
        }

        DateTimeOffset today = environment.GetToday();
        HadolintConfiguration Combine(HadolintConfiguration file) => variables.OverriddenBy(file).OverriddenBy(options);
        var shellCheck = ShellCheckSetting.Read(result.GetValue(_shellCheck), environment.WorkingDirectory);
        FileSettings Configure(FileConfiguration file)
        {
            HadolintConfiguration configuration = Combine(file.Hadolint?.Configuration ?? HadolintConfiguration.Empty);
            var linter = new Linter(
                new LintOptions
                {
                    Rules = shellCheck.ApplyTo(configuration.ApplyTo(preset)),
                    HonourInlineSuppressions = configuration.DisableIgnorePragma != true,
                    SuppressionDialects = SuppressionDialects.Own | SuppressionDialects.Hadolint,
                    Today = today,
                }
            );
            return new FileSettings(
                linter,
                configuration.NoFail == true ? null : configuration.FailureThreshold ?? Severity.Info
            );
        }

        var configurations = result.GetValue(_config) is { } path
            ? ConfigurationFiles.Only(environment, environment.WorkingDirectory, preset, path, findsOwn: false)
            : ConfigurationFiles.Search(environment, environment.WorkingDirectory, preset, findsOwn: false);

        // What concerns the run as a whole is asked of the working directory, as in hadolint.
        HadolintConfiguration run = Combine(
            configurations.FindOfRun() is { IsValid: true } file ? file.Configuration : HadolintConfiguration.Empty
        );
        var settings = new HadolintSettings
        {
            Paths = paths,
            PathInReport = result.GetValue(_pathInReport),
            Outputs = ReadOutputs(run.Formats, result.GetValue(_output) ?? []),
            Rules = shellCheck.ApplyTo(run.ApplyTo(preset)),
            Configure = Configure,
            Configurations = configurations,
            ShellCheckPath = shellCheck.Path,
            IsColored = run.NoColor != true && environment.IsColorWanted,
            IsVerbose = run.Verbose == true,
        };
        OutputLinks.Refuse(settings.Outputs, environment.WorkingDirectory, environment.WorkingDirectory);
        return new HadolintRun(settings, environment).Execute(cancellation);
    }

    private HadolintConfiguration ReadOptions(ParseResult result) =>
        new()
        {
            Ignored = ReadLists(result.GetValue(_ignore)),
            Overrides = HadolintEnvironment.ReadOverrides(name =>
                ReadLists(result.GetValue(_severities[HadolintConfiguration.SeverityNames.IndexOf(name)]))
            ),
            TrustedRegistries = ReadLists(result.GetValue(_trustedRegistry)),
            LabelSchema =
            [
                .. ReadLists(result.GetValue(_requireLabel))
                    .Select(label => HadolintEnvironment.ReadLabel(_requireLabel.Name, label)),
            ],
            StrictLabels = result.GetValue(_strictLabels) ? true : null,
            DisableIgnorePragma = result.GetValue(_disableIgnorePragma) ? true : null,
            FailureThreshold = result.GetValue(_failureThreshold) is { } threshold
                ? HadolintEnvironment.ReadThreshold(_failureThreshold.Name, threshold)
                : null,
            NoFail = result.GetValue(_noFail) ? true : null,
            NoColor = result.GetValue(_noColor) ? true : null,
            Verbose = result.GetValue(_verbose) ? true : null,
            Formats =
            [
                .. (result.GetValue(_format) ?? []).Select(format =>
                    HadolintEnvironment.ReadFormat(_format.Name, format)
                ),
            ],
        };

    private static ImmutableArray<string> ReadLists(string[]? values) =>
        [.. (values ?? []).SelectMany(value => HadolintEnvironment.ReadList(value))];

    /// <summary>Pairs formats and files by their places; formats without a file go to standard output.</summary>
    private static OutputRequest[] ReadOutputs(ImmutableArray<string> formats, string[] files)
    {
        formats = formats.IsEmpty ? [HadolintReporters.Text] : formats;
        return files.Length <= formats.Length
            ?
            [
                .. formats.Select(
                    (format, index) => new OutputRequest(format, index < files.Length ? files[index] : null)
                ),
            ]
            : throw new UsageException(
                $"--output '{files[formats.Length]}' has no --format of its own; write one for each file."
            );
    }
}
