using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Projects;

/// <summary>What is known of the Dockerfile that a service is built from.</summary>
[Experimental(ExperimentalApi.Id)]
public enum BuildFile
{
    /// <summary>It was read.</summary>
    Found,

    /// <summary>It stands in the Compose file.</summary>
    Inline,

    /// <summary>Its folder is there, and has no such file.</summary>
    Missing,

    /// <summary>It lies somewhere else: at an address or out of the linted root.</summary>
    Elsewhere,

    /// <summary>A variable names it, or nobody knows what lies there.</summary>
    Unknown,
}

/// <summary>The build of a service, followed into its Dockerfile. Immutable.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed class ResolvedBuild
{
    private const string ServiceContext = "service:";

    private readonly InlineDockerfile? _inline;

    private ResolvedBuild(Service service, ServiceBuild build, ProjectSources sources)
    {
        Service = service;
        Build = build;
        (Context, Path) = BuildReferences.Locate(build, service.Model.Project.Reader);
        Request = CreateRequest(service, build);
        _inline = InlineDockerfile.Find(build, Context);
        DockerfileModel? model;
        (File, model) = _inline is not null
            ? (BuildFile.Inline, _inline.CreateModel(service.Model.Project.Reader.Budget, sources.Cancellation))
            : Find(sources);
        Model = model?.FindFor(Request, sources.Cancellation);

        // Where a variable names the target, any stage may be meant.
        Stage =
            build.Target is { } target && !target.TryGetValue(out _) ? null
            : Request.Target is null ? Model?.FinalStage
            : Model?.RequestedStage;
        Image = Stage is null ? null : ImageConfiguration.Of(Stage);
    }

    /// <summary>The service.</summary>
    public Service Service { get; }

    /// <summary>Its key <c>build</c>.</summary>
    public ServiceBuild Build { get; }

    /// <summary>What is known of the Dockerfile.</summary>
    public BuildFile File { get; }

    /// <summary>
    /// The folder of the build relative to the linted root, empty for the root itself; <c>null</c> where it is not
    /// known or no folder below the root.
    /// </summary>
    public string? Context { get; }

    /// <summary>
    /// Path of the Dockerfile relative to the linted root; <c>null</c> where it is not known, or stands in the Compose
    /// file.
    /// </summary>
    public string? Path { get; private set; }

    /// <summary>What the build is asked for.</summary>
    public BuildRequest Request { get; }

    /// <summary>What the Dockerfile means to this build; <c>null</c> where it was not read.</summary>
    public DockerfileModel? Model { get; }

    /// <summary>
    /// The stage that is built; <c>null</c> where the Dockerfile was not read, lacks it, or a variable names it.
    /// </summary>
    public Stage? Stage { get; }

    /// <summary>What the stage leaves in the image; <c>null</c> where it is not known.</summary>
    public ImageConfiguration? Image { get; }

    /// <summary>Whether the Dockerfile lacks the stage that the build asks for.</summary>
    public bool IsTargetMissing =>
        Model is { RequestedStage: null, Stages.IsEmpty: false }
        && Build.Target.TryGetValue(out string? target)
        && target.Length > 0;

    /// <summary>The Dockerfile in the Compose file, or <c>null</c>.</summary>
    internal InlineDockerfile? Inline => _inline;

    /// <summary>
    /// The entries of <c>build.args</c>; those without a value come from the caller's environment.
    /// </summary>
    internal IEnumerable<ComposeKeyValue> Arguments => Build.Arguments.Where(argument => argument.Name.Length > 0);

    internal static ResolvedBuild? Find(Service service, ProjectSources sources) =>
        service.Build is { } build ? new ResolvedBuild(service, build, sources) : null;

    /// <summary>Where something is written: what stands in a Dockerfile in the Compose file lies there.</summary>
    internal SourceSpan Map(SourceSpan span) => _inline?.Map(span) ?? span;

    /// <summary>Where a node of the Dockerfile is written.</summary>
    internal SourceSpan GetSpan(Syntax.SyntaxNode node) => Map(new SourceSpan(node.Tree.File, node.Span));

    /// <summary>The service whose image takes the place of a base image, or <c>null</c>.</summary>
    internal static string? FindServiceContext(Stage stage) =>
        stage.RootStage.BaseContext is { } context && context.StartsWith(ServiceContext, StringComparison.Ordinal)
            ? context.Substring(ServiceContext.Length)
            : null;

    private (BuildFile File, DockerfileModel? Model) Find(ProjectSources sources)
    {
        if (Path is not { Length: > 0 } path)
        {
            return (IsNamed() ? BuildFile.Elsewhere : BuildFile.Unknown, null);
        }

        SourceFileLookup found = sources.Find(path);
        if (found.Status == SourceFileStatus.Missing && Build.Dockerfile is null)
        {
            // The builder takes this spelling as well.
            string lower = ProjectPath.Combine(Context!, "dockerfile");
            SourceFileLookup other = sources.Find(lower);
            (Path, found) = other.File is null ? (path, found) : (lower, other);
        }

        if (found.File is { } file)
        {
            return (BuildFile.Found, sources.GetModel(file));
        }

        return found.Status == SourceFileStatus.Missing && sources.AreKnown && IsFolder(Context!, sources)
            ? (BuildFile.Missing, null)
            : (BuildFile.Unknown, null);
    }

    /// <summary>Whether all that names the Dockerfile is known.</summary>
    private bool IsNamed() =>
        (Build.Context is not { } context || context.TryGetValue(out _))
        && (Build.Dockerfile is not { } name || name.TryGetValue(out _));

    /// <summary>
    /// Whether a folder was seen: it is that of the Compose file or one above it, or something stands at its path that
    /// is no file.
    /// </summary>
    private bool IsFolder(string folder, ProjectSources sources)
    {
        string directory = ProjectPath.GetDirectory(Build.NameSpan.File.Path);
        return folder.Length == 0
            || directory == folder
            || directory.StartsWith(folder + "/", StringComparison.Ordinal)
            || sources.Find(folder)
                is { Status: SourceFileStatus.Unknown, Reason: UnreadableReason.Other, Detail: null };
    }

    /// <summary>What the build of a service asks for.</summary>
    internal static BuildRequest CreateRequest(Service service, ServiceBuild build)
    {
        // Most builds ask for nothing.
        if (build.Value is not { } value)
        {
            return service.GetText("platform") is null
                ? BuildRequest.Default
                : new BuildRequest { Platform = GetPlatform(service, build) };
        }

        ImmutableSortedDictionary<string, BuildArgument> arguments = BuildRequest.Default.Arguments;
        foreach (ComposeKeyValue argument in build.Arguments)
        {
            if (argument.Name.Length > 0)
            {
                arguments = arguments.SetItem(
                    argument.Name,
                    argument.Text is { } text
                        ? new BuildArgument(text.DisplayText, text.Certainty)
                        : new BuildArgument("", Certainty.Unknown)
                );
            }
        }

        ImmutableSortedDictionary<string, string> contexts = BuildRequest.Default.NamedContexts;
        foreach (ComposeKeyValue context in value.GetKeyValues("additional_contexts"))
        {
            if (context.Name.Length > 0)
            {
                contexts = contexts.SetItem(context.Name, context.Text?.DisplayText ?? "");
            }
        }

        return new BuildRequest
        {
            Target = build.Target.TryGetValue(out string? target) && target.Length > 0 ? target : null,
            Arguments = arguments,
            NamedContexts = contexts,
            Platform = GetPlatform(service, build),
        };
    }

    /// <summary>The platform of the service, else the only one that the build names.</summary>
    private static string? GetPlatform(Service service, ServiceBuild build)
    {
        if (service.GetText("platform") is { } platform)
        {
            return platform.TryGetValue(out string? known) && known.Length > 0 ? known : null;
        }

        Fact<string>[] platforms = [.. Facts.GetTexts(build.Value, "platforms")];
        return platforms.Length == 1 && platforms[0].TryGetValue(out string? only) && only.Length > 0 ? only : null;
    }
}
