using System.Collections.Concurrent;
using DockerfileLint.Configuration;
using DockerfileLint.Files;
using DockerfileLint.Text;

namespace DockerfileLint.CommandLine.Discovery;

/// <summary>
/// Finds the configuration of a file: the nearest <c>.hadolint.yaml</c> upwards from it, else that of the working
/// directory, else the user's. Each folder is looked at once, each configuration read once.
/// Safe to use from several threads.
/// </summary>
internal sealed class ConfigurationFiles
{
    private static readonly string[] Names = [".hadolint.yaml", ".hadolint.yml"];

    private readonly string _root;
    private readonly string _workingDirectory;
    private readonly RuleSet _rules;
    private readonly string? _realRoot;
    private readonly Lazy<HadolintConfigurationFile?>? _only;
    private readonly Lazy<HadolintConfigurationFile?> _fallback;
    private readonly ConcurrentDictionary<string, Lazy<HadolintConfigurationFile?>> _byFolder = new(
        StringComparer.Ordinal
    );

    // What governs the files of a folder; otherwise each file in a deep one would have all folders above looked up.
    private readonly ConcurrentDictionary<string, HadolintConfigurationFile?> _nearest = new(StringComparer.Ordinal);

    private ConfigurationFiles(
        CommandLineEnvironment environment,
        string root,
        RuleSet rules,
        Func<ConfigurationFiles, HadolintConfigurationFile?>? only
    )
    {
        _root = root;
        _rules = rules;
        _workingDirectory = environment.WorkingDirectory;
        _realRoot = RealPath.Resolve(root, out _);
        _only = only is null ? null : new Lazy<HadolintConfigurationFile?>(() => only(this));
        _fallback = new Lazy<HadolintConfigurationFile?>(() =>
            FindIn(_workingDirectory, Names) ?? FindOfUser(environment)
        );
    }

    /// <summary>The files that the folders hold.</summary>
    /// <param name="environment">Knows the working directory and the user.</param>
    /// <param name="root">
    /// Absolute path of the folder that paths in messages are relative to. Configurations in it must not be links that
    /// lead out of it.
    /// </param>
    /// <param name="rules">The rules that configurations may name.</param>
    internal static ConfigurationFiles Search(CommandLineEnvironment environment, string root, RuleSet rules) =>
        new(environment, root, rules, only: null);

    /// <summary>No file: the command line says so.</summary>
    internal static ConfigurationFiles None(CommandLineEnvironment environment, string root, RuleSet rules) =>
        new(environment, root, rules, only: _ => null);

    /// <summary>One file for all.</summary>
    /// <exception cref="UsageException">There is no such file.</exception>
    internal static ConfigurationFiles Only(CommandLineEnvironment environment, string root, RuleSet rules, string path)
    {
        string fullPath = Path.GetFullPath(path, environment.WorkingDirectory);
        return File.Exists(fullPath)
            ? new ConfigurationFiles(environment, root, rules, files => files.ReadNamed(fullPath))
            : throw new UsageException($"--config '{path}' is not a file.");
    }

    /// <summary>The configuration that governs a file, or <c>null</c> where there is none.</summary>
    internal HadolintConfigurationFile? Find(InputFile input) =>
        FindFrom(
            input.IsStream && !input.IsInFolder
                ? _workingDirectory
                : Path.GetDirectoryName(input.IsStream ? Path.GetFullPath(input.Path, _root) : input.FullPath)
                    ?? _workingDirectory
        );

    /// <summary>The configuration of the working directory, or <c>null</c> where there is none.</summary>
    internal HadolintConfigurationFile? FindOfRun() => FindFrom(_workingDirectory);

    private HadolintConfigurationFile? FindFrom(string folder)
    {
        if (_only is not null)
        {
            return _only.Value;
        }

        if (_nearest.TryGetValue(folder, out HadolintConfigurationFile? nearest))
        {
            return nearest;
        }

        var passed = new List<string>();
        string? current = folder;
        while (current is not null && nearest is null && !_nearest.TryGetValue(current, out nearest))
        {
            passed.Add(current);
            nearest = _byFolder
                .GetOrAdd(current, path => new Lazy<HadolintConfigurationFile?>(() => FindIn(path, Names)))
                .Value;
            current = Path.GetDirectoryName(current);
        }

        nearest ??= _fallback.Value;
        foreach (string each in passed)
        {
            _nearest.TryAdd(each, nearest);
        }

        return nearest;
    }

