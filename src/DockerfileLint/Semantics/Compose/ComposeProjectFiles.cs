using DockerfileLint.Syntax.Compose;
using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Compose;

/// <summary>
/// Which files make a project, by their names as Compose discovers them, and which files lie beside them.
/// </summary>
internal static class ComposeProjectFiles
{
    /// <summary>The file with the variables of a project, in its folder.</summary>
    internal const string EnvironmentFileName = ".env";

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

    /// <summary>The files of the project that a file belongs to, the first one first.</summary>
    internal static IReadOnlyList<string> Find(string path, ISourceFiles? files, ComposeEnvironment environment)
    {
        if (files is null)
        {
            return [path];
        }

        string directory = ProjectPath.GetDirectory(path);
        if (environment.LookUp("COMPOSE_FILE") is { Value.Length: > 0 } list)
        {
            IReadOnlyList<string> listed = ReadList(list.Value, directory, environment);
            return listed.Contains(path) ? listed : [path];
        }

        string name = ProjectPath.GetName(path);
        bool isBase = Array.IndexOf(BaseNames, name) >= 0;
        if (!isBase && Array.IndexOf(OverrideNames, name) < 0)
        {
            return [path];
        }

        string? first = FindFirst(BaseNames, directory, path, files);
        string? second = FindFirst(OverrideNames, directory, path, files);
        return first is null || second is null || (isBase ? first : second) != path ? [path] : [first, second];
    }

    /// <summary>
    /// Whether the project of a folder above includes a file; then that project gives what the file lacks.
    /// </summary>
    internal static bool IsIncluded(string path, ISourceFiles? files)
    {
        string directory = ProjectPath.GetDirectory(path);
        while (files is not null && directory.Length > 0)
        {
            directory = ProjectPath.GetDirectory(directory);
            if (
                FindFirst(BaseNames, directory, path, files) is { } outer
                && files.TryRead(outer, out SourceFile? file)
                && file is not null
                && Includes(file, directory, path)
            )
            {
                return true;
            }
        }

        return false;
    }

    private static bool Includes(SourceFile file, string directory, string path)
    {
        if (file.Text.ToString().IndexOf("include", StringComparison.Ordinal) < 0)
        {
            return false;
        }

        foreach (YamlMappingSyntax root in ComposeFileSyntax.Create(YamlSyntaxTree.Parse(file)).Roots)
        {
            foreach (YamlNodeSyntax item in root.GetItems("include"))
            {
                IEnumerable<YamlNodeSyntax> paths = item is YamlMappingSyntax mapping
                    ? mapping.GetItems("path")
                    : [item];
                if (
                    paths.Any(named =>
                        named is YamlScalarSyntax scalar && ProjectPath.Resolve(directory, scalar.Value) == path
                    )
                )
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static string? FindFirst(string[] names, string directory, string known, ISourceFiles files)
    {
        foreach (string name in names)
        {
            string path = ProjectPath.Combine(directory, name);
            if (path == known || (files.TryRead(path, out SourceFile? file) && file is not null))
            {
                return path;
            }
        }

        return null;
    }

    private static List<string> ReadList(string list, string directory, ComposeEnvironment environment)
    {
        char separator =
            environment.LookUp("COMPOSE_PATH_SEPARATOR") is { Value.Length: 1 } given ? given.Value[0]
            : list.IndexOf(';') >= 0 ? ';'
            : ':';
        var paths = new List<string>();
        foreach (string item in list.Split(separator))
        {
            if (ProjectPath.Resolve(directory, item.Trim()) is { Length: > 0 } path)
            {
                paths.Add(path);
            }
        }

        return paths;
    }
}
