using System.Globalization;
using DockerfileLint.Diagnostics;
using DockerfileLint.Syntax.Compose;
using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Compose;

/// <summary>
/// Makes one model of a project's files: documents and override files in order, <c>include</c> and <c>extends</c>
/// followed.
/// </summary>
internal sealed class ComposeProjectLoader
{
    /// <summary>What an included project gives to the one that includes it.</summary>
    private static readonly string[] ImportedSections =
    [
        "services",
        "networks",
        "volumes",
        "secrets",
        "configs",
        "models",
    ];

    private readonly ComposeSources _sources;
    private readonly ComposeProjectReader _reader;
    private readonly ComposeMerger _merger;
    private readonly ServiceExtender _extender;

    // What was included before in the same way: files that include each other twice would double from step to step.
    private readonly Dictionary<(ComposeEnvironment Environment, string Files), ComposeMapping?> _included = [];

    private ComposeProjectLoader(ComposeSources sources, ComposeProjectReader reader)
    {
        _sources = sources;
        _reader = reader;
        _merger = new ComposeMerger(sources.Budget.MaxMergedEntries, sources.Cancellation);
        _extender = new ServiceExtender(reader, _merger);
    }

    /// <summary>Loads a project.</summary>
    internal static ComposeProject Load(ComposeProjectFiles project, ComposeSources sources, ComposeOptions options)
    {
        var reader = new ComposeProjectReader(project.Paths, sources);
        var loader = new ComposeProjectLoader(sources, reader);
        var files = new List<ComposeFileSyntax>();
        foreach (string member in project.Paths)
        {
            if (reader.ReadOwn(member) is { } file)
            {
                files.Add(file);
            }
            else
            {
                reader.IsComplete = false;
            }
        }

        ComposeMapping? root = loader.LoadModel(
            files,
            ProjectPath.GetDirectory(project.Paths[0]),
            project.Environment,
            includes: null,
            included: null
        );
        if (loader._merger.IsExhausted)
        {
            reader.IsComplete = false;
            reader.Notifications.Add(
                new Notification(
                    RuleDescriptors.LimitReached,
                    LimitReachedMessages.Merged(
                        project.Paths[0],
                        sources.Budget.MaxMergedEntries.ToString(CultureInfo.InvariantCulture)
                    ),
                    project.Paths[0],
                    Location: null
                )
            );
        }

        if (reader.IsExhausted)
        {
            reader.Notifications.Add(
                new Notification(
                    RuleDescriptors.LimitReached,
                    LimitReachedMessages.Loaded(
                        project.Paths[0],
                        reader.LengthLimit.ToString(CultureInfo.InvariantCulture)
                    ),
                    project.Paths[0],
                    Location: null
                )
            );
        }

        string first = project.Paths[0];
        bool isPartial = project.IsAlone && ComposeFileName.IsPartial(first);
        return new ComposeProject(reader, root, project.Environment)
        {
            Files = [.. files.Distinct()],
            Unresolved = loader._extender.Unresolved,
            Mismatches = loader._merger.Mismatches,
            Profiles = options.Profiles,
            IsFragment = isPartial || (project.IsAlone && ComposeProjectFiles.IsIncluded(first, sources)),
            IsPartial = isPartial,
            IsLegacyLayout = files.Count == 1 && files[0].IsLegacyLayout,
            FindFiles = path => ComposeProjectFiles.Find(path, sources, options),
            Allowance = sources.Allowance,
        };
    }

    private ComposeMapping? LoadModel(
        IEnumerable<ComposeFileSyntax> syntaxes,
        string directory,
        ComposeEnvironment environment,
        IncludeStep? includes,
        ComposeOrigin? included
    )
    {
        ComposeMapping? model = null;
        foreach (ComposeFileSyntax syntax in syntaxes)
        {
            var scope = new ComposeScope(syntax.Tree.File, directory, environment, _sources.Allowance, included);
            foreach (YamlMappingSyntax root in syntax.Roots)
            {
                var written = new ComposeMapping(root, scope, via: null);
                ComposeMapping document = ApplyIncludes(written, environment, includes);
                document = _extender.Apply(document, written, model);
                model = model is null
                    ? document
                    : _merger.Merge(model, document, ComposePlace.Root, isAboveOwner: false);
            }
        }

        return model;
    }

