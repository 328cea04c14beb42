using System.Globalization;
using DockerfileLint.Diagnostics;
using DockerfileLint.Syntax.Compose;
using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Compose;

/// <summary>
/// Follows <c>extends</c>: a service takes over everything from another one and sets its own values above it.
/// </summary>
internal sealed class ServiceExtender(ComposeProjectReader reader, ComposeMerger merger)
{
    private const string Key = "extends";

    private readonly Dictionary<string, Family> _files = new(StringComparer.Ordinal);

    // The sizes of nodes that aliases stand for.
    private readonly Dictionary<YamlNodeSyntax, int> _aliased = [];

    /// <summary>The names of services that extend something unknown.</summary>
    internal HashSet<string> Unresolved { get; } = new(StringComparer.Ordinal);

    /// <summary>A document whose services hold what they extend.</summary>
    /// <param name="document">The document, with what it includes; that holds what it extends already.</param>
    /// <param name="written">The document as it is written.</param>
    /// <param name="model">The documents and files before it, or <c>null</c>.</param>
    internal ComposeMapping Apply(ComposeMapping document, ComposeMapping written, ComposeMapping? model)
    {
        if (
            written.GetMapping("services") is not { } own
            || !HasExtending(own)
            || document.GetMapping("services") is not { } services
        )
        {
            return document;
        }

        var family = new Family(services, model?.GetMapping("services")) { IsOwn = true };
        ComposeEntry[] resolved =
        [
            .. services.Entries.Select(entry =>
                IsExtending(own.Find(entry.Name)?.Value)
                    ? new ComposeEntry(
                        entry,
                        Resolve(family, entry.Name, (ComposeMapping)entry.Value!, chain: null),
                        entry.Replaced
                    )
                    : entry
            ),
        ];
        var value = new ComposeMapping(services, resolved, services.Resets);
        return new ComposeMapping(
            document,
            [
                .. document.Entries.Select(entry =>
                    entry.Name == "services" ? new ComposeEntry(entry, value, entry.Replaced) : entry
                ),
            ],
            document.Resets
        );
    }

