using System.Collections.Immutable;
using DockerfileLint.Diagnostics;

namespace DockerfileLint.Analysis.Audits;

/// <summary>The findings of a project: by service, and by the place where they lie.</summary>
internal sealed class AuditFindings
{
    private readonly Dictionary<(string Service, string Rule), Finding> _byService = [];
    private readonly Dictionary<(string Path, int Line, string Rule), Finding> _byPlace = [];
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);
    private readonly ILookup<string, Finding> _byPath;

    /// <param name="files">The files of the project.</param>
    /// <param name="byPath">The findings of all files.</param>
    internal AuditFindings(ImmutableArray<string> files, ILookup<string, Finding> byPath)
    {
        _byPath = byPath;
        foreach (string path in files)
        {
            Read(path);
        }
    }

    /// <summary>
    /// The finding that says why a service loses points: the one at the deciding text, else the first of the service.
    /// </summary>
    internal Finding? Find(ServiceAudit service, ControlAssessment control)
    {
        if (control.Place is { } place)
        {
            Read(place.File.Path);
            int line = place.LineSpan.Start.Line;
            foreach (string rule in control.Control.Rules)
            {
                if (_byPlace.TryGetValue((place.File.Path, line, rule), out Finding? there))
                {
                    return there;
                }
            }
        }

        foreach (string rule in control.Control.Rules)
        {
            if (_byService.TryGetValue((service.Name, rule), out Finding? finding))
            {
                return finding;
            }
        }

        return null;
    }

    private void Read(string path)
    {
        if (!_read.Add(path))
        {
            return;
        }

        // Of several in one place the first stays.
        foreach (Finding finding in _byPath[path].Reverse())
        {
            if (finding.Suppression is not null)
            {
                continue;
            }

            _byPlace[(path, finding.Location.LineSpan.Start.Line, finding.Rule.Id)] = finding;
            if (finding.LogicalLocation is { } element && element.FullyQualifiedName == "services." + element.Name)
            {
                _byService[(element.Name, finding.Rule.Id)] = finding;
            }
        }
    }
}
