using System.Collections.Concurrent;
using DockerfileLint.Analysis.Languages;
using DockerfileLint.Configuration;
using DockerfileLint.Files;
using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Text;

namespace DockerfileLint.CommandLine.Discovery;

/// <summary>
/// Finds the configuration of a file. Ours is the nearest <c>.dockerfile-lint.yaml</c> upwards from the file within the
/// repository; hadolint's, for Dockerfiles, the nearest <c>.hadolint.yaml</c>, else that of the working directory, else
/// the user's. Safe to use from several threads.
/// </summary>
internal sealed class ConfigurationFiles
{
    private readonly string _root;
    private readonly string _workingDirectory;
    private readonly RuleSet _rules;
    private readonly DateTimeOffset? _today;
    private readonly string? _realRoot;

    // The last folder in which a configuration of ours is looked for.
    private readonly string _top;
    private readonly ConcurrentDictionary<string, string> _topsElsewhere = new(StringComparer.Ordinal);
    private readonly bool _findsOwn;
    private readonly NearestFiles<ConfigurationScope> _own;
    private readonly NearestFiles<HadolintConfigurationFile> _hadolint;
    private readonly Lazy<HadolintConfigurationFile?> _fallback;
    private readonly Lazy<(ConfigurationScope? Own, HadolintConfigurationFile? Hadolint)>? _only;

    private ConfigurationFiles(
        CommandLineEnvironment environment,
        string root,
        RuleSet rules,
        bool findsOwn,
        Func<ConfigurationFiles, (ConfigurationScope?, HadolintConfigurationFile?)>? only
    )
    {
        _root = root;
        _rules = rules;
        _findsOwn = findsOwn;
        _today = environment.GetToday();
        _workingDirectory = environment.WorkingDirectory;
        _realRoot = RealPath.Resolve(root, out _);
        _top = only is null && findsOwn ? RepositoryRoot.Find(_realRoot ?? root) ?? _realRoot ?? root : root;
        _own = new NearestFiles<ConfigurationScope>(ConfigurationNames.Own, ReadOwn);
        _hadolint = new NearestFiles<HadolintConfigurationFile>(ConfigurationNames.Hadolint, ReadHadolint);
        _fallback = new Lazy<HadolintConfigurationFile?>(() =>
            _hadolint.FindIn(_workingDirectory) ?? FindOfUser(environment)
        );
        _only = only is null ? null : new Lazy<(ConfigurationScope?, HadolintConfigurationFile?)>(() => only(this));
    }

    /// <summary>The files that the folders hold.</summary>
    /// <param name="environment">Knows the working directory and the user.</param>
    /// <param name="root">
    /// Absolute path of the folder that paths in messages are relative to. Configurations in it must not be links that
    /// lead out of it.
    /// </param>
    /// <param name="rules">The rules that configurations may name.</param>
    /// <param name="findsOwn">Whether ours are looked for beside hadolint's.</param>
    internal static ConfigurationFiles Search(
        CommandLineEnvironment environment,
        string root,
        RuleSet rules,
        bool findsOwn
    ) => new(environment, root, rules, findsOwn, only: null);

    /// <summary>What the command line says: one file for all, none, or those that lie above the files.</summary>
    /// <exception cref="UsageException">There is no such file, or both is asked for.</exception>
    internal static ConfigurationFiles Read(
        CommandLineEnvironment environment,
        string root,
        RuleSet rules,
        string? path,
        bool isNone
    ) =>
        isNone
            ? path is null
                ? None(environment, root, rules)
                : throw new UsageException("--config and --no-config exclude each other.")
            : path is null
                ? Search(environment, root, rules, findsOwn: true)
                : Only(environment, root, rules, path, findsOwn: true);

    /// <summary>No file: the command line says so.</summary>
    internal static ConfigurationFiles None(CommandLineEnvironment environment, string root, RuleSet rules) =>
        new(environment, root, rules, findsOwn: false, only: _ => default);

    /// <summary>One file for all: ours, or hadolint's where its keys say so.</summary>
    /// <exception cref="UsageException">There is no such file.</exception>
    internal static ConfigurationFiles Only(
        CommandLineEnvironment environment,
        string root,
        RuleSet rules,
        string path,
        bool findsOwn
    )
    {
        string fullPath = Path.GetFullPath(path, environment.WorkingDirectory);
        return File.Exists(fullPath)
            ? new ConfigurationFiles(environment, root, rules, findsOwn, files => files.ReadNamed(fullPath))
            : throw new UsageException($"--config '{path}' is not a file.");
    }

