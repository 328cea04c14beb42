using System.Globalization;
using System.Runtime.CompilerServices;
using DockerfileLint.Analysis;
using DockerfileLint.LanguageServer.Features;
using DockerfileLint.LanguageServer.Protocol;
using DockerfileLint.LanguageServer.Workspaces;

namespace DockerfileLint.LanguageServer;

/// <summary>
/// The findings of documents for clients that ask for them, each with a name of the state that they are of. Safe to
/// use from several threads.
/// </summary>
internal sealed class DiagnosticReports(LatencyCounter latency)
{
    // An analysis is the same object as long as nothing has changed that it rests on, and so is its name.
    private readonly ConditionalWeakTable<FileAnalysis, string> _names = [];
    private int _lastName;
    private long _lastChange;

    internal DiagnosticReport Create(DocumentView view, string? previous, CancellationToken cancellation)
    {
        FileAnalysis analysis = view.Analyze(cancellation);
        string name = GetName(analysis);
        DiagnosticReport report =
            name == previous
                ? new DiagnosticReport("unchanged", name)
                : new DiagnosticReport(
                    "full",
                    name,
                    FindingDiagnostics.Create(view.Complete(analysis, cancellation), view)
                );
        if (view.ChangedAt > Interlocked.Read(ref _lastChange))
        {
            Interlocked.Exchange(ref _lastChange, view.ChangedAt);
            latency.Count(view.ChangedAt);
        }

        return report;
    }

    private string GetName(FileAnalysis analysis) =>
        _names.GetValue(analysis, _ => Interlocked.Increment(ref _lastName).ToString(CultureInfo.InvariantCulture));
}
