using DockerfileLint.Configuration;
using DockerfileLint.Diagnostics;

namespace DockerfileLint.Analysis.Stages;

/// <summary>Gives each diagnostic its severity, and leaves out what is off.</summary>
internal static class SeverityStage
{
    internal static List<RatedDiagnostic> Rate(IEnumerable<Diagnostic> diagnostics, RuleSet rules)
    {
        var rated = new List<RatedDiagnostic>();
        foreach (Diagnostic diagnostic in diagnostics)
        {
            Severity severity = rules.GetSeverity(diagnostic.Rule, diagnostic.Tier);
            if (severity != Severity.Off)
            {
                rated.Add(new RatedDiagnostic(diagnostic, severity));
            }
        }

        return rated;
    }
}
