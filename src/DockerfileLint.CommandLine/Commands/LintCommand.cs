using System.CommandLine;
using DockerfileLint.Analysis.Fixes;
using DockerfileLint.Analysis.Languages;
using DockerfileLint.CommandLine.Baselines;
using DockerfileLint.CommandLine.Changes;
using DockerfileLint.CommandLine.Discovery;
using DockerfileLint.CommandLine.Fixing;
using DockerfileLint.CommandLine.Output;
using DockerfileLint.CommandLine.ShellChecking;
using DockerfileLint.Configuration;
using DockerfileLint.Diagnostics;
using DockerfileLint.Files;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.CommandLine.Commands;

/// <summary>The command <c>lint</c>: its options, and what they mean.</summary>
internal sealed class LintCommand : Command
{
    internal const string CommandName = "lint";

    private readonly Argument<string[]> _paths = new("PATH")
    {
        Description =
            "Files and folders; '-' reads standard input. Files are linted whatever their name, folders are "
            + "searched. Default: the working directory.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string> _type = ChoiceOption.Create(
        "--type",
        "Language of all files. Default: by name, else by content.",
        [.. Language.All.Select(language => language.Id)]
    );
    private readonly Option<string> _standardInputName = new("--stdin-filename")
    {
        Description = "Path that standard input has in the output and for telling its language.",
        HelpName = "NAME",
    };
    private readonly Option<string[]> _exclude = new("--exclude")
    {
        Description =
            "Leaves out what matches a pattern, written as in .gitignore and relative to the root. Repeatable.",
        HelpName = "GLOB",
    };
    private readonly Option<bool> _noIgnore = new("--no-ignore")
    {
        Description = "Also lints what .gitignore files name. What git tracks is linted in any case.",
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
        "Rules and severities to start from. Default: default.",
        [.. Preset.Names]
    );
    private readonly Option<string[]> _select = new("--select")
    {
        Description = "Runs only these rules: ids, names or other tools' ids, with commas between them. Repeatable.",
        HelpName = "ID,…",
    };
    private readonly Option<string[]> _ignore = new("--ignore")
    {
        Description = "Turns rules off: ids, names or other tools' ids, with commas between them. Repeatable.",
        HelpName = "ID,…",
    };
    private readonly Option<string> _config = new("--config")
    {
        Description = "The one configuration file for all files, ours or hadolint's. Default: the nearest one upwards.",
        HelpName = "FILE",
    };
    private readonly Option<bool> _noConfig = new("--no-config") { Description = "Reads no configuration file." };
    private readonly Option<bool> _noInline = new("--no-inline")
    {
        Description = "Does not honour suppressing comments in the linted files.",
    };
    private readonly Option<string[]> _honorComments = ChoiceOption.CreateRepeatable(
        "--honor-comments",
        "Honours suppressing comments of another tool, too. Repeatable.",
        [.. ConfigurationKeys.CommentDialects]
    );
    private readonly Option<string[]> _format = ChoiceOption.CreateRepeatable(
        "--format",
        "Report format. Repeatable, each with its own --output. Default: text.",
        OutputRequest.Formats
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
    private readonly Option<string> _sarifCategory = new("--sarif-category")
    {
        Description = "Category that keeps this run apart from others in code scanning.",
        HelpName = "CATEGORY",
    };
    private readonly Option<string> _sarifSuppressed = ChoiceOption.Create(
        "--sarif-suppressed",
        "Whether SARIF lists suppressed results. Default: omit.",
        "include",
        "omit"
    );
    private readonly Option<string> _failOn = ChoiceOption.Create(
        "--fail-on",
        "Lowest severity that makes the exit code 1. Default: warning.",
        "error",
        "warning",
        "info",
        "style",
        "none"
    );
    private readonly Option<string> _minSeverity = ChoiceOption.Create(
        "--min-severity",
        "Lowest severity that is reported. Default: style, which is all.",
        [.. ConfigurationKeys.Severities]
    );
    private readonly Option<string> _minPrecision = ChoiceOption.Create(
        "--min-precision",
        "Lowest precision of the rules whose findings are reported. Default: low, which is all.",
        [.. ConfigurationKeys.Precisions]
    );
    private readonly Option<string> _edition = new("--edition")
    {
        Description =
            "Edition of the rules that may fail the run, such as 2026.1; later ones are in preview. Default: latest.",
        HelpName = "EDITION",
    };
    private readonly Option<string> _baseline = new("--baseline")
    {
        Description = "Findings that do not count, as --write-baseline wrote them: only new ones fail the run.",
        HelpName = "FILE",
    };
    private readonly Option<string> _writeBaseline = new("--write-baseline")
    {
        Description = "Writes all findings to a file for --baseline; the run does not fail.",
        HelpName = "FILE",
    };
    private readonly Option<string> _changes = new(DiffFile.OptionName)
    {
        Description =
            "Lints the files that a unified diff touches, as 'git diff -U0' writes it; '-' reads it from standard "
            + "input.",
        HelpName = "FILE",
    };
    private readonly Option<string> _changedSince = new(GitDiff.OptionName)
    {
        Description =
            "Lints the files that are changed since this branch left a revision, such as origin/main. Starts git.",
        HelpName = "REV",
    };
    private readonly Option<bool> _diffOnly = new("--diff-only")
    {
        Description = "Reports findings on changed lines only, with --changes or --changed-since.",
    };
    private readonly Option<bool> _fix = new("--fix")
    {
        Description =
            "Mends what can be mended without a change of meaning, and reports the rest. Standard input goes mended to "
            + "standard output.",
    };
    private readonly Option<bool> _unsafeFixes = new("--unsafe-fixes")
    {
        Description = "Applies fixes, too, that may change what is built or run; explain says what each may change.",
    };
    private readonly Option<string[]> _fixRule = new("--fix-rule")
    {
        Description = "Mends findings of these rules only: ids or names, with commas between them. Repeatable.",
        HelpName = "ID,…",
    };
    private readonly Option<bool> _diff = new("--diff")
    {
        Description =
            "Shows what --fix would change, as a unified diff, and writes nothing. The exit code is 1 where there is "
            + "anything.",
    };
    private readonly Option<bool> _reportFixes = new("--report-fixes")
    {
        Description = "Adds to SARIF and JSON the fix of each finding, once it is proven.",
    };
    private readonly Option<bool> _statistics = new("--statistics")
    {
        Description = "Counts the findings by rule, on standard error.",
    };
    private readonly Option<bool> _noFail = new("--no-fail") { Description = "Findings do not change the exit code." };
    private readonly BuildOptions _build = new();
    private readonly ComposeProjectOptions _compose = new();
    private readonly Option<string> _shellCheck = new(ShellCheckSetting.OptionName)
    {
        Description = ShellCheckSetting.Description,
        HelpName = ShellCheckSetting.HelpName,
    };
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
    private readonly Option<bool> _noGroup = new("--no-group")
    {
        Description = "Shows every finding in text; otherwise those of one rule in a file are joined after the third.",
    };
    private readonly Option<bool> _timing = new("--timing")
    {
        Description = "Writes to standard error how long the run took.",
    };

    internal LintCommand(RuleLookup rules, CommandLineEnvironment environment)
        : base(CommandName, "Lints Dockerfiles and Compose files. The command that runs where none is named.")
    {
        Arguments.Add(_paths);
        foreach (
            Option option in (Option[])
                [
                    _type,
                    _standardInputName,
                    _exclude,
                    _noIgnore,
                    _followLinks,
                    _allowUnread,
                    _root,
                    _preset,
                    _select,
                    _ignore,
                    _config,
                    _noConfig,
                    _noInline,
                    _honorComments,
                    _format,
                    _output,
                    _outputFollowLinks,
                    _sarifCategory,
                    _sarifSuppressed,
                    _failOn,
                    _minSeverity,
                    _minPrecision,
                    _edition,
                    _baseline,
                    _writeBaseline,
                    _changes,
                    _changedSince,
                    _diffOnly,
                    _fix,
                    _unsafeFixes,
                    _fixRule,
                    _diff,
                    _reportFixes,
                    _statistics,
                    _noFail,
                    .. _build.All,
                    .. _compose.All,
                    _shellCheck,
                    _jobs,
                    _quiet,
                    _color,
                    _noGroup,
                    _timing,
                ]
        )
        {
            Options.Add(option);
        }

        _edition.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: not "latest" } token] && !Edition.TryParse(token.Value, out _))
            {
                result.AddError(
                    $"--edition: '{token.Value}' is neither latest nor an edition such as {Edition.First}."
                );
            }
        });

        // On a thread of its own, since the library that parses the command line sees an interrupt only while it waits.
        SetAction(
            (result, cancellation) =>
                Task.Run(
                    () =>
                        new LintRun(ReadSettings(result, rules, environment, cancellation), environment).Execute(
                            cancellation
                        ),
                    CancellationToken.None
                )
        );
    }

    private static Severity? ReadSeverity(string? word) =>
        word switch
        {
            null => null,
            "none" => Severity.Off,
            _ => Enum.Parse<Severity>(word, ignoreCase: true),
        };

    /// <summary>The changes that the run is about, or <c>null</c> where it is about all files.</summary>
    private ChangedLines? ReadChanges(
        ParseResult result,
        CommandLineEnvironment environment,
        string root,
        CancellationToken cancellation
    )
    {
        string? diff = result.GetValue(_changes);
        string? revision = result.GetValue(_changedSince);
        if (diff is null && revision is null)
        {
            return result.GetValue(_diffOnly)
                ? throw new UsageException(
                    $"{_diffOnly.Name} needs the changes: give {_changes.Name} or {_changedSince.Name}."
                )
                : null;
        }

        if (diff is not null && revision is not null)
        {
            throw new UsageException($"{_changes.Name} and {_changedSince.Name} exclude each other.");
        }

        if (result.GetValue(_writeBaseline) is not null)
        {
            throw new UsageException($"{_writeBaseline.Name} writes all findings; leave the changes away.");
        }

        if (diff == "-" && result.GetValue(_paths)?.Contains("-") == true)
        {
            throw new UsageException($"Standard input is either a file to lint or the {_changes.Name}.");
        }

        return diff is not null
            ? DiffFile.Read(diff, root, environment)
            : GitDiff.Read(revision!, root, environment, cancellation);
    }

    private FixSettings? ReadFixes(ParseResult result, RuleSet rules)
    {
        bool showsDiff = result.GetValue(_diff);
        bool allowsUnsafe = result.GetValue(_unsafeFixes);
        string[] names = result.GetValue(_fixRule) ?? [];
        return showsDiff || result.GetValue(_fix)
                ? new FixSettings(
                    new FixOptions
                    {
                        AllowsUnsafe = allowsUnsafe,
                        Rules = RuleLookup.Find(rules, _fixRule.Name, names),
                    },
                    showsDiff
                )
            : allowsUnsafe || names.Length > 0
                ? throw new UsageException(
                    $"{(allowsUnsafe ? _unsafeFixes : (Option)_fixRule).Name} needs {_fix.Name} or {_diff.Name}."
                )
            : null;
    }

    private LintSettings ReadSettings(
        ParseResult result,
        RuleLookup rules,
        CommandLineEnvironment environment,
        CancellationToken cancellation
    )
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

        IReadOnlyList<OutputRequest> outputs = OutputRequest.Read(result, _format, _output, OutputRequest.Formats);
        string? writtenBaseline = result.GetValue(_writeBaseline);
        if (writtenBaseline is not null)
        {
            outputs = [.. outputs, new OutputRequest(OutputRequest.Baseline, writtenBaseline)];
        }

        FixSettings? fixes = ReadFixes(result, rules.Load(result.GetValue(_preset) ?? Preset.Default));
        if (fixes is not null && (fixes.ShowsDiff || paths.Contains("-")))
        {
            // Standard output is for the differences, or for the mended text.
            outputs = [.. outputs.Where(output => output.Path is not null)];
        }

        if (!result.GetValue(_outputFollowLinks))
        {
            OutputLinks.Refuse(outputs, environment.WorkingDirectory, root);
        }

        RuleSet preset = rules.Load(result.GetValue(_preset) ?? Preset.Default);
        string[] composeFiles = _compose.GetFiles(result);
        BuildRequest build = _build.Read(result, out ComposeTarget? target);
        var shellCheck = ShellCheckSetting.Read(result.GetValue(_shellCheck), environment.WorkingDirectory);
        var configurator = new FileConfigurator
        {
            Rules = rules,
            Preset = result.GetValue(_preset),
            Selected = result.GetValue(_select) is { Length: > 0 } selected
                ? RuleLookup.Find(preset, _select.Name, selected)
                : null,
            Ignored =
            [
                .. RuleLookup.Find(preset, _ignore.Name, result.GetValue(_ignore) ?? []),
                .. shellCheck.FindIgnored(preset),
            ],
            FailOn = result.GetValue(_noFail) ? Severity.Off : ReadSeverity(result.GetValue(_failOn)),
            MinSeverity = ReadSeverity(result.GetValue(_minSeverity)),
            MinPrecision = result.GetValue(_minPrecision) is { } precision
                ? (RulePrecision)ConfigurationKeys.Precisions.IndexOf(precision)
                : null,
            Edition = result.GetValue(_edition),
            Target = target,
            Build = build,
            HonoursInlineSuppressions = !result.GetValue(_noInline),
            HonoredComments = [.. result.GetValue(_honorComments) ?? []],
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
            Language = result.GetValue(_type) is { } type ? Language.Find(type) : null,
            StandardInputName = result.GetValue(_standardInputName) is { Length: > 0 } name
                ? FileDiscovery.GetShownPath(name, Path.GetFullPath(name, environment.WorkingDirectory), root)
                : "stdin",
            HasStandardInputName = result.GetValue(_standardInputName) is { Length: > 0 },
            Options = configurator.Configure(default).Linter.Options,
            Configure = configurator.Configure,
            ShowsBenchmark = result.GetValue(_preset) == "cis",
            Configurations = ConfigurationFiles.Read(
                environment,
                root,
                preset,
                result.GetValue(_config),
                result.GetValue(_noConfig)
            ),
            Outputs = outputs,
            Baseline = result.GetValue(_baseline) is { } baseline
                ? Baseline.Read(baseline, environment.WorkingDirectory)
                : null,
            WritesBaseline = writtenBaseline is not null,
            Changes = ReadChanges(result, environment, root, cancellation),
            IsDiffOnly = result.GetValue(_diffOnly),
            Fixes = fixes,
            ReportsFixes = result.GetValue(_reportFixes),
            ShowsStatistics = result.GetValue(_statistics),
            ShellCheckPath = shellCheck.Path,
            SarifCategory = result.GetValue(_sarifCategory),
            IncludeSuppressed = result.GetValue(_sarifSuppressed) == "include",
            Jobs = JobsOption.Get(result, _jobs),
            IsQuiet = result.GetValue(_quiet),
            Color = Enum.Parse<ColorMode>(result.GetValue(_color) ?? "auto", ignoreCase: true),
            IsColorWanted = environment.IsColorWanted,
            IsGrouped = !result.GetValue(_noGroup),
            ShowTiming = result.GetValue(_timing),
        };
    }
}
