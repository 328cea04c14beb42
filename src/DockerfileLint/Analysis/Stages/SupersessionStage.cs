using DockerfileLint.Diagnostics;
using DockerfileLint.Text;

namespace DockerfileLint.Analysis.Stages;

/// <summary>
/// Leaves out diagnostics where a more specific rule reports the same span, or another program says the same under the
/// number that it gave the rule.
/// </summary>
internal static class SupersessionStage
{
    internal static List<RatedDiagnostic> Supersede(List<RatedDiagnostic> diagnostics, CancellationToken cancellation)
    {
        HashSet<(string Rule, TextSpan Span)>? superseded = null;
        HashSet<(string Rule, int Start)>? external = null;
        foreach ((Diagnostic diagnostic, _) in diagnostics)
        {
            cancellation.ThrowIfCancellationRequested();
            if (diagnostic.Rule.Kind == RuleKind.External)
            {
                external ??= [];
                external.Add((diagnostic.Rule.Id, diagnostic.Location.Span.Start));
            }

            foreach (string rule in diagnostic.Rule.Supersedes)
            {
                superseded ??= [];
                superseded.Add((rule, diagnostic.Location.Span));
            }
        }

        return superseded is null && external is null
            ? diagnostics
            : diagnostics.FindAll(rated =>
                superseded?.Contains((rated.Diagnostic.Rule.Id, rated.Diagnostic.Location.Span)) != true
                && !(
                    rated.Diagnostic.Rule.Kind != RuleKind.External
                    && external?.Contains((rated.Diagnostic.Rule.Id, rated.Diagnostic.Location.Span.Start)) == true
                )
            );
    }
}