    /// <summary>The configuration that governs a file.</summary>
    internal FileConfiguration Find(InputFile input, Language language)
    {
        string path =
            !input.IsStream ? input.FullPath
            : input.IsInFolder ? Path.GetFullPath(input.Path, _root)
            : Path.Combine(_workingDirectory, input.Path);
        string folder = Path.GetDirectoryName(path) ?? _workingDirectory;
        return new FileConfiguration(
            FindOwn(folder, input.Walk)?.Find(path),
            language == Language.Dockerfile ? FindHadolint(folder, input.Walk) : null
        );
    }

    /// <summary>hadolint's configuration of the working directory, or <c>null</c> where there is none.</summary>
    internal HadolintConfigurationFile? FindOfRun() => FindHadolint(_workingDirectory, walk: null);

    /// <summary>Our configuration of a folder, or <c>null</c> where there is none.</summary>
    /// <param name="folder">Absolute path.</param>
    internal ConfigurationFile? FindOfFolder(string folder) => FindOwn(folder, walk: null)?.File;

    /// <summary>
    /// What our configuration of a folder says about the files that a walk from there looks for, or <c>null</c>.
    /// </summary>
    /// <param name="folder">Absolute path.</param>
    internal FoundFiles? FindFoundFiles(string folder) => FindOwn(folder, walk: null)?.FoundFiles;

    private ConfigurationScope? FindOwn(string folder, WalkRecord? walk)
    {
        if (_only is not null)
        {
            return _only.Value.Own;
        }

        return _findsOwn ? _own.FindFrom(folder, GetTop(folder, walk), walk) : null;
    }

    /// <summary>
    /// The last folder in which a configuration of ours is looked for: the repository, or, outside of one, where the
    /// walk began, or the folder itself.
    /// </summary>
    private string GetTop(string folder, WalkRecord? walk)
    {
        if (RealPath.IsInside(_top, folder))
        {
            return _top;
        }

        string start = folder;
        while (walk?.Starts.Contains(start) == false && Path.GetDirectoryName(start) is { } above)
        {
            start = above;
        }

        return _topsElsewhere.GetOrAdd(start, each => RepositoryRoot.Find(each) ?? each);
    }

    private HadolintConfigurationFile? FindHadolint(string folder, WalkRecord? walk) =>
        _only is not null ? _only.Value.Hadolint : _hadolint.FindFrom(folder, top: null, walk) ?? _fallback.Value;

    private HadolintConfigurationFile? FindOfUser(CommandLineEnvironment environment)
    {
        string? home = environment.GetVariable(OperatingSystem.IsWindows() ? "USERPROFILE" : "HOME");
        string? settings =
            environment.GetVariable("XDG_CONFIG_HOME") is { Length: > 0 } folder ? folder
            : string.IsNullOrEmpty(home) ? null
            : Path.Combine(home, ".config");
        HadolintConfigurationFile? found =
            settings is not null && Path.IsPathFullyQualified(settings)
                ? _hadolint.FindIn(settings, "hadolint.yaml", "hadolint.yml")
                : null;
        return found is not null || string.IsNullOrEmpty(home) || !Path.IsPathFullyQualified(home)
            ? found
            : _hadolint.FindIn(
                Path.Combine(home, ".hadolint"),
                "hadolint.yaml",
                "hadolint.yml",
                "config.yaml",
                "config.yml"
            ) ?? _hadolint.FindIn(home);
    }

    /// <summary>Reads the configuration that the command line names, which may be a pipe.</summary>
    private (ConfigurationScope?, HadolintConfigurationFile?) ReadNamed(string path)
    {
        string shown = FileDiscovery.GetShownPath(path, path, _root);
        ReadOutcome outcome;
        try
        {
            using var stream = new FileStream(
                path,
                FileMode.Open,
                FileAccess.Read,
                FileShare.ReadWrite | FileShare.Delete
            );
            outcome = FileReader.Read(stream);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            outcome = FileReader.Explain(exception);
        }

        SourceFile? file = outcome.Text is { } text ? new SourceFile(shown, text) : null;
        if (!_findsOwn || (file is null ? HasNameOfHadolint(path) : IsOfHadolint(file)))
        {
            return (
                null,
                file is null
                    ? HadolintConfigurationFile.Unreadable(shown, Describe(outcome))
                    : HadolintConfigurationFile.Read(file, _rules)
            );
        }

        // Whoever names the file knows it: what it extends may lie beside it, wherever that is.
        string folder = Path.GetDirectoryName(path) ?? path;
        return (
            new ConfigurationScope(
                file is null ? ConfigurationFile.Unreadable(shown, Describe(outcome)) : Parse(file, path, folder),
                _realRoot ?? _root
            ),
            null
        );
    }

