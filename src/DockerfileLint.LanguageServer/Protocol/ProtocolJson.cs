using System.Text.Json;
using System.Text.Json.Serialization;

namespace DockerfileLint.LanguageServer.Protocol;

/// <summary>How the protocol's values are read and written, generated at build time.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true
)]
[JsonSerializable(typeof(NoParameters))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(InitializeParameters))]
[JsonSerializable(typeof(InitializeResult))]
[JsonSerializable(typeof(FoldersChange))]
[JsonSerializable(typeof(ConfigurationChange))]
[JsonSerializable(typeof(ServerSettings))]
[JsonSerializable(typeof(SettingsSection))]
[JsonSerializable(typeof(WatchedFilesChange))]
[JsonSerializable(typeof(RegistrationParameters))]
[JsonSerializable(typeof(MessageParameters))]
[JsonSerializable(typeof(SetTraceParameters))]
[JsonSerializable(typeof(OpenParameters))]
[JsonSerializable(typeof(ChangeParameters))]
[JsonSerializable(typeof(ContentChange))]
[JsonSerializable(typeof(DocumentParameters))]
[JsonSerializable(typeof(PositionParameters))]
[JsonSerializable(typeof(RangeParameters))]
[JsonSerializable(typeof(CodeActionParameters))]
[JsonSerializable(typeof(CodeAction[]))]
[JsonSerializable(typeof(ChosenCodeAction))]
[JsonSerializable(typeof(FormattingParameters))]
[JsonSerializable(typeof(DocumentEdit[]))]
[JsonSerializable(typeof(Hover))]
[JsonSerializable(typeof(CompletionList))]
[JsonSerializable(typeof(InlayHint[]))]
[JsonSerializable(typeof(DocumentSymbol[]))]
[JsonSerializable(typeof(FoldingRange[]))]
[JsonSerializable(typeof(SelectionRangeParameters))]
[JsonSerializable(typeof(SelectionRange[]))]
[JsonSerializable(typeof(DocumentLink[]))]
[JsonSerializable(typeof(SemanticTokens))]
[JsonSerializable(typeof(FileLocation[]))]
[JsonSerializable(typeof(ReferenceParameters))]
[JsonSerializable(typeof(DocumentHighlight[]))]
[JsonSerializable(typeof(RenameParameters))]
[JsonSerializable(typeof(RenameTarget))]
[JsonSerializable(typeof(WorkspaceEdit))]
[JsonSerializable(typeof(PublishedDiagnostics))]
[JsonSerializable(typeof(DiagnosticParameters))]
[JsonSerializable(typeof(DiagnosticReport))]
[JsonSerializable(typeof(WorkspaceDiagnosticParameters))]
[JsonSerializable(typeof(WorkspaceDiagnosticReport))]
[JsonSerializable(typeof(WorkspaceReportProgress))]
[JsonSerializable(typeof(WorkProgress))]
[JsonSerializable(typeof(ServerStatistics))]
internal sealed partial class ProtocolJson : JsonSerializerContext;
