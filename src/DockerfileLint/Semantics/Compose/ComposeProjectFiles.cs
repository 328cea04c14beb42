using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Compose;

/// <summary>Which files make a project, by their names as Compose discovers them, and which files lie beside them.</summary>
internal static class ComposeProjectFiles
{
    /// <summary>The file with the variables of a project, in its folder.</summary>
    internal const string EnvironmentFileName = ".env";

    /// <summary>In order of preference.</summary>
    private static readonly string[] BaseNames = ["compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml"];

    /// <summary>In order of preference; each goes with any base.</summary>
    private static readonly string[] OverrideNames = ["compose.override.yml", "compose.override.yaml", "docker-compose.override.yml", "docker-compose.override.yaml"];

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

    /// <summary>Whether a file, by its name, may be meant for being merged with others, which then give what it lacks.</summary>
    internal static bool IsFragment(string path)
    {
        string name = ProjectPath.GetName(path).ToLowerInvariant();
        string? stem = name.EndsWith(".yml", StringComparison.Ordinal) ? name.Substring(0, name.Length - 4) : name.EndsWith(".yaml", StringComparison.Ordinal) ? name.Substring(0, name.Length - 5) : null;
        return stem is not (null or "compose" or "docker-compose" or "stack") && !stem.StartsWith("docker-stack", StringComparison.Ordinal) && !stem.EndsWith(".compose", StringComparison.Ordinal);
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
        char separator = environment.LookUp("COMPOSE_PATH_SEPARATOR") is { Value.Length: 1 } given ? given.Value[0] : list.IndexOf(';') >= 0 ? ';' : ':';
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
