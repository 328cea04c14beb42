using System.CommandLine;
using System.Globalization;
using DockerfileLint.CommandLine.Discovery;
using DockerfileLint.CommandLine.Output;
using DockerfileLint.Configuration;
using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.CommandLine.Commands;

/// <summary>
/// The command <c>audit</c>: its options, and what they mean. Files are found and linted as by <c>lint</c>.
/// </summary>
internal sealed class AuditCommand : Command
{
    internal const string CommandName = "audit";

    private readonly Argument<string[]> _paths = new("PATH")
    {
        Description = "Files and folders, as for lint. Default: the working directory.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string> _minIndex = new("--min-index")
    {
        Description =
            "Lowest hardening index, from 0 to 100, of every service and image: the exit code is 1 where the lower "
            + "bound of one is below. Default: none.",
        HelpName = "N",
    };
    private readonly Option<string[]> _format = ChoiceOption.CreateRepeatable(
        "--format",
        "Report format. Repeatable, each with its own --output. Default: text.",
        AuditFormats.All
    );
    private readonly Option<string[]> _output = new("--output", "-o")
    {
        Description = "File for the --format before it. Default: standard output.",
        HelpName = "FILE",
    };
    private readonly Option<bool> _outputFollowLinks = new("--output-follow-links")
    {
        Description = "Writes an --output through links below the working directory or the root.",
    };
    private readonly Option<string[]> _exclude = new("--exclude")
    {
        Description =
            "Leaves out what matches a pattern, written as in .gitignore and relative to the root. Repeatable.",
        HelpName = "GLOB",
    };
    private readonly Option<bool> _noIgnore = new("--no-ignore")
    {
        Description = "Also audits what .gitignore files name. What git tracks is audited in any case.",
    };
    private readonly Option<bool> _followLinks = new("--follow-links")
    {
        Description = "Reads files through links that lead out of the root.",
    };
    private readonly Option<bool> _allowUnread = new("--allow-unread")
    {
        Description =
            "Takes files that Compose projects name and that are not read, as addresses are not, for a warning.",
    };
    private readonly Option<string> _root = new("--root")
    {
        Description = "Folder that the paths in the output are relative to. Default: the working directory.",
        HelpName = "DIR",
    };
    private readonly Option<string> _preset = ChoiceOption.Create(
        "--preset",
        "Rules and severities of the findings. Default: default.",
        [.. Preset.Names]
    );
    private readonly Option<string> _config = new("--config")
    {
        Description = "The one configuration file for all files, ours or hadolint's. Default: the nearest one upwards.",
        HelpName = "FILE",
    };
    private readonly Option<bool> _noConfig = new("--no-config") { Description = "Reads no configuration file." };
    private readonly BuildOptions _build = new();
    private readonly ComposeProjectOptions _compose = new();
    private readonly Option<int> _jobs = JobsOption.Create();
    private readonly Option<bool> _quiet = new("--quiet", "-q")
    {
        Description = "Writes nothing but the report and errors of usage.",
    };
    private readonly Option<string> _color = ChoiceOption.Create(
        "--color",
        "Colours in text. Default: auto, which is on in a terminal unless NO_COLOR is set.",
        "auto",
        "always",
        "never"
    );

    internal AuditCommand(RuleLookup rules, CommandLineEnvironment environment)
        : base(CommandName, "Shows what isolates each service of Compose projects, and how hard that makes it.")
    {
        Arguments.Add(_paths);
        foreach (
            Option option in (Option[])
                [
                    _minIndex,
                    _format,
                    _output,
                    _outputFollowLinks,
                    _exclude,
                    _noIgnore,
                    _followLinks,
                    _allowUnread,
                    _root,
                    _preset,
                    _config,
                    _noConfig,
                    .. _build.All,
                    .. _compose.All,
                    _jobs,
                    _quiet,
                    _color,
                ]
        )
        {
            Options.Add(option);
        }

        // On a thread of its own, since the library that parses the command line sees an interrupt only while it waits.
        SetAction(
            (result, cancellation) =>
                Task.Run(
                    () => new LintRun(ReadSettings(result, rules, environment), environment).Execute(cancellation),
                    CancellationToken.None
                )
        );
    }

    private int? ReadMinIndex(ParseResult result) =>
        result.GetValue(_minIndex) is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index <= 100 ? index
        : throw new UsageException($"{_minIndex.Name}: '{text}' is not a number from 0 to 100.");

    private LintSettings ReadSettings(ParseResult result, RuleLookup rules, CommandLineEnvironment environment)
    {
        string[] paths = result.GetValue(_paths) ?? [];
        string root = Path.GetFullPath(result.GetValue(_root) ?? ".", environment.WorkingDirectory);
        if (!Directory.Exists(root))
        {
            throw new UsageException($"--root '{result.GetValue(_root)}' is not a folder.");
        }

        if (paths.FirstOrDefault(path => path.Contains('\0') || path.Length == 0) is { } impossible)
        {
            throw new UsageException(impossible.Length == 0 ? "A path is empty." : "A path holds a NUL character.");
        }

        IReadOnlyList<OutputRequest> outputs = OutputRequest.Read(result, _format, _output, AuditFormats.All);
        if (!result.GetValue(_outputFollowLinks))
        {
            OutputLinks.Refuse(outputs, environment.WorkingDirectory, root);
        }

        RuleSet preset = rules.Load(result.GetValue(_preset) ?? Preset.Default);
        string[] composeFiles = _compose.GetFiles(result);
        BuildRequest build = _build.Read(result, out ComposeTarget? target);
        var configurator = new FileConfigurator
        {
            Rules = rules,
            Preset = result.GetValue(_preset),
            FailOn = Severity.Off,
            Target = target,
            Build = build,
            Compose = _compose.Read(result, environment.WorkingDirectory, root),
            Today = environment.GetToday(),
        };
        return new LintSettings
        {
            Paths = paths.Length + composeFiles.Length == 0 ? ["."] : [.. paths, .. composeFiles],
            Excluded = result.GetValue(_exclude) ?? [],
            Ignores = !result.GetValue(_noIgnore),
            FollowsLinks = result.GetValue(_followLinks),
            AllowsUnread = result.GetValue(_allowUnread),
            Root = root,
            StandardInputName = "stdin",
            Options = configurator.Configure(default).Linter.Options,
            Configure = configurator.Configure,
            Configurations = ConfigurationFiles.Read(
                environment,
                root,
                preset,
                result.GetValue(_config),
                result.GetValue(_noConfig)
            ),
            Outputs = outputs,
            Audits = true,
            MinIndex = ReadMinIndex(result),
            Jobs = JobsOption.Get(result, _jobs),
            IsQuiet = result.GetValue(_quiet),
            Color = Enum.Parse<ColorMode>(result.GetValue(_color) ?? "auto", ignoreCase: true),
            IsColorWanted = environment.IsColorWanted,
        };
    }
}
