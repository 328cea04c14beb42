using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using DockerfileLint.Diagnostics;
using DockerfileLint.Syntax.Compose;
using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Compose;

/// <summary>
/// What the project of a Compose file means: the effective services after its files are merged, with variables expanded
/// and aliases, <c>extends</c> and <c>include</c> followed.
/// </summary>
[Experimental(ExperimentalApi.Id)]
public sealed class ComposeModel
{
    private readonly ComposeProject _project;
    private readonly Service[] _services;
    private Dictionary<string, Service>? _servicesByName;
    private Dictionary<string, Service>? _servicesByContainerName;
    private ImmutableArray<Diagnostic> _diagnostics;
    private bool? _mayHaveVariables;

    private ComposeModel(ComposeProject project, CancellationToken cancellation)
    {
        _project = project;
        _services = [.. FindServices(cancellation)];
    }

    /// <summary>
    /// The files that make the project, in the order in which they are merged; files that these include or extend are
    /// not among them.
    /// </summary>
    public ImmutableArray<ComposeFileSyntax> Files => _project.Files;

    /// <summary>The first file of the project.</summary>
    public SourceFile File => Files[0].Tree.File;

    /// <summary>The effective top level of the project; <c>null</c> where its files hold nothing.</summary>
    public ComposeMapping? Value => _project.Root;

    /// <summary>
    /// All services of the project, whatever their profiles: those of the first file in text order, then those that
    /// other files add.
    /// </summary>
    public IReadOnlyList<Service> Services => _services;

    /// <summary>
    /// Whether nothing was left out that may define something: every file that the project names was read.
    /// </summary>
    public bool IsComplete => _project.IsComplete;

    /// <summary>
    /// Whether the file may be meant for being merged with others, as the name <c>compose.prod.yaml</c> or an
    /// <c>include</c> of a project above says. What it lacks may stand there.
    /// </summary>
    public bool IsFragment => _project.IsFragment;

    /// <summary>
    /// Paths of all Compose files that belong to the project, those that are included or extended among them, relative
    /// to the linted root with <c>/</c> between their segments.
    /// </summary>
    public IReadOnlyList<string> FilePaths => _project.Reader.ReadPaths;

    /// <summary>Whether variables may stand in a value of the project: in any file that it was made of.</summary>
    internal bool MayHaveVariables => _mayHaveVariables ??= _project.Reader.MayHaveVariables();

    /// <summary>What could not be followed.</summary>
    internal IReadOnlyList<Notification> Notifications => _project.Reader.Notifications;

    internal ComposeProject Project => _project;

