using DockerfileLint.Analysis.Projects;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Semantics.Projects;
using DockerfileLint.Text;

namespace DockerfileLint.Analysis;

/// <summary>
/// Finds the services that are built from a Dockerfile: in the Compose projects of its folder and of those above it,
/// which is where people start them.
/// </summary>
internal sealed class DockerfileConsumers(LintOptions options)
{
    private static readonly IReadOnlyList<BuildConsumer> None = [];

    internal IReadOnlyList<BuildConsumer> Find(string dockerfile, ProjectReader reader)
    {
        List<BuildConsumer>? found = null;
        string folder = ProjectPath.GetDirectory(dockerfile);
        for (int depth = 0; depth < AnalysisBudget.MaxConsumerFolders; depth++)
        {
            // Many Dockerfiles lie far below a folder, and few in it or just below it. What is remembered of a folder
            // stays until the run ends, and there may be many thousands.
            string current = folder;
            IReadOnlyList<BuildConsumer> consumers =
                depth <= 1
                    ? FindIn(current, reader)
                    : reader.Get("consumers\n" + current, options.Compose, inner => FindIn(current, inner));
            foreach (BuildConsumer consumer in consumers)
            {
                if (consumer.Dockerfile == dockerfile)
                {
                    (found ??= []).Add(consumer);
                }
            }

            if (folder.Length == 0)
            {
                break;
            }

            folder = ProjectPath.GetDirectory(folder);
        }

        return found ?? None;
    }

    private IReadOnlyList<BuildConsumer> FindIn(string folder, ProjectReader reader)
    {
        if (reader.AreMissing(folder, ComposeProjectFiles.DefaultNames))
        {
            return None;
        }

        foreach (string name in ComposeProjectFiles.DefaultNames)
        {
            if (reader.Find(ProjectPath.Combine(folder, name)).File is { } file)
            {
                ComposeSources sources = ComposeAnalyzer.CreateSources(file, reader);
                ComposeProjectFiles files = ComposeProjectFiles.Find(file.Path, sources, options.Compose);
                return [.. BuildConsumer.FindAll(ComposeModel.Load(files, sources, options.Compose))];
            }
        }

        return None;
    }
}
