using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Projects;

/// <summary>Where the Dockerfiles of a project come from.</summary>
/// <param name="files">The files under the linted root.</param>
/// <param name="areKnown">Whether it means something that <paramref name="files"/> lack a file.</param>
/// <param name="getModel">Gives the model of a Dockerfile that was found.</param>
/// <param name="cancellation">Ends the work.</param>
internal sealed class ProjectSources(
    ISourceFiles files,
    bool areKnown,
    Func<SourceFile, DockerfileModel> getModel,
    CancellationToken cancellation
)
{
    /// <summary>Whether it is known what lies beside a file, so that a missing file is a fact.</summary>
    internal bool AreKnown => areKnown;

    /// <summary>Ends the work.</summary>
    internal CancellationToken Cancellation => cancellation;

    /// <summary>What stands at a path.</summary>
    internal SourceFileLookup Find(string path) => files.Find(path);

    /// <summary>The model of a Dockerfile that was found, as a build without a request has it.</summary>
    internal DockerfileModel GetModel(SourceFile file) => getModel(file);

    /// <summary>The sources of a caller who has no project, for one question.</summary>
    internal static ProjectSources Create(ISourceFiles files, AnalysisBudget? budget, CancellationToken cancellation)
    {
        var models = new Dictionary<string, DockerfileModel>(StringComparer.Ordinal);
        return new ProjectSources(files, areKnown: true, GetModel, cancellation);

        DockerfileModel GetModel(SourceFile file)
        {
            lock (models)
            {
                if (!models.TryGetValue(file.Path, out DockerfileModel? model))
                {
                    model = DockerfileModel.Create(
                        DockerfileSyntaxTree.Parse(file, cancellation: cancellation),
                        budget,
                        cancellation
                    );
                    models.Add(file.Path, model);
                }

                return model;
            }
        }
    }
}
