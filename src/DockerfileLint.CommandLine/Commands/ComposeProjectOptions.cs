using System.Collections.Immutable;
using System.CommandLine;
using DockerfileLint.Files;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Text;

namespace DockerfileLint.CommandLine.Commands;

/// <summary>The options that Compose itself has, for the commands that look at projects.</summary>
internal sealed class ComposeProjectOptions
{
    private readonly Option<string[]> _files = new("--compose-file")
    {
        Description =
            "File of the one Compose project to load, in this order as with -f of docker compose. Repeatable.",
        HelpName = "FILE",
    };
    private readonly Option<string[]> _environmentFiles = new("--env-file")
    {
        Description = "File with the variables of Compose projects, in place of the .env in their folders. Repeatable.",
        HelpName = "FILE",
    };
    private readonly Option<string[]> _profiles = new("--profile")
    {
        Description =
            "Active profile: services that need one without an active profile are reported. '*' for all. Repeatable.",
        HelpName = "NAME",
    };

    internal IEnumerable<Option> All => [_files, _environmentFiles, _profiles];

    /// <summary>The files of the project, as they are given.</summary>
    internal string[] GetFiles(ParseResult result) => result.GetValue(_files) ?? [];

    /// <summary>What the options say.</summary>
    /// <exception cref="UsageException">A file is missing, or lies where nothing is read.</exception>
    internal ComposeOptions Read(ParseResult result, string workingDirectory, string root) =>
        new()
        {
            Files = Resolve(_files.Name, GetFiles(result), workingDirectory, root),
            EnvironmentFiles = Resolve(
                _environmentFiles.Name,
                result.GetValue(_environmentFiles) ?? [],
                workingDirectory,
                root
            ),
            Profiles = [.. result.GetValue(_profiles) ?? []],
        };

    private static ImmutableArray<string> Resolve(string option, string[] paths, string workingDirectory, string root)
    {
        var files = new FolderFiles(root);
        return
        [
            .. paths
                .Select(path => Resolve(option, path, workingDirectory, root, files))
                .Distinct(StringComparer.Ordinal),
        ];
    }

    private static string Resolve(string option, string path, string workingDirectory, string root, FolderFiles files)
    {
        string fullPath =
            path.Length == 0 || path.Contains('\0')
                ? throw new UsageException($"{option}: a path is empty or holds a NUL character.")
                : Path.GetFullPath(path, workingDirectory);
        string shown = FileDiscovery.GetShownPath(fullPath, fullPath, root);
        if (!File.Exists(fullPath))
        {
            throw new UsageException($"{option}: there is no file '{path}'.");
        }

        return files.Find(shown).Status != SourceFileStatus.Unknown
            ? shown
            : throw new UsageException(
                $"{option}: '{path}' cannot be read, or lies outside of '{root}'. Name a folder above it with --root."
            );
    }
}
