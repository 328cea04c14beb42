using DockerfileLint.Analysis;
using DockerfileLint.Analysis.Languages;
using DockerfileLint.Analysis.Projects;
using DockerfileLint.LanguageServer.Protocol;
using DockerfileLint.LanguageServer.Rpc;
using DockerfileLint.LanguageServer.Workspaces;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Semantics.Projects;
using DockerfileLint.Syntax.Compose;
using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Text;

namespace DockerfileLint.LanguageServer.Features;

/// <summary>A place where a symbol is named, in whichever file.</summary>
/// <param name="Span">The name.</param>
/// <param name="IsDefinition">Whether it is defined here.</param>
/// <param name="IsExact">Whether the name can be replaced there.</param>
internal readonly record struct NamedPlace(SourceSpan Span, bool IsDefinition, bool IsExact);

/// <summary>
/// From a name to where it is defined and to all that name it: within a Dockerfile, within a Compose project, and from
/// a service into the Dockerfile that it builds and back.
/// </summary>
internal static class Navigation
{
    private const int ReadHighlight = 2;
    private const int WriteHighlight = 3;

    /// <summary>Where a name is defined; of a path the file.</summary>
    internal static FileLocation[] FindDefinitions(
        DocumentView view,
        PositionParameters parameters,
        CancellationToken cancellation
    )
    {
        int offset = view.GetOffset(parameters.Position);
        List<NamedPlace>? places = FindPlaces(view, offset, out _, cancellation);
        FileLocation[] definitions =
        [
            .. (places ?? []).Where(place => place.IsDefinition).Select(place => view.GetLocation(place.Span)),
        ];
        if (definitions.Length == 0 && !view.IsDockerfile && FindExtended(view, offset, cancellation) is { } extended)
        {
            return [extended];
        }

        return definitions.Length == 0 && DocumentLinks.FindFile(view, offset, cancellation) is { Path: { } path }
            ? [new FileLocation(view.GetUri(path), default)]
            : definitions;
    }

    /// <summary>The service of another file that <c>extends</c> names at a place.</summary>
    private static FileLocation? FindExtended(DocumentView view, int offset, CancellationToken cancellation)
    {
        if (
            view.GetYaml(cancellation).FindNode(offset)
            is not YamlScalarSyntax
            {
                Parent: YamlPairSyntax { Name: "service", Parent: YamlMappingSyntax extends }
            } service
        )
        {
            return null;
        }

        return
            extends.GetScalar("file") is { Value: { Length: > 0 } file }
            && ProjectPath.Resolve(ProjectPath.GetDirectory(view.Path), file) is { } path
            && view.Project.Find(path, cancellation).File is not null
            && view.Project.GetDocument(path).GetTree(Language.Compose, cancellation) is YamlSyntaxTree tree
            && ComposeFileSyntax.Create(tree).Services.FirstOrDefault(each => each.Name == service.Value) is { } found
            ? view.GetLocation(new SourceSpan(tree.File, found.NameSpan))
            : null;
    }

    internal static FileLocation[] FindReferences(
        DocumentView view,
        ReferenceParameters parameters,
        CancellationToken cancellation
    ) =>
        [
            .. (FindPlaces(view, view.GetOffset(parameters.Position), out _, cancellation) ?? [])
                .Where(place => !place.IsDefinition || parameters.Context?.IncludeDeclaration != false)
                .Select(place => view.GetLocation(place.Span)),
        ];

    internal static DocumentHighlight[] FindHighlights(
        DocumentView view,
        PositionParameters parameters,
        CancellationToken cancellation
    ) =>
        [
            .. (FindPlaces(view, view.GetOffset(parameters.Position), out _, cancellation) ?? [])
                .Where(place => place.Span.File.Path == view.Path)
                .Select(place => new DocumentHighlight(
                    view.GetRange(place.Span.Span),
                    place.IsDefinition ? WriteHighlight : ReadHighlight
                )),
        ];

    /// <summary>What would be renamed; <c>null</c> where that cannot be.</summary>
    internal static RenameTarget? PrepareRename(
        DocumentView view,
        PositionParameters parameters,
        CancellationToken cancellation
    )
    {
        int offset = view.GetOffset(parameters.Position);
        if (
            FindPlaces(view, offset, out string? name, cancellation) is not { } places
            || !places.Exists(place => place.IsDefinition)
        )
        {
            return null;
        }

        NamedPlace here = places.Find(place =>
            place.Span.File.Path == view.Path && place.Span.Start <= offset && offset <= place.Span.End
        );
        return here.IsExact ? new RenameTarget(view.GetRange(here.Span.Span), name!) : null;
    }