    private HadolintConfigurationFile? FindOfUser(CommandLineEnvironment environment)
    {
        string? home = environment.GetVariable(OperatingSystem.IsWindows() ? "USERPROFILE" : "HOME");
        string? settings =
            environment.GetVariable("XDG_CONFIG_HOME") is { Length: > 0 } folder ? folder
            : string.IsNullOrEmpty(home) ? null
            : Path.Combine(home, ".config");
        HadolintConfigurationFile? found =
            settings is not null && Path.IsPathFullyQualified(settings)
                ? FindIn(settings, "hadolint.yaml", "hadolint.yml")
                : null;
        return found is not null || string.IsNullOrEmpty(home) || !Path.IsPathFullyQualified(home)
            ? found
            : FindIn(Path.Combine(home, ".hadolint"), "hadolint.yaml", "hadolint.yml", "config.yaml", "config.yml")
                ?? FindIn(home, Names);
    }

    private HadolintConfigurationFile? FindIn(string folder, params string[] names)
    {
        foreach (string name in names)
        {
            string path = Path.Combine(folder, name);
            if (IsThere(path))
            {
                return Read(path, folder);
            }
        }

        return null;
    }

    /// <summary>
    /// Whether there is an entry of a name, be it a link that leads nowhere; asking so costs no exception.
    /// </summary>
    private static bool IsThere(string path)
    {
        try
        {
            return new FileInfo(path).Attributes != (FileAttributes)(-1);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // What lies in a folder that must not be searched does not concern the file.
            return false;
        }
    }

    /// <summary>Reads the configuration that the command line names, which may be a pipe.</summary>
    private HadolintConfigurationFile ReadNamed(string path)
    {
        string shown = FileDiscovery.GetShownPath(path, path, _root);
        try
        {
            using var stream = new FileStream(
                path,
                FileMode.Open,
                FileAccess.Read,
                FileShare.ReadWrite | FileShare.Delete
            );
            return Parse(FileReader.Read(stream), shown);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Parse(FileReader.Explain(exception), shown);
        }
    }

    /// <summary>Reads a configuration that was found.</summary>
    /// <param name="path">Absolute path.</param>
    /// <param name="boundary">The folder that it must lie in after links are followed, if not in the root.</param>
    private HadolintConfigurationFile Read(string path, string boundary)
    {
        string shown = FileDiscovery.GetShownPath(path, path, _root);
        try
        {
            if (RealPath.Resolve(path, out UnreadableReason problem) is not { } real)
            {
                return HadolintConfigurationFile.Unreadable(
                    shown,
                    problem == UnreadableReason.LinkLoop
                        ? "it is a symbolic link that leads back to itself"
                        : "it is a symbolic link to a file that does not exist"
                );
            }

            // A configuration comes with the linted files: it must not make the tool show parts of others.
            bool isInside =
                (_realRoot is not null && RealPath.IsInside(_realRoot, real))
                || (RealPath.Resolve(boundary, out _) is { } realBoundary && RealPath.IsInside(realBoundary, real));
            if (!isInside)
            {
                return HadolintConfigurationFile.Unreadable(
                    shown,
                    "it is a symbolic link that leads out of its folder"
                );
            }

            if (Directory.Exists(real))
            {
                return HadolintConfigurationFile.Unreadable(shown, "it is a folder, not a file");
            }

            return Parse(FileReader.Read(real), shown);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Parse(FileReader.Explain(exception), shown);
        }
    }

    private HadolintConfigurationFile Parse(ReadOutcome outcome, string shown) =>
        outcome.Text is { } text
            ? HadolintConfigurationFile.Read(new SourceFile(shown, text), _rules)
            : HadolintConfigurationFile.Unreadable(shown, Describe(outcome));

    private static string Describe(ReadOutcome outcome) =>
        outcome.Reason switch
        {
            UnreadableReason.TooLarge => "it is too long",
            UnreadableReason.Binary => "it holds binary data",
            UnreadableReason.NotFound => "it is gone",
            _ => outcome.Detail,
        };
}
