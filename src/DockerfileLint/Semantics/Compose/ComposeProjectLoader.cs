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
    /// <summary>Files that include each other in a row.</summary>
    private const int MaximumIncludeDepth = 64;

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

    private readonly ComposeProjectReader _reader;
    private readonly ComposeMerger _merger = new();
    private readonly ServiceExtender _extender;

    private ComposeProjectLoader(ComposeProjectReader reader)
    {
        _reader = reader;
        _extender = new ServiceExtender(reader, _merger);
    }

    /// <summary>Loads the project that a file belongs to.</summary>
    internal static ComposeProject Load(ComposeFileSyntax linted, ISourceFiles? files, ComposeOptions options)
    {
        string path = linted.Tree.File.Path;

        // Of what lies outside of the root nothing is known.
        ISourceFiles? neighbours =
            path.StartsWith("../", StringComparison.Ordinal) || path.Length == 0 || path[0] == '/' ? null : files;
        var reader = new ComposeProjectReader(linted, neighbours);
        var loader = new ComposeProjectLoader(reader);
        bool isNamed = neighbours is not null && options.Files.Contains(path);
        string directory = ProjectPath.GetDirectory(isNamed ? options.Files[0] : path);
        ComposeEnvironment environment = loader.ReadEnvironment(
            ComposeEnvironment.Empty,
            options.EnvironmentFiles.IsEmpty
                ? [ProjectPath.Combine(directory, ComposeProjectFiles.EnvironmentFileName)]
                : options.EnvironmentFiles
        );
        IReadOnlyList<string> paths =
            isNamed ? options.Files
            : options.Files.IsEmpty ? ComposeProjectFiles.Find(path, neighbours, environment)
            : [path];
        var syntaxes = new List<ComposeFileSyntax>();
        foreach (string member in paths)
        {
            if (reader.Read(member) is { } syntax)
            {
                syntaxes.Add(syntax);
            }
            else
            {
                reader.IsComplete = false;
            }
        }

        ComposeMapping? root = loader.LoadModel(
            syntaxes,
            ProjectPath.GetDirectory(paths[0]),
            environment,
            includes: null
        );
        if (loader._merger.IsExhausted)
        {
            reader.IsComplete = false;
        }

        bool isAlone = paths.Count == 1 && !isNamed;
        return new ComposeProject(reader, root, environment)
        {
            Unresolved = loader._extender.Unresolved,
            Mismatches = loader._merger.Mismatches,
            Profiles = options.Profiles,
            IsFragment =
                isAlone && (ComposeFileName.IsPartial(path) || ComposeProjectFiles.IsIncluded(path, neighbours)),
            IsOverride = isAlone ? ComposeFileName.IsPartial(path) : paths[0] != path,
            IsLegacyLayout = linted.IsLegacyLayout && syntaxes.Count == 1,
        };
    }

    private ComposeEnvironment ReadEnvironment(ComposeEnvironment outer, IEnumerable<string> paths) =>
        outer.With([.. paths.Select(_reader.ReadEnvironment).OfType<SourceFile>()]);

    private ComposeMapping? LoadModel(
        IEnumerable<ComposeFileSyntax> syntaxes,
        string directory,
        ComposeEnvironment environment,
        IncludeStep? includes
    )
    {
        ComposeMapping? model = null;
        foreach (ComposeFileSyntax syntax in syntaxes)
        {
            var scope = new ComposeScope(syntax.Tree.File, directory, environment);
            foreach (YamlMappingSyntax root in syntax.Roots)
            {
                ComposeMapping document = ApplyIncludes(
                    new ComposeMapping(root, scope, via: null),
                    environment,
                    includes
                );
                document = _extender.Apply(document, model);
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
                var below = (ComposeMapping)
                    new ComposeMapping(imported, sections, []).Through(ComposeOriginKind.Include, item.Span);
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

        if (directory is null || chain!.Depth > MaximumIncludeDepth)
        {
            _reader.IsComplete = false;
            return null;
        }

        var environmentFiles = new List<string>();
        if (item is ComposeMapping options)
        {
            if (options.GetScalar("project_directory") is { } own)
            {
                directory = _reader.Resolve(own) ?? directory;
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

        return LoadModel(syntaxes, directory, ReadEnvironment(environment, environmentFiles), chain);
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