    /// <summary>
    /// Makes the model of the project that a file belongs to. Cheap: facts are computed when they are asked for.
    /// </summary>
    /// <param name="tree">The file.</param>
    /// <param name="files">
    /// The files beside it, or <c>null</c> where nothing is known of them: then the file stands alone.
    /// </param>
    /// <param name="options">What the caller of Compose would say, or <c>null</c> for nothing.</param>
    /// <param name="budget">What the project may cost, or <c>null</c> for the default.</param>
    /// <param name="cancellation">Ends the making.</param>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public static ComposeModel Create(
        YamlSyntaxTree tree,
        ISourceFiles? files = null,
        ComposeOptions? options = null,
        AnalysisBudget? budget = null,
        CancellationToken cancellation = default
    )
    {
        if (tree is null)
        {
            throw new ArgumentNullException(nameof(tree));
        }

        ComposeOptions given = options ?? ComposeOptions.Default;
        var sources = new ComposeSources(
            tree.File,
            files,
            areKnown: files is not null,
            file => file == tree.File ? tree : YamlSyntaxTree.Parse(file, budget, cancellation),
            budget ?? AnalysisBudget.Default,
            cancellation
        );
        return Load(ComposeProjectFiles.Find(tree.File.Path, sources, given), sources, given);
    }

    /// <summary>Loads a project.</summary>
    internal static ComposeModel Load(ComposeProjectFiles project, ComposeSources sources, ComposeOptions options) =>
        new(ComposeProjectLoader.Load(project, sources, options), sources.Cancellation);

    /// <summary>
    /// What Compose refuses once it has merged the project, as far as it lies in <see cref="Files"/>: circles, names
    /// that nothing declares, expressions that cannot be read.
    /// </summary>
    public ImmutableArray<Diagnostic> GetDiagnostics() => GetDiagnostics(CancellationToken.None);

    /// <summary>What single rules ask of the model.</summary>
    internal ModelIndexes Indexes { get; } = new();

    /// <summary>The service with a name, or <c>null</c>.</summary>
    public Service? FindService(string name)
    {
        if (_servicesByName is not { } services)
        {
            services = new Dictionary<string, Service>(StringComparer.Ordinal);
            foreach (Service service in _services)
            {
                services[service.Name] = service;
            }

            _servicesByName = services;
        }

        return services.TryGetValue(name, out Service? found) ? found : null;
    }

    /// <summary>The service whose <c>container_name</c> is known to be a name, or <c>null</c>.</summary>
    public Service? FindServiceByContainerName(string name)
    {
        if (_servicesByContainerName is not { } services)
        {
            services = new Dictionary<string, Service>(StringComparer.Ordinal);
            foreach (Service service in _services)
            {
                if (service.GetText("container_name").TryGetValue(out string? container))
                {
                    services[container] = service;
                }
            }

            _servicesByContainerName = services;
        }

        return services.TryGetValue(name, out Service? found) ? found : null;
    }

    /// <summary>
    /// The effective definition of a volume, network, secret, config or model; <c>null</c> where there is none.
    /// </summary>
    /// <param name="section">The top-level key, such as <c>volumes</c>.</param>
    /// <param name="name">The name below it.</param>
    public ComposeEntry? FindDefinition(string section, string name) => Value?.GetMapping(section)?.Find(name);

    /// <summary>
    /// The same, where the caller may give up meanwhile; a model that was given up is not to be asked again.
    /// </summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    internal ImmutableArray<Diagnostic> GetDiagnostics(CancellationToken cancellation)
    {
        using var gate = Gate.Enter(_services, cancellation);
        if (_diagnostics.IsDefault)
        {
            _diagnostics = FindDiagnostics(cancellation);
        }

        return _diagnostics;
    }

    private ImmutableArray<Diagnostic> FindDiagnostics(CancellationToken cancellation)
    {
        InterpolationChecker.Check(this, _project.Reader, cancellation);
        if (!_project.IsLegacyLayout)
        {
            new ReferenceChecker(this).Check(cancellation);
            new DependencyChecker(this).Check(cancellation);
        }

        return [.. _project.Reader.Diagnostics];
    }

    private void LeaveOutServices()
    {
        ComposeProjectReader reader = _project.Reader;
        reader.IsComplete = false;
        reader.Notifications.Add(
            new Notification(
                RuleDescriptors.LimitReached,
                LimitReachedMessages.Services(
                    File.Path,
                    AnalysisBudget.MaxServices.ToString(CultureInfo.InvariantCulture)
                ),
                File.Path,
                Location: null
            )
        );
    }

    private IEnumerable<Service> FindServices(CancellationToken cancellation)
    {
        int count = 0;

        // Below `services` every key is a name; at top level only what looks like a service is one.
        bool isLegacy = _project.IsLegacyLayout;
        ComposeMapping? section = isLegacy ? Value : Value?.GetMapping("services");
        foreach (ComposeEntry entry in section?.Entries ?? [])
        {
            cancellation.ThrowIfCancellationRequested();
            if (
                entry.Value is ComposeMapping value
                && (
                    !isLegacy
                    || (
                        !ComposeFileSyntax.IsExtension(entry.Name)
                        && (value.Find("image") ?? value.Find("build")) is not null
                    )
                )
            )
            {
                if (count++ == AnalysisBudget.MaxServices)
                {
                    LeaveOutServices();
                    yield break;
                }

                yield return new Service(this, entry, ComposeUnicity.Apply(value, ComposePlace.Service));
            }
        }
    }
}
