using DockerfileLint.Analysis.Languages;
using DockerfileLint.Analysis.Projects;
using DockerfileLint.Text;

namespace DockerfileLint.Files;

/// <summary>
/// Makes projects of folders on disk. The one class of this library that reads files; there is none on .NET Standard,
/// where a compiler, a build or an editor hands in the texts.
/// </summary>
public static class ProjectFolder
{
    /// <summary>
    /// A snapshot whose documents are the Dockerfiles and Compose files below a folder, found as the command line finds
    /// them: by name or as a <c>.env</c> file lists them in COMPOSE_FILE, without what <c>.gitignore</c> names. They
    /// are read as they are needed; nothing outside of the folder is read, whatever links say.
    /// </summary>
    /// <param name="path">
    /// The folder, absolute or relative to the working directory. Paths of findings are relative to it.
    /// </param>
    /// <param name="budget">What each file and each Compose project may cost, or <c>null</c> for the default.</param>
    /// <param name="cancellation">Ends the search.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public static Project Open(string path, AnalysisBudget? budget = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        string root = Path.GetFullPath(path);
        if (!Directory.Exists(root))
        {
            throw new DirectoryNotFoundException($"There is no folder '{path}'.");
        }

        var files = new RunFiles(root, Stream.Null, budget);
        var paths = new List<string>();
        var discovery = FileDiscovery.Start(["."], root, root, language: null, excluded: []);
        foreach (InputFile file in discovery.Enumerate(cancellation))
        {
            files.Add(file);
            paths.Add(file.Path);
        }

        string realRoot = RealPath.Resolve(root, out _) ?? root;
        foreach (string listed in ComposeFileLists.Find(discovery.Record.EnvironmentFiles))
        {
            InputFile file = ComposeFileLists.CreateInput(listed, Language.Compose, root, realRoot);
            if (file.Problem != UnreadableReason.NotFound && !paths.Contains(listed))
            {
                files.Add(file);
                paths.Add(listed);
            }
        }

        return Project.Create(files, paths, budget);
    }
}
