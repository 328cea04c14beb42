using DockerfileLint.Diagnostics;
using DockerfileLint.Text;

namespace DockerfileLint.Analysis.Stages;

/// <summary>Leaves out diagnostics where a more specific rule reports the same span.</summary>
internal static class SupersessionStage
{
    internal static List<RatedDiagnostic> Supersede(List<RatedDiagnostic> diagnostics, CancellationToken cancellation)
    {
        HashSet<(string Rule, TextSpan Span)>? superseded = null;
        foreach ((Diagnostic diagnostic, _) in diagnostics)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (string rule in diagnostic.Rule.Supersedes)
            {
                superseded ??= [];
                superseded.Add((rule, diagnostic.Location.Span));
            }
        }

        return superseded is null
            ? diagnostics
            : diagnostics.FindAll(rated =>
                !superseded.Contains((rated.Diagnostic.Rule.Id, rated.Diagnostic.Location.Span))
            );
    }
}
