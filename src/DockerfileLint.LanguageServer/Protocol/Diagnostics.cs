using System.Text.Json;
using System.Text.Json.Serialization;

namespace DockerfileLint.LanguageServer.Protocol;

internal sealed record DocumentDiagnostic
{
    public required PositionRange Range { get; init; }

    public required int Severity { get; init; }

    public required string Code { get; init; }

    public CodeDescription? CodeDescription { get; init; }

    public string Source { get; } = "dockerfile-lint";

    public required string Message { get; init; }

    public int[]? Tags { get; init; }

    public RelatedInformation[]? RelatedInformation { get; init; }

    public DiagnosticData? Data { get; init; }
}

internal sealed record CodeDescription(string Href);

internal sealed record RelatedInformation(FileLocation Location, string Message);

/// <summary>Tells a finding from all others of its file.</summary>
internal sealed record DiagnosticData(string Fingerprint);

internal sealed record PublishedDiagnostics(string Uri, DocumentDiagnostic[] Diagnostics, int? Version = null);

internal sealed record DiagnosticParameters(DocumentIdentifier TextDocument, string? PreviousResultId = null)
    : IDocumentParameters;

internal sealed record DiagnosticReport(string Kind, string ResultId, DocumentDiagnostic[]? Items = null);

internal sealed record WorkspaceDiagnosticParameters(
    PreviousResult[]? PreviousResultIds = null,
    JsonElement? WorkDoneToken = null,
    JsonElement? PartialResultToken = null
);

internal sealed record PreviousResult(string Uri, string Value);

internal sealed record WorkspaceDiagnosticReport(WorkspaceDocumentReport[] Items);

internal sealed record WorkspaceDocumentReport(
    string Uri,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] int? Version,
    string Kind,
    string ResultId,
    DocumentDiagnostic[]? Items = null
);

internal sealed record WorkspaceReportProgress(JsonElement Token, WorkspaceDiagnosticReport Value);

internal sealed record WorkProgress(JsonElement Token, WorkProgressValue Value);

/// <summary>What a user sees of long work.</summary>
/// <param name="Kind"><c>begin</c>, <c>report</c> or <c>end</c>.</param>
/// <param name="Title">What is done, at the begin.</param>
/// <param name="Message">How far it is.</param>
/// <param name="Percentage">0 to 100.</param>
/// <param name="Cancellable">Whether the user may end it.</param>
internal sealed record WorkProgressValue(
    string Kind,
    string? Title = null,
    string? Message = null,
    int? Percentage = null,
    bool? Cancellable = null
);

/// <summary>How fast the server has answered edits, by its own clock.</summary>
/// <param name="Edits">How many were answered.</param>
/// <param name="MedianMilliseconds">Of the last 1024.</param>
/// <param name="MaximumMilliseconds">Of the last 1024.</param>
/// <param name="HeapBytes">What is alive.</param>
internal sealed record ServerStatistics(
    int Edits,
    double MedianMilliseconds,
    double MaximumMilliseconds,
    long HeapBytes
);