    /// <summary>Gives a symbol another name wherever it is named.</summary>
    /// <exception cref="RpcException">The name is none, is taken, or stands where it cannot be replaced.</exception>
    internal static WorkspaceEdit Rename(
        DocumentView view,
        RenameParameters parameters,
        bool knowsVersions,
        CancellationToken cancellation
    )
    {
        int offset = view.GetOffset(parameters.Position);
        List<NamedPlace> places =
            FindPlaces(view, offset, out _, cancellation)
            ?? throw new RpcException(RpcErrorCode.RequestFailed, "There is nothing here that has a name.");
        if (!places.Exists(place => place.IsDefinition))
        {
            throw new RpcException(RpcErrorCode.RequestFailed, "It is not defined in any file that is known.");
        }

        if (!IsName(parameters.NewName))
        {
            throw new RpcException(RpcErrorCode.RequestFailed, $"'{parameters.NewName}' is no name.");
        }

        if (IsTaken(view, offset, parameters.NewName, cancellation))
        {
            throw new RpcException(RpcErrorCode.RequestFailed, $"There is a '{parameters.NewName}' already.");
        }

        // A stage may be named by its number, which stays.
        List<NamedPlace> exact = places.FindAll(place => place.IsExact);
        return WorkspaceEdits.Create(view, exact.Select(place => (place.Span, parameters.NewName)), knowsVersions);
    }

    private static bool IsName(string name) =>
        name.Length > 0
        && (char.IsAsciiLetterOrDigit(name[0]) || name[0] == '_')
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.');

    private static bool IsTaken(DocumentView view, int offset, string name, CancellationToken cancellation)
    {
        if (view.IsDockerfile)
        {
            IReadOnlyList<DockerfileOccurrence> all = DockerfileSymbols.Find(
                view.GetDockerfile(cancellation),
                cancellation
            );
            return DockerfileSymbols.FindAt(all, offset) is { } here
                && all.Any(other =>
                    other.Kind == here.Kind
                    && (other.Kind == DockerfileSymbolKind.Stage || other.Group == here.Group)
                    && other.Name == (here.Kind == DockerfileSymbolKind.Stage ? name.ToLowerInvariant() : name)
                );
        }

        IReadOnlyList<ComposeOccurrence> places = ComposeSymbols.Find(view, cancellation);
        return ComposeSymbols.FindAt(places, view.Path, offset) is { } found
            && places.Any(other => other.Kind == found.Kind && other.Name == name);
    }

    /// <summary>All places of the symbol at an offset, or <c>null</c>.</summary>
    private static List<NamedPlace>? FindPlaces(
        DocumentView view,
        int offset,
        out string? name,
        CancellationToken cancellation
    )
    {
        name = null;
        return view.IsDockerfile
            ? FindInDockerfile(view, offset, out name, cancellation)
            : FindInCompose(view, offset, out name, cancellation);
    }

    private static List<NamedPlace>? FindInDockerfile(
        DocumentView view,
        int offset,
        out string? name,
        CancellationToken cancellation
    )
    {
        DockerfileModel model = view.GetDockerfile(cancellation);
        IReadOnlyList<DockerfileOccurrence> all = DockerfileSymbols.Find(model, cancellation);
        name = null;
        if (DockerfileSymbols.FindAt(all, offset) is not { } here)
        {
            return null;
        }

        name = view.Text.ToString(here.Span);
        List<NamedPlace> places =
        [
            .. all.Where(other => other.IsSameSymbol(here))
                .Select(other => new NamedPlace(
                    new SourceSpan(model.Tree.File, other.Span),
                    other.IsDefinition,
                    other.IsExact
                )),
        ];
        places.AddRange(FindInConsumers(view, here, cancellation));
        return places;
    }

    /// <summary>Where the services that are built from a Dockerfile name its stages and arguments.</summary>
    private static IEnumerable<NamedPlace> FindInConsumers(
        DocumentView view,
        DockerfileOccurrence symbol,
        CancellationToken cancellation
    )
    {
        LintOptions options = view.Setup.Linter.Options;
        var reader = new ProjectReader(view.Project, cancellation, remembers: false);
        string folder = view.Path;
        do
        {
            folder = ProjectPath.GetDirectory(folder);
            foreach (string file in ComposeProjectFiles.DefaultNames.ToArray())
            {
                if (reader.Find(ProjectPath.Combine(folder, file)).File is not { } found)
                {
                    continue;
                }

                ComposeSources sources = ComposeAnalyzer.CreateSources(found, reader);
                var compose = ComposeModel.Load(
                    ComposeProjectFiles.Find(found.Path, sources, options.Compose),
                    sources,
                    options.Compose
                );
                foreach (Service service in compose.Services)
                {
                    if (
                        service.Build is { } build
                        && BuildReferences.Locate(build, compose.Project.Reader).Dockerfile == view.Path
                    )
                    {
                        foreach (NamedPlace place in FindInBuild(build, symbol))
                        {
                            yield return place;
                        }
                    }
                }

                break;
            }
        } while (folder.Length > 0);
    }