    private ComposeMapping ApplyIncludes(ComposeMapping document, ComposeEnvironment environment, IncludeStep? includes)
    {
        if (document.Find("include") is not { } entry)
        {
            return document;
        }

        ComposeMapping model = new(document, [.. document.Entries.Where(other => other != entry)], document.Resets);
        foreach (ComposeNode item in entry.Value is ComposeSequence list ? list.Items : [])
        {
            if (LoadInclude(item, environment, includes) is { } imported)
            {
                ComposeEntry[] sections =
                [
                    .. imported.Entries.Where(section => Array.IndexOf(ImportedSections, section.Name) >= 0),
                ];
                var below = new ComposeMapping(imported, sections, []);
                model = _merger.Merge(below, model, ComposePlace.Root, isAboveOwner: true);
            }
        }

        return model;
    }

    private ComposeMapping? LoadInclude(ComposeNode item, ComposeEnvironment environment, IncludeStep? includes)
    {
        List<ComposeScalar> references =
        [
            .. item is ComposeMapping mapping
                ? mapping.GetItems("path").OfType<ComposeScalar>()
                : new[] { item }.OfType<ComposeScalar>(),
        ];
        string? directory = null;
        var syntaxes = new List<ComposeFileSyntax>();
        IncludeStep? chain = includes;
        foreach (ComposeScalar reference in references)
        {
            if (_reader.Read(reference) is not { } file)
            {
                continue;
            }

            chain = new IncludeStep(reference.File.Path, reference.Span, includes);
            if (chain.FindCycle(file.Path) is { } cycle)
            {
                _reader.ReportCycle(cycle);
                return null;
            }

            directory ??= ProjectPath.GetDirectory(file.Path);
            syntaxes.Add(file.Syntax);
        }

        if (directory is null || chain!.Depth > _sources.Budget.MaxIncludeDepth)
        {
            _reader.IsComplete = false;
            return null;
        }

        var environmentFiles = new List<string>();
        if (item is ComposeMapping options)
        {
            if (options.GetScalar("project_directory") is { } named)
            {
                directory = _reader.Resolve(named) ?? directory;
            }

            foreach (ComposeScalar reference in options.GetItems("env_file").OfType<ComposeScalar>())
            {
                if (_reader.Resolve(reference) is { } path)
                {
                    environmentFiles.Add(path);
                }
            }
        }

        if (environmentFiles.Count == 0)
        {
            environmentFiles.Add(ProjectPath.Combine(directory, ComposeProjectFiles.EnvironmentFileName));
        }

        ComposeEnvironment own = _sources.ReadEnvironment(environment, environmentFiles, _reader.TryTake);
        var key = (own, directory + "\n" + string.Join("\n", syntaxes.Select(syntax => syntax.Tree.File.Path)));
        if (!_included.TryGetValue(key, out ComposeMapping? model))
        {
            var step = new ComposeOrigin(ComposeOriginKind.Include, item.Span, item.Scope.Included);
            model = syntaxes.TrueForAll(syntax => _reader.TryTake(syntax.Tree.File))
                ? LoadModel(syntaxes, directory, own, chain, step)
                : null;
            _included[key] = model;
        }

        return model;
    }

    /// <summary>A file that includes another one, and how it came to be read itself.</summary>
    private sealed record IncludeStep(string Path, SourceSpan Span, IncludeStep? Outer)
    {
        internal int Depth { get; } = (Outer?.Depth ?? 0) + 1;

        /// <summary>The steps from a file to itself, or <c>null</c> where it does not include itself.</summary>
        internal IReadOnlyList<(string Name, SourceSpan Span)>? FindCycle(string path)
        {
            var steps = new List<(string Name, SourceSpan Span)>();
            for (IncludeStep? step = this; step is not null; step = step.Outer)
            {
                steps.Add((step.Path, step.Span));
                if (step.Path == path)
                {
                    steps.Reverse();
                    return steps;
                }
            }

            return null;
        }
    }
}
