using System.Collections.Immutable;
using DockerfileLint.Syntax.Compose;
using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Compose;

/// <summary>
/// Which files make the project that a file belongs to, by their names as Compose discovers them or as its caller names
/// them, and the variables that its environment files define. Two files of one project find the same.
/// </summary>
internal sealed class ComposeProjectFiles
{
    /// <summary>The file with the variables of a project, in its folder.</summary>
    internal const string EnvironmentFileName = ".env";

    private const string ListVariable = "COMPOSE_FILE";

    /// <summary>In order of preference.</summary>
    private static readonly string[] BaseNames =
    [
        "compose.yaml",
        "compose.yml",
        "docker-compose.yml",
        "docker-compose.yaml",
    ];

    /// <summary>In order of preference; each goes with any base.</summary>
    private static readonly string[] OverrideNames =
    [
        "compose.override.yml",
        "compose.override.yaml",
        "docker-compose.override.yml",
        "docker-compose.override.yaml",
    ];

    /// <summary>The names that Compose looks for in a folder, in order of preference.</summary>
    internal static ReadOnlySpan<string> DefaultNames => BaseNames;

    private ComposeProjectFiles(
        ImmutableArray<string> paths,
        string directory,
        bool isNamed,
        ComposeEnvironment environment,
        ImmutableArray<string> listed
    )
    {
        Paths = paths;
        Instead = listed.RemoveRange(paths);
        IsNamed = isNamed;
        Environment = environment;
        Key = directory + "\n" + string.Join("\n", paths);
    }

    /// <summary>The files in the order in which they are merged.</summary>
    internal ImmutableArray<string> Paths { get; }

    /// <summary>
    /// The files that <c>COMPOSE_FILE</c> names and that are not among these, which Compose then does not load, or lie
    /// out of the root.
    /// </summary>
    internal ImmutableArray<string> Instead { get; }

    /// <summary>Whether the caller names the files, as with <c>-f</c>.</summary>
    internal bool IsNamed { get; }

    /// <summary>Whether the only file may belong to others, for all that is known.</summary>
    internal bool IsAlone => Paths.Length == 1 && !IsNamed;

    /// <summary>The variables of the project's own environment files.</summary>
    internal ComposeEnvironment Environment { get; }

    /// <summary>What tells the project from others: the same for all of its files.</summary>
    internal string Key { get; }

    /// <summary>The project that a file belongs to.</summary>
    internal static ComposeProjectFiles Find(string path, ComposeSources sources, ComposeOptions options)
    {
        bool isNamed = options.Files.Contains(path);
        string directory = ProjectPath.GetDirectory(isNamed ? options.Files[0] : path);
        ComposeEnvironment environment = sources.ReadEnvironment(
            ComposeEnvironment.Empty,
            options.EnvironmentFiles.IsEmpty
                ? [ProjectPath.Combine(directory, EnvironmentFileName)]
                : options.EnvironmentFiles,
            static _ => true
        );
        if (options.EnvironmentFiles.IsEmpty && directory.Length > 0)
        {
            environment = AddAbove(environment, directory, path, sources);
        }

        ImmutableArray<string> listed = options.Files.IsEmpty ? ReadList(directory, environment) : [];
        ImmutableArray<string> paths =
            isNamed ? options.Files
            : options.Files.IsEmpty ? Discover(path, sources, listed)
            : [path];
        return new ComposeProjectFiles(paths, directory, isNamed, environment, listed);
    }

    /// <summary>
    /// Adds the environment files of the folder above and of the root, from where a project is called as well.
    /// </summary>
    private static ComposeEnvironment AddAbove(
        ComposeEnvironment environment,
        string directory,
        string path,
        ComposeSources sources
    )
    {
        if (sources.Find(path) is not { } file || file.Text.ToString().IndexOf('$') < 0)
        {
            return environment;
        }

        string parent = ProjectPath.GetDirectory(directory);
        string[] folders = parent.Length == 0 ? [parent] : [parent, ""];
        SourceFile[] above =
        [
            .. folders
                .Select(folder => sources.Find(ProjectPath.Combine(folder, EnvironmentFileName)))
                .OfType<SourceFile>(),
        ];
        return above.Length == 0 ? environment : environment.Below(above, sources.Cancellation);
    }

