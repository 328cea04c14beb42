using DockerfileLint.Semantics.Compose;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Projects;

/// <summary>A service that is built from a Dockerfile, as far as the Dockerfile is judged by it.</summary>
/// <param name="Service">The name of the service.</param>
/// <param name="Dockerfile">Path of the Dockerfile.</param>
/// <param name="Request">What its build asks for.</param>
/// <param name="User">The user that the service sets, or <c>null</c>.</param>
/// <param name="Span">Where that is written; where the service is, if it sets none.</param>
internal sealed record BuildConsumer(
    string Service,
    string Dockerfile,
    BuildRequest Request,
    UserSpecification? User,
    SourceSpan Span
)
{
    /// <summary>The services of a project that are built from Dockerfiles below the linted root.</summary>
    internal static IEnumerable<BuildConsumer> FindAll(ComposeModel compose)
    {
        foreach (Service service in compose.Services)
        {
            if (
                service.Build is { } build
                && BuildReferences.Locate(build, compose.Project.Reader).Dockerfile is { Length: > 0 } path
            )
            {
                yield return Of(service, ResolvedBuild.CreateRequest(service, build), path);
            }
        }
    }

    internal static BuildConsumer Of(Service service, BuildRequest request, string dockerfile)
    {
        Fact<UserSpecification>? user = service.User;
        return new BuildConsumer(
            service.Name,
            dockerfile,
            request,
            user.TryGetValue(out UserSpecification? known) ? known : null,
            user?.Span ?? service.NameSpan
        );
    }

    /// <summary>
    /// The services that run a stage, where there are such and each sets a user that is not root; otherwise none.
    /// </summary>
    internal static IReadOnlyList<BuildConsumer> FindAnswering(
        IReadOnlyList<BuildConsumer> consumers,
        DockerfileModel model,
        Stage stage
    )
    {
        var answering = new List<BuildConsumer>();
        foreach (BuildConsumer consumer in consumers)
        {
            if (model.FindFor(consumer.Request, CancellationToken.None) is not { } built)
            {
                return [];
            }

            if (built.FinalStage?.Index != stage.Index)
            {
                continue;
            }

            if (consumer.User is not { IsRoot: false } user || RootAccounts.Find(model, stage, user.User) is not null)
            {
                return [];
            }

            answering.Add(consumer);
        }

        return answering;
    }
}
