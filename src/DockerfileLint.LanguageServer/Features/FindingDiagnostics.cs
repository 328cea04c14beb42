using System.Collections.Immutable;
using DockerfileLint.Analysis;
using DockerfileLint.Diagnostics;
using DockerfileLint.LanguageServer.Protocol;
using DockerfileLint.LanguageServer.Workspaces;

namespace DockerfileLint.LanguageServer.Features;

/// <summary>Findings as an editor shows them.</summary>
internal static class FindingDiagnostics
{
    private const int ErrorSeverity = 1;
    private const int HintSeverity = 4;
    private const int UnnecessaryTag = 1;
    private const int DeprecatedTag = 2;

    // What an editor fades out, since nothing would change without it.
    private static readonly HashSet<string> Unnecessary = new(StringComparer.Ordinal)
    {
        "DC1016",
        "DL1002",
        "DL3065",
        "DL6016",
    };

    // What an editor strikes through.
    private static readonly HashSet<string> Deprecated = new(StringComparer.Ordinal) { "DC1005", "DL4000", "DL6007" };

    /// <summary>
    /// The findings of a document that nothing suppresses, and what the tool has to say about itself.
    /// </summary>
    internal static DocumentDiagnostic[] Create(FileResult result, DocumentView view) =>
        [
            .. result.Notifications.Select(notification => Create(notification, view)),
            .. result.Findings.Where(finding => finding.IsCounted).Select(finding => Create(finding, view)),
        ];

    /// <summary>What is wrong with a file that is not linted, such as a configuration.</summary>
    internal static DocumentDiagnostic Create(Notification notification, PositionEncoding encoding) =>
        new()
        {
            Range = notification.Location is { } location
                ? encoding.GetRange(location.File.Text, location.Span)
                : default,
            Severity = GetSeverity(notification.Severity),
            Code = notification.Rule.Id,
            CodeDescription = Describe(notification.Rule),
            Message = GetMessage(notification.Message),
        };

    internal static DocumentDiagnostic Create(Finding finding, DocumentView view) =>
        new()
        {
            Range = view.GetRange(finding.Location.Span),
            Severity = GetSeverity(finding.Severity),
            Code = finding.Rule.Id,
            CodeDescription = Describe(finding.Rule),
            Message = GetMessage(finding.Message),
            Tags =
                Unnecessary.Contains(finding.Rule.Id) ? [UnnecessaryTag]
                : Deprecated.Contains(finding.Rule.Id) ? [DeprecatedTag]
                : null,
            RelatedInformation = GetRelated(finding, view),
            Data = new DiagnosticData(finding.Fingerprint),
        };

    private static DocumentDiagnostic Create(Notification notification, DocumentView view) =>
        Create(
            notification.Location is { } location && location.File.Path != view.Path
                ? notification with
                {
                    Location = null,
                }
                : notification,
            view.Encoding
        );

    private static RelatedInformation[]? GetRelated(Finding finding, DocumentView view)
    {
        ImmutableArray<RelatedLocation> related = finding.RelatedLocations;
        return related.Length + finding.Flow.Length == 0
            ? null
            :
            [
                .. related
                    .Concat(finding.Flow)
                    .Select(place => new RelatedInformation(
                        new FileLocation(
                            view.GetUri(place.Location.File.Path),
                            view.Encoding.GetRange(place.Location.File.Text, place.Location.Span)
                        ),
                        place.Message
                    )),
            ];
    }

    private static int GetSeverity(Severity severity) =>
        severity == Severity.Off ? HintSeverity : ErrorSeverity + (Severity.Error - severity);

    private static CodeDescription? Describe(RuleDescriptor rule) =>
        rule.HelpUri is { } uri ? new CodeDescription(uri) : null;

    private static string GetMessage(DiagnosticMessage message) =>
        message.Help is { } help ? $"{message} {help}" : message.ToString();
}