    /// <summary>
    /// The files that <c>COMPOSE_FILE</c> names in an environment file, for the folder that it lies in; those out of
    /// the root as they are written.
    /// </summary>
    internal static ImmutableArray<string> FindListed(SourceFile file) =>
        file.Text.ToString().IndexOf(ListVariable, StringComparison.Ordinal) < 0
            ? []
            : ReadList(ProjectPath.GetDirectory(file.Path), ComposeEnvironment.ReadAlone(file, CancellationToken.None));

    /// <summary>Whether a file that <c>COMPOSE_FILE</c> names lies out of the root.</summary>
    internal static bool IsOutside(string listed) => ProjectPath.Resolve("", listed) is null;

    /// <summary>
    /// Whether the project of a folder above includes a file; then that project gives what the file lacks.
    /// </summary>
    internal static bool IsIncluded(string path, ComposeSources sources)
    {
        string directory = ProjectPath.GetDirectory(path);
        for (int level = 0; directory.Length > 0 && level < AnalysisBudget.MaxOuterFolders; level++)
        {
            directory = ProjectPath.GetDirectory(directory);
            if (
                FindFirst(BaseNames, directory, path, sources) is { } outer
                && sources.Find(outer) is { } file
                && (sources.FindSharedIncludes?.Invoke(file) ?? FindIncludes(file, sources)).Contains(path)
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The files that a Compose file names below <c>include</c>, as far as no variable is needed.</summary>
    internal static HashSet<string> FindIncludes(SourceFile file, ComposeSources sources)
    {
        var included = new HashSet<string>(StringComparer.Ordinal);
        if (
            file.Text.Length > AnalysisBudget.MaxOuterLength
            || file.Text.ToString().IndexOf("include", StringComparison.Ordinal) < 0
        )
        {
            return included;
        }

        string directory = ProjectPath.GetDirectory(file.Path);
        foreach (YamlMappingSyntax root in ComposeFileSyntax.Create(sources.Parse(file)).Roots)
        {
            foreach (YamlNodeSyntax item in root.GetItems("include"))
            {
                foreach (YamlNodeSyntax named in item is YamlMappingSyntax mapping ? mapping.GetItems("path") : [item])
                {
                    if (named is YamlScalarSyntax scalar && ProjectPath.Resolve(directory, scalar.Value) is { } path)
                    {
                        included.Add(path);
                    }
                }
            }
        }

        return included;
    }

    private static ImmutableArray<string> Discover(string path, ComposeSources sources, ImmutableArray<string> listed)
    {
        string directory = ProjectPath.GetDirectory(path);
        if (!listed.IsEmpty)
        {
            return listed.Contains(path) ? listed.RemoveAll(IsOutside) : [path];
        }

        string name = ProjectPath.GetName(path);
        bool isBase = Array.IndexOf(BaseNames, name) >= 0;
        if (!isBase && Array.IndexOf(OverrideNames, name) < 0)
        {
            return [path];
        }

        string? first = FindFirst(BaseNames, directory, path, sources);
        string? second = FindFirst(OverrideNames, directory, path, sources);
        return first is null || second is null || (isBase ? first : second) != path ? [path] : [first, second];
    }

    private static string? FindFirst(string[] names, string directory, string known, ComposeSources sources)
    {
        foreach (string name in names)
        {
            string path = ProjectPath.Combine(directory, name);
            if (path == known || sources.Find(path) is not null)
            {
                return path;
            }
        }

        return null;
    }

    private static ImmutableArray<string> ReadList(string directory, ComposeEnvironment environment)
    {
        if (environment.LookUp(ListVariable) is not { Value: { Length: > 0 } list })
        {
            return [];
        }

        char separator =
            environment.LookUp("COMPOSE_PATH_SEPARATOR") is { Value.Length: 1 } given ? given.Value[0]
            : list.IndexOf(';') >= 0 ? ';'
            : ':';
        ImmutableArray<string>.Builder paths = ImmutableArray.CreateBuilder<string>();
        foreach (string item in list.Split(separator))
        {
            string written = item.Trim();
            string path = ProjectPath.Resolve(directory, written) ?? written;
            if (path.Length > 0)
            {
                paths.Add(path);
            }
        }

        return paths.ToImmutable();
    }
}