    private static IEnumerable<NamedPlace> FindInBuild(ServiceBuild build, DockerfileOccurrence symbol)
    {
        if (symbol.Kind == DockerfileSymbolKind.Stage)
        {
            if (
                build.Target is { } target
                && target.TryGetValue(out string? name)
                && name.Equals(symbol.Name, StringComparison.OrdinalIgnoreCase)
            )
            {
                yield return new NamedPlace(
                    target.Span,
                    IsDefinition: false,
                    target.Span.GetText().Equals(symbol.Name, StringComparison.OrdinalIgnoreCase)
                );
            }

            yield break;
        }

        foreach (ComposeKeyValue argument in build.Arguments)
        {
            if (argument.Name == symbol.Name)
            {
                yield return new NamedPlace(
                    argument.NameSpan,
                    IsDefinition: false,
                    argument.NameSpan.GetText() == symbol.Name
                );
            }
        }
    }

    private static List<NamedPlace>? FindInCompose(
        DocumentView view,
        int offset,
        out string? name,
        CancellationToken cancellation
    )
    {
        name = null;
        if (FindOfBuild(view, offset, out name, cancellation) is { } ofBuild)
        {
            return ofBuild;
        }

        IReadOnlyList<ComposeOccurrence> all = ComposeSymbols.Find(view, cancellation);
        if (ComposeSymbols.FindAt(all, view.Path, offset) is not { } here)
        {
            return null;
        }

        name = here.Span.GetText();
        List<NamedPlace> places =
        [
            .. all.Where(other => other.IsSameSymbol(here))
                .Select(other => new NamedPlace(other.Span, other.IsDefinition, other.IsExact)),
        ];
        if (here.Kind == ComposeSymbols.Variable)
        {
            ProjectModel project = view.GetProject(cancellation);
            if (project.Compose.Project.Environment.LookUp(here.Name).Span is { } defined)
            {
                places.Add(new NamedPlace(defined, IsDefinition: true, IsExact: false));
            }
        }

        return places;
    }

    /// <summary>The places of a stage or argument that the build of a service names.</summary>
    private static List<NamedPlace>? FindOfBuild(
        DocumentView view,
        int offset,
        out string? name,
        CancellationToken cancellation
    )
    {
        name = null;
        ProjectModel project = view.GetProject(cancellation);
        foreach (Service service in project.Compose.Services)
        {
            if (
                service.Build is not { } build
                || project.FindBuild(service) is not { Path: { } path, Model: { } model }
                || !IsNamedAt(build, view.Path, offset, out name, out DockerfileSymbolKind kind)
            )
            {
                continue;
            }

            string wanted = kind == DockerfileSymbolKind.Stage ? name.ToLowerInvariant() : name;
            IReadOnlyList<DockerfileOccurrence> all = DockerfileSymbols.Find(model, cancellation);
            DockerfileOccurrence? symbol = null;
            foreach (DockerfileOccurrence occurrence in all)
            {
                if (occurrence.Kind == kind && occurrence.Name == wanted && occurrence.IsDefinition)
                {
                    symbol = occurrence;
                    break;
                }
            }

            if (symbol is not { } found)
            {
                return null;
            }

            List<NamedPlace> places =
            [
                .. all.Where(other => other.IsSameSymbol(found))
                    .Select(other => new NamedPlace(
                        new SourceSpan(model.Tree.File, other.Span),
                        other.IsDefinition,
                        other.IsExact
                    )),
            ];
            foreach (Service other in project.Compose.Services)
            {
                if (other.Build is { } otherBuild && project.FindBuild(other)?.Path == path)
                {
                    places.AddRange(FindInBuild(otherBuild, found));
                }
            }

            return places;
        }

        return null;
    }

    private static bool IsNamedAt(
        ServiceBuild build,
        string path,
        int offset,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? name,
        out DockerfileSymbolKind kind
    )
    {
        kind = DockerfileSymbolKind.Stage;
        if (build.Target is { } target && Holds(target.Span) && target.TryGetValue(out name))
        {
            return true;
        }

        kind = DockerfileSymbolKind.Variable;
        foreach (ComposeKeyValue argument in build.Arguments)
        {
            if (Holds(argument.NameSpan))
            {
                name = argument.Name;
                return true;
            }
        }

        name = null;
        return false;

        bool Holds(SourceSpan span) => span.File.Path == path && span.Start <= offset && offset <= span.End;
    }
}