    // Asks the tree, since most services of most projects are never looked at again.
    private static bool HasExtending(ComposeMapping written)
    {
        foreach (YamlPairSyntax pair in ((YamlMappingSyntax)written.Syntax).GetEffectivePairs())
        {
            if (pair.Value.Resolved is YamlMappingSyntax service && service.Find(Key) is not null)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsExtending(ComposeNode? service) =>
        service is ComposeMapping mapping && mapping.Find(Key) is not null;

    private ComposeMapping Resolve(Family family, string name, ComposeMapping service, Step? chain)
    {
        if (family.Resolved.TryGetValue(name, out ComposeMapping? known))
        {
            return known;
        }

        ComposeEntry? extends = service.Find(Key);
        ComposeMapping result = service;
        if (extends is not null)
        {
            var own = new ComposeMapping(
                service,
                [.. service.Entries.Where(entry => entry != extends)],
                service.Resets
            );
            result = own;
            if (FindBase(family, extends.Value) is { } found)
            {
                var step = new Step(family, name, found.Reference.Span, chain);
                if (step.FindCycle(found.Family, found.Name) is { } cycle)
                {
                    reader.ReportCycle(cycle);
                }
                else if (
                    step.Depth > AnalysisBudget.MaxExtendsDepth
                    || found.Family.GetDepth(found.Name) + 1 > AnalysisBudget.MaxExtendsDepth
                )
                {
                    // The services below may be resolved already, in the order in which they are written.
                    reader.Report(
                        RuleDescriptors.DependencyCycle,
                        found.Reference.Span,
                        DependencyCycleMessages.TooLong(
                            name,
                            AnalysisBudget.MaxExtendsDepth.ToString(CultureInfo.InvariantCulture)
                        )
                    );
                    family.Unresolved.Add(name);
                }
                else
                {
                    ComposeMapping below = Resolve(found.Family, found.Name, found.Service, step);
                    int size = GetSize(found.Family, found.Name, found.Service);
                    family.Sizes[name] = size + Measure(service.Syntax);
                    if (merger.TryTake(size))
                    {
                        result = merger.Merge(
                            (ComposeMapping)below.Through(new ComposeStep(found.Reference)),
                            own,
                            ComposePlace.Service,
                            isAboveOwner: true
                        );
                    }
                    else
                    {
                        family.Unresolved.Add(name);
                    }

                    family.Depths[name] = found.Family.GetDepth(found.Name) + 1;
                    if (found.Family.Unresolved.Contains(found.Name))
                    {
                        family.Unresolved.Add(name);
                    }
                }
            }
            else
            {
                family.Unresolved.Add(name);
            }

            if (family.IsOwn && family.Unresolved.Contains(name))
            {
                Unresolved.Add(name);
            }
        }

        family.Resolved[name] = result;
        return result;
    }

    /// <summary>How many nodes whoever extends a service takes over.</summary>
    private int GetSize(Family family, string name, ComposeMapping service)
    {
        if (!family.Sizes.TryGetValue(name, out int size))
        {
            size = Measure(service.Syntax);
            family.Sizes.Add(name, size);
        }

        return size;
    }

    /// <summary>The number of nodes that a written one stands for, those of its aliases included.</summary>
    private int Measure(YamlNodeSyntax node)
    {
        if (node.Resolved is not { } resolved)
        {
            return 1;
        }

        if (resolved != node && _aliased.TryGetValue(resolved, out int known))
        {
            return known;
        }

        long size = 1;
        switch (resolved)
        {
            case YamlMappingSyntax mapping:
                foreach (YamlPairSyntax pair in mapping.GetEffectivePairs())
                {
                    size += Measure(pair.Value);
                }

                break;
            case YamlSequenceSyntax sequence:
                foreach (YamlNodeSyntax item in sequence.Items)
                {
                    size += Measure(item);
                }

                break;
        }

        int result = (int)Math.Min(size, int.MaxValue / 4);
        if (resolved != node)
        {
            _aliased[resolved] = result;
        }

        return result;
    }

    private (Family Family, string Name, ComposeMapping Service, ComposeScalar Reference)? FindBase(
        Family family,
        ComposeNode? extends
    )
    {
        var options = extends as ComposeMapping;
        if ((extends as ComposeScalar ?? options?.GetScalar("service")) is not { IsNull: false } reference)
        {
            return null;
        }

        ComposeScalar? file = options?.GetScalar("file");
        Family? target = family;
        if (file is not null)
        {
            target = reader.Read(file) is { } read ? ReadFamily(read.Path, read.Syntax, file) : null;
        }

        if (target is null || !reference.TryGetValueIfUnset(out string? name))
        {
            return null;
        }

        ComposeNode? service = target.Services?.Find(name)?.Value ?? target.Earlier?.Find(name)?.Value;
        if (service is ComposeMapping mapping)
        {
            return (target, name, mapping, reference);
        }

        if (
            service is null
            && reference.Text.TryGetValue(out _)
            && !target.HasIncludes
            && (reader.IsComplete || file is not null)
        )
        {
            string? suggestion = SpellChecker.GetSuggestion(
                name.AsSpan(),
                target
                    .Services?.Entries.Take(AnalysisBudget.MaxSuggestionCandidates + 1)
                    .Select(entry => entry.Name)
                    .ToArray()
                    ?? []
            );
            reader.Report(
                reference.Span,
                file is null
                    ? suggestion is null
                        ? UndefinedReferenceMessages.Extends(name)
                        : UndefinedReferenceMessages.SimilarExtends(name, suggestion)
                    : UndefinedReferenceMessages.ExtendsFile(name, file.Text.DisplayText)
            );
        }

        return null;
    }

    /// <summary>
    /// The services of a file that others extend; what it includes does not count. <c>null</c> where there is too much.
    /// </summary>
    private Family? ReadFamily(string path, ComposeFileSyntax syntax, ComposeScalar reference)
    {
        if (!_files.TryGetValue(path, out Family? family) && reader.TryTake(syntax.Tree.File))
        {
            ComposeMapping? model = null;
            var scope = new ComposeScope(
                syntax.Tree.File,
                ProjectPath.GetDirectory(path),
                reference.Scope.Environment,
                reference.Scope.Allowance
            );
            foreach (YamlMappingSyntax root in syntax.Roots)
            {
                var document = new ComposeMapping(root, scope, via: null);
                model = model is null
                    ? document
                    : merger.Merge(model, document, ComposePlace.Root, isAboveOwner: false);
            }

            family = new Family(model?.GetMapping("services"), earlier: null)
            {
                HasIncludes = model?.Find("include") is not null,
            };
            _files.Add(path, family);
        }

        return family;
    }

    /// <summary>Services that extend each other by name alone.</summary>
    private sealed class Family(ComposeMapping? services, ComposeMapping? earlier)
    {
        internal ComposeMapping? Services => services;

        internal ComposeMapping? Earlier => earlier;

        internal Dictionary<string, ComposeMapping> Resolved { get; } = new(StringComparer.Ordinal);

        internal HashSet<string> Unresolved { get; } = new(StringComparer.Ordinal);

        /// <summary>How many services in a row each one extends.</summary>
        internal Dictionary<string, int> Depths { get; } = new(StringComparer.Ordinal);

        /// <summary>How many nodes each service that others extend consists of.</summary>
        internal Dictionary<string, int> Sizes { get; } = new(StringComparer.Ordinal);

        /// <summary>Whether the services are the project's own, not those of a file that is only extended.</summary>
        internal bool IsOwn { get; init; }

        /// <summary>Whether the file includes others, which may hold more services.</summary>
        internal bool HasIncludes { get; init; }

        internal int GetDepth(string name) => Depths.TryGetValue(name, out int depth) ? depth : 0;
    }

    /// <summary>A service that extends another one, and what extends it in turn.</summary>
    private sealed record Step(Family Family, string Name, SourceSpan Span, Step? Outer)
    {
        internal int Depth { get; } = (Outer?.Depth ?? 0) + 1;

        /// <summary>The steps from a service to itself, or <c>null</c> where it does not extend itself.</summary>
        internal IReadOnlyList<(string Name, SourceSpan Span)>? FindCycle(Family family, string name)
        {
            var steps = new List<(string Name, SourceSpan Span)>();
            for (Step? step = this; step is not null; step = step.Outer)
            {
                steps.Add((step.Name, step.Span));
                if (step.Family == family && step.Name == name)
                {
                    steps.Reverse();
                    return steps;
                }
            }

            return null;
        }
    }
}
