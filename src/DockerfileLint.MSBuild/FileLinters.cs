using System.Collections.Immutable;
using DockerfileLint.Analysis;
using DockerfileLint.Configuration;
using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Text;

namespace DockerfileLint.MSBuild;

/// <summary>Who lints a file, or why nobody does.</summary>
/// <param name="Linter">The linter; <c>null</c> where the configuration cannot be applied.</param>
/// <param name="Problems">What is wrong with the configuration.</param>
internal sealed record LinterChoice(Linter? Linter, ImmutableArray<Notification> Problems);

/// <summary>Finds the configuration of each file, as the command line does, and makes linters of them.</summary>
internal sealed class FileLinters(BuildFiles files, string preset, string configuration, string target)
{
    private readonly Dictionary<string, Scope?> _scopes = new(StringComparer.Ordinal);
    private readonly Dictionary<object, LinterChoice> _choices = [];

    /// <summary>The linter of a file.</summary>
    /// <param name="path">Path relative to the root.</param>
    internal LinterChoice Find(string path)
    {
        ScopedConfiguration? scoped = FindScope(path)?.Find(path);
        object key = scoped ?? (object)"";
        if (!_choices.TryGetValue(key, out LinterChoice? choice))
        {
            choice = Create(scoped);
            _choices.Add(key, choice);
        }

        return choice;
    }

    private Scope? FindScope(string path)
    {
        if (configuration.Length > 0)
        {
            return Read(files.GetPath(configuration) ?? configuration);
        }

        string folder = path;
        do
        {
            int slash = folder.LastIndexOf('/');
            folder = slash < 0 ? "" : folder.Substring(0, slash);
            foreach (string name in ConfigurationNames.Own)
            {
                if (Read(folder.Length == 0 ? name : $"{folder}/{name}") is { } scope)
                {
                    return scope;
                }
            }
        } while (folder.Length > 0);

        return null;
    }

    private Scope? Read(string path)
    {
        if (!_scopes.TryGetValue(path, out Scope? scope))
        {
            SourceFileLookup found = files.Find(path);
            ConfigurationFile? file = found switch
            {
                { File: { } text } => ConfigurationFile.Read(
                    text,
                    path,
                    Preset.Load("all"),
                    DateTimeOffset.UtcNow,
                    Extend
                ),
                { Status: SourceFileStatus.Missing } when configuration.Length == 0 => null,
                _ => ConfigurationFile.Unreadable(path, found.Detail ?? "there is no such file in the repository"),
            };
            int slash = path.LastIndexOf('/');
            scope = file is null ? null : new Scope(file, slash < 0 ? "" : path.Substring(0, slash + 1));
            _scopes.Add(path, scope);
        }

        return scope;
    }

    private ExtendedFile Extend(string from, string name)
    {
        if (name.IndexOf('\\') >= 0 || name.StartsWith("/", StringComparison.Ordinal))
        {
            return new ExtendedFile("", null, "its path is not relative with '/' between its parts");
        }

        int slash = from.LastIndexOf('/');
        string folder = slash < 0 ? "" : from.Substring(0, slash + 1);
        return files.GetPath(files.GetFullPath(folder + name)) is { } path
            ? new ExtendedFile(path, files.Find(path).File, "it cannot be read")
            : new ExtendedFile("", null, "it lies outside of the repository");
    }

    private LinterChoice Create(ScopedConfiguration? scoped)
    {
        if (scoped is { File: { IsValid: false } invalid })
        {
            return new LinterChoice(null, invalid.Problems);
        }

        if (preset.Length > 0 && !Preset.Names.Contains(preset))
        {
            throw new IOException($"DockerfileLintPreset is '{preset}'. Presets: {string.Join(", ", Preset.Names)}.");
        }

        ConfigurationFile? own = scoped?.File;
        ComposeTarget? chosen = target switch
        {
            "" => own?.Find(layer => layer.Target)?.Value,
            "compose" => ComposeTarget.Compose,
            "swarm" => ComposeTarget.Swarm,
            _ => throw new IOException($"DockerfileLintTarget is '{target}'. Targets: compose, swarm."),
        };
        var options = new LintOptions
        {
            Rules = ConfiguredRules.Apply(
                scoped,
                ConfiguredRules.ApplyEdition(
                    ConfiguredRules.LoadPresets(own, preset.Length > 0 ? preset : null, Preset.Load),
                    own?.Find(layer => layer.Edition)?.Value
                )
            ),
            Target = chosen ?? ComposeTarget.Compose,
            SuppressionDialects = ConfiguredRules.GetDialects(own, []),
            Suppressions = ConfiguredRules.GetSuppressions(scoped),
        };
        return new LinterChoice(new Linter(options), own?.Problems ?? []);
    }

    /// <summary>A configuration and the folder that its patterns are relative to.</summary>
    private sealed class Scope(ConfigurationFile file, string folder)
    {
        private readonly ScopedConfigurations _byFile = new(file);

        internal ScopedConfiguration Find(string path) =>
            _byFile.Find(() =>
                (path.StartsWith(folder, StringComparison.Ordinal) ? path.Substring(folder.Length) : path).Split('/')
            );
    }
}
