using System.CommandLine;
using DockerfileLint.Analysis.Fixes;
using DockerfileLint.CommandLine.Discovery;
using DockerfileLint.CommandLine.Fixing;
using DockerfileLint.Configuration;
using DockerfileLint.Diagnostics;

namespace DockerfileLint.CommandLine.Commands;

/// <summary>The command <c>suppress</c>: writes comments that suppress the findings that there are.</summary>
internal sealed class SuppressCommand : Command
{
    internal const string CommandName = "suppress";

    private readonly Argument<string[]> _paths = new("PATH")
    {
        Description = "Files and folders, as for lint. Default: the working directory.",
        Arity = ArgumentArity.ZeroOrMore,
    };
    private readonly Option<string> _reason = new("--reason")
    {
        Description = "Why the findings may stay; stands in each comment.",
        HelpName = "TEXT",
        Required = true,
    };
    private readonly Option<string[]> _rule = new("--rule")
    {
        Description =
            "Suppresses findings of these rules only: ids or names, with commas between them. Repeatable. Default: "
            + "all.",
        HelpName = "ID,…",
    };
    private readonly Option<bool> _diff = new("--diff")
    {
        Description =
            "Shows what would be written, as a unified diff, and writes nothing. The exit code is 1 where there is "
            + "anything.",
    };
    private readonly Option<string[]> _exclude = new("--exclude")
    {
        Description =
            "Leaves out what matches a pattern, written as in .gitignore and relative to the root. Repeatable.",
        HelpName = "GLOB",
    };
    private readonly Option<bool> _noIgnore = new("--no-ignore")
    {
        Description = "Also takes what .gitignore files name. What git tracks is taken in any case.",
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
    private readonly Option<bool> _quiet = new("--quiet", "-q")
    {
        Description = "Writes nothing but the difference and errors.",
    };
    private readonly Option<string> _color = ChoiceOption.Create(
        "--color",
        "Colours of the difference. Default: auto, which is on in a terminal unless NO_COLOR is set.",
        "auto",
        "always",
        "never"
    );

    internal SuppressCommand(RuleLookup rules, CommandLineEnvironment environment)
        : base(CommandName, "Writes comments that suppress the findings of today, each with a reason.")
    {
        Arguments.Add(_paths);
        foreach (
            Option option in (Option[])
                [_reason, _rule, _diff, _exclude, _noIgnore, _root, _preset, _config, _noConfig, _quiet, _color]
        )
        {
            Options.Add(option);
        }

        _reason.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: { } text }] && (text.Trim().Length == 0 || text.Any(char.IsControl)))
            {
                result.AddError($"{_reason.Name} is one line of text.");
            }
        });

        // On a thread of its own, since the library that parses the command line sees an interrupt only while it waits.
        SetAction(
            (result, cancellation) =>
                Task.Run(
                    () => new LintRun(ReadSettings(result, rules, environment), environment).Execute(cancellation),
                    CancellationToken.None
                )
        );
    }

    private LintSettings ReadSettings(ParseResult result, RuleLookup rules, CommandLineEnvironment environment)
    {
        string[] paths = result.GetValue(_paths) ?? [];
        string root = Path.GetFullPath(result.GetValue(_root) ?? ".", environment.WorkingDirectory);
        if (!Directory.Exists(root))
        {
            throw new UsageException($"{_root.Name} '{result.GetValue(_root)}' is not a folder.");
        }

        if (paths.FirstOrDefault(path => path.Contains('\0') || path.Length == 0) is { } impossible)
        {
            throw new UsageException(impossible.Length == 0 ? "A path is empty." : "A path holds a NUL character.");
        }

        RuleSet preset = rules.Load(result.GetValue(_preset) ?? Preset.Default);
        var configurator = new FileConfigurator
        {
            Rules = rules,
            Preset = result.GetValue(_preset),
            FailOn = Severity.Off,
            Today = environment.GetToday(),
        };
        return new LintSettings
        {
            Paths = paths.Length == 0 ? ["."] : paths,
            Excluded = result.GetValue(_exclude) ?? [],
            Ignores = !result.GetValue(_noIgnore),
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
            Outputs = [],
            Fixes = new FixSettings(
                new FixOptions { Rules = RuleLookup.Find(preset, _rule.Name, result.GetValue(_rule) ?? []) },
                result.GetValue(_diff),
                result.GetValue(_reason)!.Trim()
            ),
            Jobs = Environment.ProcessorCount,
            IsQuiet = result.GetValue(_quiet),
            Color = Enum.Parse<ColorMode>(result.GetValue(_color) ?? "auto", ignoreCase: true),
            IsColorWanted = environment.IsColorWanted,
        };
    }
}