    private static bool IsOfHadolint(SourceFile file)
    {
        var tree = YamlSyntaxTree.Parse(file);
        string[] keys =
            tree.Root.Documents.Count > 0 && tree.Root.Documents[0].Content.Resolved is YamlMappingSyntax mapping
                ? [.. mapping.Pairs.Select(pair => pair.Name).OfType<string>()]
                : [];
        return Array.Exists(keys, key => HadolintConfigurationReader.Keys.Contains(key))
            ? !Array.Exists(keys, key => ConfigurationKeys.All.Contains(key))
            : HasNameOfHadolint(file.Path) && !Array.Exists(keys, key => ConfigurationKeys.All.Contains(key));
    }

    private static bool HasNameOfHadolint(string path) =>
        Path.GetFileName(path.AsSpan()).Contains("hadolint", StringComparison.OrdinalIgnoreCase);

    private HadolintConfigurationFile ReadHadolint(string path, string folder)
    {
        SourceFile? file = Read(path, [folder], out string shown, out _, out string problem);
        return file is null
            ? HadolintConfigurationFile.Unreadable(shown, problem)
            : HadolintConfigurationFile.Read(file, _rules);
    }

    private ConfigurationScope ReadOwn(string path, string folder)
    {
        string top = GetTop(folder, walk: null);
        SourceFile? file = Read(path, [folder, top], out string shown, out string key, out string problem);
        return new ConfigurationScope(
            file is null ? ConfigurationFile.Unreadable(shown, problem) : Parse(file, key, top),
            folder
        );
    }

    /// <summary>Reads a configuration of ours with all that it extends.</summary>
    /// <param name="file">The file.</param>
    /// <param name="key">Its absolute path, links resolved.</param>
    /// <param name="boundary">The folder that the extended files must lie in, if not in the root.</param>
    private ConfigurationFile Parse(SourceFile file, string key, string boundary) =>
        ConfigurationFile.Read(
            file,
            key,
            _rules,
            _today,
            (from, name) =>
            {
                SourceFile? extended = null;
                string real = "";
                string problem = "its path is absolute";
                if (name.Contains('\0') || name.Contains('\\'))
                {
                    problem = "its path has a character that paths here do not have";
                }
                else if (!Path.IsPathRooted(name))
                {
                    string path = Path.GetFullPath(name, Path.GetDirectoryName(from) ?? from);
                    extended = Read(path, [boundary], out _, out real, out problem);
                }

                return new ExtendedFile(real, extended, problem);
            }
        );

    /// <summary>Reads a configuration that was found.</summary>
    /// <param name="path">Absolute path.</param>
    /// <param name="boundaries">The folders that it may lie in after links are followed, beside the root.</param>
    /// <param name="shown">The path in messages.</param>
    /// <param name="real">The path without links.</param>
    /// <param name="problem">Why it cannot be read.</param>
    private SourceFile? Read(string path, string[] boundaries, out string shown, out string real, out string problem)
    {
        shown = FileDiscovery.GetShownPath(path, path, _root);
        real = path;
        try
        {
            if (RealPath.Resolve(path, out UnreadableReason reason) is not { } resolved)
            {
                problem =
                    reason == UnreadableReason.LinkLoop ? "it is a symbolic link that leads back to itself"
                    : IsLink(path) ? "it is a symbolic link to a file that does not exist"
                    : "it does not exist";
                return null;
            }

            // A configuration comes with the linted files: it must not make the tool show parts of others.
            real = resolved;
            bool isInside =
                (_realRoot is not null && RealPath.IsInside(_realRoot, resolved))
                || Array.Exists(
                    boundaries,
                    boundary =>
                        RealPath.Resolve(boundary, out _) is { } realBoundary
                        && RealPath.IsInside(realBoundary, resolved)
                );
            if (!isInside)
            {
                problem = IsLink(path)
                    ? "it is a symbolic link that leads out of its folder"
                    : "it lies outside of the repository";
                return null;
            }

            if (Directory.Exists(resolved))
            {
                problem = "it is a folder, not a file";
                return null;
            }

            ReadOutcome outcome = FileReader.Read(resolved);
            problem = Describe(outcome);
            return outcome.Text is { } text ? new SourceFile(shown, text) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problem = Describe(FileReader.Explain(exception));
            return null;
        }
    }

    private static bool IsLink(string path) => new FileInfo(path).LinkTarget is not null;

    private static string Describe(ReadOutcome outcome) =>
        outcome.Reason switch
        {
            UnreadableReason.TooLarge => "it is too long",
            UnreadableReason.Binary => "it holds binary data",
            UnreadableReason.NotFound => "it is gone",
            _ => outcome.Detail,
        };
}
