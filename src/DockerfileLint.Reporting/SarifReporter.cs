using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using DockerfileLint.Analysis;
using DockerfileLint.Analysis.Languages;
using DockerfileLint.Diagnostics;
using DockerfileLint.Text;

namespace DockerfileLint.Reporting;

/// <summary>
/// Writes a SARIF 2.1.0 log: UTF-8 without byte order mark, one run, byte for byte the same for the same results.
/// Results are written as they come and the descriptors of the rules that fired after
/// them, so that memory grows with rules and, by the little that the log says about each, with files, but not with
/// results.
/// </summary>
[SuppressMessage(
    "Design",
    "CA1001",
    Justification = "The JSON writer holds a buffer and no resource; completing the report flushes it."
)]
[Experimental(ExperimentalApi.Id)]
public sealed class SarifReporter : IReporter
{
    /// <summary>The id that stands for the linted root.</summary>
    internal const string RootId = "SRCROOT";

    private const string ToolName = "DockerfileLint";
    private const string InformationUri = "https://github.com/dockerfilelint/dockerfilelint";

    /// <summary>Longest snippet in code units. Regions stay exact; only the text shown is cut.</summary>
    private const int MaximumSnippetLength = 2000;

    private const int FlushThreshold = 16 * 1024;

    private readonly Stream _stream;
    private readonly SarifOptions _options;
    private readonly Utf8JsonWriter _writer;
    private readonly SarifDescriptors _rules = new();
    private readonly SarifDescriptors _shellCheckRules = new();
    private readonly SarifDescriptors _notificationDescriptors = new();
    private readonly SarifArtifacts _artifacts = new();
    private readonly List<PendingNotification> _notifications = [];
    private readonly Dictionary<SourceText, LineHash> _lineHashes = [];
    private readonly StringBuilder _buffer = new();
    private string? _shellCheckVersion;

    /// <summary>Starts a log.</summary>
    /// <param name="stream">Where to write; stays open.</param>
    /// <param name="options">What to say beyond the results.</param>
    public SarifReporter(Stream stream, SarifOptions options)
    {
        _stream = stream ?? throw new ArgumentNullException(nameof(stream));
        _options = options ?? throw new ArgumentNullException(nameof(options));
        _writer = new Utf8JsonWriter(stream, JsonText.WriterOptions);
        _writer.WriteStartObject();
        _writer.WriteString("$schema"u8, "https://json.schemastore.org/sarif-2.1.0.json"u8);
        _writer.WriteString("version"u8, "2.1.0"u8);
        _writer.WriteStartArray("runs"u8);
        _writer.WriteStartObject();
        _writer.WriteStartArray("results"u8);
    }

    /// <summary>
    /// Number of results written so far; a code-scanning service may refuse a log with more than its limit.
    /// </summary>
    public int ResultCount { get; private set; }

    /// <inheritdoc/>
    public void Write(FileResult result)
    {
        if (result is null)
        {
            throw new ArgumentNullException(nameof(result));
        }

        _artifacts.AddTarget(result);
        _shellCheckVersion ??= result.ShellCheckVersion;
        foreach (Finding finding in result.Findings)
        {
            if (finding.Suppression is not null && !_options.IncludeSuppressed)
            {
                continue;
            }

            WriteResult(finding, result.Language);
            ResultCount++;
            FlushIfFull();
        }

        foreach (Notification notification in result.Notifications)
        {
            _notifications.Add(
                new PendingNotification(
                    notification,
                    _notificationDescriptors.GetIndex(notification.Rule, language: null)
                )
            );
        }

        _lineHashes.Clear();
    }

    /// <summary>
    /// Writes a result of a baseline that no longer occurs, with <c>baselineState</c> <c>absent</c>. To be called
    /// between the last file and <see cref="Complete"/>. Its kind is <c>pass</c>, since services that know no baselines
    /// would take it for a finding.
    /// </summary>
    /// <param name="rule">The rule.</param>
    /// <param name="path">The file that it was found in, which may be gone.</param>
    /// <param name="fingerprint">What told it from others.</param>
    /// <param name="message">What was wrong.</param>
    public void WriteAbsent(RuleDescriptor rule, string path, string fingerprint, string message)
    {
        _writer.WriteStartObject();
        _writer.WriteText("ruleId"u8, (rule ?? throw new ArgumentNullException(nameof(rule))).Id);
        _writer.WriteNumber("ruleIndex"u8, _rules.GetIndex(rule, language: null));
        _writer.WriteString("kind"u8, "pass"u8);
        _writer.WriteString("level"u8, "none"u8);
        WriteTextMessage(VisibleText.Escape(message ?? throw new ArgumentNullException(nameof(message))));
        _writer.WriteStartArray("locations"u8);
        _writer.WriteStartObject();
        _writer.WriteStartObject("physicalLocation"u8);
        _artifacts.WriteLocation(_writer, path ?? throw new ArgumentNullException(nameof(path)));

        // Services refuse a place without a line; where it was, nobody knows any more.
        _writer.WriteStartObject("region"u8);
        _writer.WriteNumber("startLine"u8, 1);
        _writer.WriteNumber("endLine"u8, 1);
        _writer.WriteEndObject();
        _writer.WriteEndObject();
        _writer.WriteEndObject();
        _writer.WriteEndArray();
        _writer.WriteStartObject("partialFingerprints"u8);
        _writer.WriteText("dockerfileLint/v1"u8, fingerprint ?? throw new ArgumentNullException(nameof(fingerprint)));
        _writer.WriteEndObject();
        _writer.WriteString("baselineState"u8, "absent"u8);
        if (_options.IncludeSuppressed)
        {
            _writer.WriteStartArray("suppressions"u8);
            _writer.WriteEndArray();
        }

        _writer.WriteEndObject();
        ResultCount++;
        FlushIfFull();
    }

    /// <inheritdoc/>
    public void Complete(LintTotals totals, int exitCode)
    {
        if (totals is null)
        {
            throw new ArgumentNullException(nameof(totals));
        }

        _writer.WriteEndArray();
        WriteInvocation(totals, exitCode);
        var taxa = new SarifTaxa();
        WriteTool(taxa);
        taxa.WriteTaxonomies(_writer);
        _artifacts.Write(_writer, FlushThreshold);
        WriteRoot();
        WriteVersionControl();
        _writer.WriteString("columnKind"u8, "utf16CodeUnits"u8);
        _writer.WriteStartArray("newlineSequences"u8);
        _writer.WriteStringValue("\r\n"u8);
        _writer.WriteStringValue("\n"u8);
        _writer.WriteStringValue("\r"u8);
        _writer.WriteEndArray();
        _writer.WriteString("defaultEncoding"u8, "utf-8"u8);
        WriteCategory();
        WriteAudit();
        _writer.WriteEndObject();
        _writer.WriteEndArray();
        _writer.WriteEndObject();
        _writer.Flush();
        _stream.WriteByte((byte)'\n');
        _stream.Flush();
    }

    private static string DescribeExitCode(int exitCode) =>
        exitCode switch
        {
            0 => "No finding at or above the severity that fails the run.",
            1 => "Findings at or above the severity that fails the run.",
            2 => "Wrong usage or configuration.",
            3 => "Something could not be analysed: a file could not be read or a rule crashed.",
            _ => "Unknown.",
        };

    private void WriteResult(Finding finding, Language language)
    {
        SourceText text = finding.Location.File.Text;
        TextSpan span = RegionSpan.Get(text, finding.Location.Span);
        int ruleIndex = _rules.GetIndex(finding.Rule, language);
        _rules.AddSeverity(ruleIndex, finding.Severity);
        if (finding.Severity != finding.Rule.GetDefaultSeverity(finding.Tier))
        {
            _rules.Override(ruleIndex, finding.Severity);
        }

        _writer.WriteStartObject();
        if (finding.Rule.Kind == RuleKind.External)
        {
            WriteExternalRule(finding.Rule, language);
        }
        else
        {
            _writer.WriteText("ruleId"u8, finding.Rule.Id);
            _writer.WriteNumber("ruleIndex"u8, ruleIndex);
        }

        _writer.WriteString("kind"u8, "fail"u8);
        _writer.WriteString("level"u8, SarifDescriptors.GetLevel(finding.Severity));
        _writer.WriteNumber("rank"u8, SarifDescriptors.GetRank(finding.Rule, finding.Severity));
        WriteMessage(
            finding.Rule,
            finding.Rule.Kind == RuleKind.External ? ShellCheckRules.Quote(finding.Message) : finding.Message
        );

        _writer.WriteStartArray("locations"u8);
        _writer.WriteStartObject();
        WritePhysicalLocation(finding.Location.File, span, withContext: true);
        if (finding.LogicalLocation is { } logical)
        {
            _writer.WriteStartArray("logicalLocations"u8);
            _writer.WriteStartObject();
            _writer.WriteText("name"u8, logical.Name);
            _writer.WriteText("fullyQualifiedName"u8, logical.FullyQualifiedName);
            _writer.WriteText("kind"u8, logical.Kind);
            _writer.WriteEndObject();
            _writer.WriteEndArray();
        }

        _writer.WriteEndObject();
        _writer.WriteEndArray();
        WriteRelatedLocations(finding);
        WriteCodeFlow(finding);
        WriteFingerprints(finding, text.GetLinePosition(span.Start).Line);
        if (finding.BaselineState != BaselineState.None)
        {
            _writer.WriteString(
                "baselineState"u8,
                finding.BaselineState == BaselineState.New ? "new"u8 : "unchanged"u8
            );
        }

        WriteSuppressions(finding);
        WriteFix(finding);
        WriteHelp(finding.Message);
        _writer.WriteEndObject();
    }

    private void WriteFix(Finding finding)
    {
        if (finding.Fix is not { } fix)
        {
            return;
        }

        SourceText text = finding.Location.File.Text;
        _writer.WriteStartArray("fixes"u8);
        _writer.WriteStartObject();
        _writer.WriteStartObject("description"u8);
        _writer.WriteText("text"u8, MessageText.ToPlainHelp(finding.Message) ?? finding.Rule.Title);
        _writer.WriteEndObject();
        _writer.WriteStartArray("artifactChanges"u8);
        _writer.WriteStartObject();
        _artifacts.WriteLocation(_writer, finding.Location.File);
        _writer.WriteStartArray("replacements"u8);
        foreach (TextEdit edit in fix.Edits)
        {
            _writer.WriteStartObject();
            _writer.WriteStartObject("deletedRegion"u8);
            WriteRegion(text.GetLinePositionSpan(edit.Span), edit.Span);
            _writer.WriteEndObject();
            if (edit.NewText.Length > 0)
            {
                _writer.WriteStartObject("insertedContent"u8);
                _writer.WriteText("text"u8, edit.NewText);
                _writer.WriteEndObject();
            }

            _writer.WriteEndObject();
        }

        _writer.WriteEndArray();
        _writer.WriteEndObject();
        _writer.WriteEndArray();
        _writer.WriteStartObject("properties"u8);
        _writer.WriteString("applicability"u8, fix.Applicability.ToString().ToLowerInvariant());
        if (fix.Effect is { } effect)
        {
            _writer.WriteText("effect"u8, effect);
        }

        _writer.WriteEndObject();
        _writer.WriteEndObject();
        _writer.WriteEndArray();
    }

    /// <summary>
    /// What to do: consumers demand that values in a message stand in quotation marks of their own, which text to paste
    /// does not bear.
    /// </summary>
    private void WriteHelp(DiagnosticMessage message)
    {
        if (MessageText.ToPlainHelp(message) is { } help)
        {
            _writer.WriteStartObject("properties"u8);
            _writer.WriteText("help"u8, help);
            _writer.WriteEndObject();
        }
    }

    /// <summary>
    /// The rule of another program, which is an extension of the tool. The driver lists the rule as well: most readers
    /// look for it there and nowhere else.
    /// </summary>
    private void WriteExternalRule(RuleDescriptor rule, Language language)
    {
        _writer.WriteStartObject("rule"u8);
        _writer.WriteText("id"u8, rule.Id);
        _writer.WriteNumber("index"u8, _shellCheckRules.GetIndex(rule, language));
        _writer.WriteStartObject("toolComponent"u8);
        _writer.WriteString("name"u8, ShellCheckRules.ToolName);
        _writer.WriteNumber("index"u8, 0);
        _writer.WriteEndObject();
        _writer.WriteEndObject();
    }

    private void WriteMessage(RuleDescriptor rule, DiagnosticMessage message)
    {
        string template = message.Template.Text;
        ImmutableArray<string> arguments = MessageText.GetArguments(message);
        for (int i = 0; i < arguments.Length; i++)
        {
            // "[text](target)" in a message is a link; a value must not make one.
            if (arguments[i].Contains("]("))
            {
                arguments = arguments.SetItem(i, arguments[i].Replace("[", "\\["));
            }
        }

        _writer.WriteStartObject("message"u8);
        _buffer.Clear();
        MessageText.Append(_buffer, template.AsSpan(), arguments);
        _writer.WriteText("text"u8, _buffer.ToString());
        _buffer.Clear();
        if (MessageText.AppendMarkdown(_buffer, template, arguments))
        {
            _writer.WriteText("markdown"u8, _buffer.ToString());
        }

        // Consumers look the id up and fill the template in themselves; where that would fail, the text stands alone.
        int placeholders = MessageText.CountPlaceholders(template);
        if (rule.Messages.Contains(message.Template) && placeholders <= arguments.Length)
        {
            _writer.WriteText("id"u8, message.Template.Id);
            if (placeholders > 0)
            {
                // Those behind are values of the help.
                _writer.WriteStartArray("arguments"u8);
                for (int i = 0; i < placeholders; i++)
                {
                    _writer.WriteTextValue(arguments[i]);
                }

                _writer.WriteEndArray();
            }
        }

        _writer.WriteEndObject();
    }

    private void WriteRelatedLocations(Finding finding)
    {
        if (finding.RelatedLocations.IsEmpty)
        {
            return;
        }

        _writer.WriteStartArray("relatedLocations"u8);
        for (int i = 0; i < finding.RelatedLocations.Length; i++)
        {
            RelatedLocation related = finding.RelatedLocations[i];
            _writer.WriteStartObject();
            _writer.WriteNumber("id"u8, i + 1);
            WriteTextMessage(VisibleText.Escape(related.Message));
            WritePhysicalLocation(
                related.Location.File,
                RegionSpan.Get(related.Location.File.Text, related.Location.Span),
                withContext: true
            );
            _writer.WriteEndObject();
        }

        _writer.WriteEndArray();
    }

    /// <summary>The way from where a finding starts to the text that decides it.</summary>
    private void WriteCodeFlow(Finding finding)
    {
        if (finding.Flow.IsEmpty)
        {
            return;
        }

        _writer.WriteStartArray("codeFlows"u8);
        _writer.WriteStartObject();
        _writer.WriteStartArray("threadFlows"u8);
        _writer.WriteStartObject();
        _writer.WriteStartArray("locations"u8);
        foreach (RelatedLocation step in finding.Flow)
        {
            _writer.WriteStartObject();
            _writer.WriteStartObject("location"u8);
            WriteTextMessage(VisibleText.Escape(step.Message));
            WritePhysicalLocation(
                step.Location.File,
                RegionSpan.Get(step.Location.File.Text, step.Location.Span),
                withContext: true
            );
            _writer.WriteEndObject();
            _writer.WriteEndObject();
        }

        _writer.WriteEndArray();
        _writer.WriteEndObject();
        _writer.WriteEndArray();
        _writer.WriteEndObject();
        _writer.WriteEndArray();
    }

    private void WriteFingerprints(Finding finding, int line)
    {
        SourceText text = finding.Location.File.Text;
        if (!_lineHashes.TryGetValue(text, out LineHash? hashes))
        {
            hashes = LineHash.Compute(text);
            _lineHashes.Add(text, hashes);
        }

        string? lineHash = hashes.GetHash(line);
        if (lineHash is null && finding.Fingerprint.Length == 0)
        {
            return;
        }

        _writer.WriteStartObject("partialFingerprints"u8);
        if (lineHash is not null)
        {
            _writer.WriteString("primaryLocationLineHash"u8, lineHash);
        }

        if (finding.Fingerprint.Length > 0)
        {
            _writer.WriteText("dockerfileLint/v1"u8, finding.Fingerprint);
        }

        _writer.WriteEndObject();
    }

    private void WriteSuppressions(Finding finding)
    {
        // An empty array says "looked at, and not suppressed"; where one result has the property, all must.
        if (!_options.IncludeSuppressed)
        {
            return;
        }

        _writer.WriteStartArray("suppressions"u8);
        if (finding.Suppression is { } suppression)
        {
            _writer.WriteStartObject();
            bool isInSource = suppression.Location.File == finding.Location.File;
            _writer.WriteString("kind"u8, isInSource ? "inSource"u8 : "external"u8);
            _writer.WriteString("status"u8, "accepted"u8);
            if (suppression.Justification is { } justification)
            {
                _writer.WriteText("justification"u8, VisibleText.Escape(justification));
            }

            _writer.WriteStartObject("location"u8);
            WritePhysicalLocation(
                suppression.Location.File,
                RegionSpan.Get(suppression.Location.File.Text, suppression.Location.Span),
                withContext: false
            );
            _writer.WriteEndObject();
            _writer.WriteEndObject();
        }

        _writer.WriteEndArray();
    }

    private void WritePhysicalLocation(SourceFile file, TextSpan region, bool withContext)
    {
        _writer.WriteStartObject("physicalLocation"u8);
        _artifacts.WriteLocation(_writer, file);
        _writer.WriteStartObject("region"u8);
        WriteRegion(file.Text.GetLinePositionSpan(region), region);
        WriteSnippet(file.Text, region);
        _writer.WriteEndObject();
        if (withContext)
        {
            WriteContext(file.Text, region);
        }

        _writer.WriteEndObject();
    }

    private void WriteContext(SourceText text, TextSpan region)
    {
        TextSpan context = RegionSpan.GetContext(text, region);
        LinePositionSpan lines = text.GetLinePositionSpan(context);
        _writer.WriteStartObject("contextRegion"u8);
        if (context == region)
        {
            // The region is all there is. Whole lines, without columns, are the one context that still counts as
            // larger.
            _writer.WriteNumber("startLine"u8, lines.Start.Line + 1);
            _writer.WriteNumber("endLine"u8, lines.End.Line + 1);
        }
        else
        {
            WriteRegion(lines, context);
        }

        WriteSnippet(text, context);
        _writer.WriteEndObject();
    }

    private void WriteRegion(LinePositionSpan lines, TextSpan span)
    {
        _writer.WriteNumber("startLine"u8, lines.Start.Line + 1);
        _writer.WriteNumber("startColumn"u8, lines.Start.Character + 1);
        _writer.WriteNumber("endLine"u8, lines.End.Line + 1);
        _writer.WriteNumber("endColumn"u8, lines.End.Character + 1);
        _writer.WriteNumber("charOffset"u8, span.Start);
        _writer.WriteNumber("charLength"u8, span.Length);
    }

    private void WriteSnippet(SourceText text, TextSpan span)
    {
        _writer.WriteStartObject("snippet"u8);
        if (span.Length <= MaximumSnippetLength)
        {
            _writer.WriteText("text"u8, text.AsSpan(span));
        }
        else
        {
            _writer.WriteText(
                "text"u8,
                VisibleText.Truncate(
                    text.ToString(new TextSpan(span.Start, MaximumSnippetLength + 1)),
                    MaximumSnippetLength
                )
            );
        }

        _writer.WriteEndObject();
    }

    private void WriteTextMessage(string text)
    {
        _writer.WriteStartObject("message"u8);
        _writer.WriteText("text"u8, text);
        _writer.WriteEndObject();
    }

    private void WriteInvocation(LintTotals totals, int exitCode)
    {
        _writer.WriteStartArray("invocations"u8);
        _writer.WriteStartObject();

        // An unreadable file or a crashed rule makes the other results no less true; only a run that never looked at a
        // file has failed.
        _writer.WriteBoolean("executionSuccessful"u8, exitCode != 2 || totals.Files > 0);
        _writer.WriteNumber("exitCode"u8, exitCode);
        _writer.WriteString("exitCodeDescription"u8, DescribeExitCode(exitCode));
        _rules.WriteOverrides(_writer);
        if (_notifications.Count > 0)
        {
            _writer.WriteStartArray("toolExecutionNotifications"u8);
            foreach (PendingNotification notification in _notifications)
            {
                WriteNotification(notification);
                FlushIfFull();
            }

            _writer.WriteEndArray();
        }

        _writer.WriteEndObject();
        _writer.WriteEndArray();
    }

    private void WriteNotification(PendingNotification notification)
    {
        _writer.WriteStartObject();
        _writer.WriteStartObject("descriptor"u8);
        _writer.WriteText("id"u8, notification.Rule.Id);
        _writer.WriteNumber("index"u8, notification.DescriptorIndex);
        _writer.WriteEndObject();
        _writer.WriteString("level"u8, SarifDescriptors.GetLevel(notification.Severity));
        WriteMessage(notification.Rule, notification.Message);
        if (notification.Path is { } path)
        {
            _writer.WriteStartArray("locations"u8);
            _writer.WriteStartObject();
            _writer.WriteStartObject("physicalLocation"u8);
            _artifacts.WriteLocation(_writer, path);
            if (notification.Lines is { } lines)
            {
                _writer.WriteStartObject("region"u8);
                WriteRegion(lines, notification.Span);
                _writer.WriteEndObject();
            }

            _writer.WriteEndObject();
            _writer.WriteEndObject();
            _writer.WriteEndArray();
        }

        _writer.WriteEndObject();
    }

    private void WriteTool(SarifTaxa taxa)
    {
        string version = _options.ToolVersion.Split('+')[0];
        _writer.WriteStartObject("tool"u8);
        _writer.WriteStartObject("driver"u8);
        _writer.WriteString("name"u8, ToolName);
        _writer.WriteText("fullName"u8, $"{ToolName} {version}");
        _writer.WriteText("version"u8, version);
        _writer.WriteText("semanticVersion"u8, version);
        _writer.WriteString("organization"u8, ToolName);
        _writer.WriteString("informationUri"u8, InformationUri);
        _writer.WriteString("language"u8, "en-US"u8);
        if (_rules.Count == 0)
        {
            foreach (RuleDescriptor rule in _options.Rules)
            {
                _rules.GetIndex(rule, language: null);
            }
        }

        _rules.Write(_writer, "rules"u8, taxa);
        if (_notificationDescriptors.Count > 0)
        {
            _notificationDescriptors.Write(_writer, "notifications"u8, taxa);
        }

        taxa.WriteReferences(_writer);
        _writer.WriteEndObject();
        if (_shellCheckVersion is not null)
        {
            WriteShellCheck(_shellCheckVersion, taxa);
        }

        _writer.WriteEndObject();
    }

    private void WriteShellCheck(string version, SarifTaxa taxa)
    {
        _writer.WriteStartArray("extensions"u8);
        _writer.WriteStartObject();
        _writer.WriteString("name"u8, ShellCheckRules.ToolName);
        _writer.WriteText("version"u8, version);
        _writer.WriteString("informationUri"u8, ShellCheckRules.InformationUri);
        _shellCheckRules.Write(_writer, "rules"u8, taxa);
        _writer.WriteEndObject();
        _writer.WriteEndArray();
    }

    private void WriteRoot()
    {
        _writer.WriteStartObject("originalUriBaseIds"u8);
        _writer.WriteStartObject(RootId);
        if (_options.RootUri is { } root)
        {
            string uri = root.AbsoluteUri;
            _writer.WriteText("uri"u8, uri[uri.Length - 1] == '/' ? uri : uri + "/");
        }

        _writer.WriteStartObject("description"u8);
        _writer.WriteString("text"u8, "The root of the linted files."u8);
        _writer.WriteEndObject();
        _writer.WriteEndObject();
        _writer.WriteEndObject();
    }

    private void WriteVersionControl()
    {
        if (
            _options.VersionControl is not { } details
            || SarifUri.FromRepository(details.RepositoryUri) is not { } repositoryUri
        )
        {
            return;
        }

        _writer.WriteStartArray("versionControlProvenance"u8);
        _writer.WriteStartObject();
        _writer.WriteText("repositoryUri"u8, repositoryUri);
        if (details.RevisionId is { } revision)
        {
            _writer.WriteText("revisionId"u8, revision);
        }

        if (details.Branch is { } branch)
        {
            _writer.WriteText("branch"u8, branch);
        }

        _writer.WriteStartObject("mappedTo"u8);
        _writer.WriteString("uriBaseId"u8, RootId);
        _writer.WriteEndObject();
        _writer.WriteEndObject();
        _writer.WriteEndArray();
    }

    private void WriteCategory()
    {
        if (_options.Category is not { Length: > 0 } category)
        {
            return;
        }

        // What follows the last slash would name a single run.
        _writer.WriteStartObject("automationDetails"u8);
        _writer.WriteText("id"u8, category[category.Length - 1] == '/' ? category : category + "/");
        _writer.WriteEndObject();
    }

    private void WriteAudit()
    {
        if (_options.Audit is not { } audit)
        {
            return;
        }

        _writer.WriteStartObject("properties"u8);
        _writer.WriteStartObject("dockerfileLint/audit"u8);
        AuditJson.Write(_writer, audit);
        _writer.WriteEndObject();
        _writer.WriteEndObject();
    }

    private void FlushIfFull()
    {
        if (_writer.BytesPending > FlushThreshold)
        {
            _writer.Flush();
        }
    }

    /// <summary>
    /// A notification without the text of its file: they are written last, and texts must not be kept until then.
    /// </summary>
    private sealed class PendingNotification
    {
        internal PendingNotification(Notification notification, int descriptorIndex)
        {
            Rule = notification.Rule;
            Severity = notification.Severity;
            DescriptorIndex = descriptorIndex;
            Message = notification.Message;
            Path = notification.Location?.File.Path ?? notification.Path;
            if (notification.Location is { } location)
            {
                Span = RegionSpan.Get(location.File.Text, location.Span);
                Lines = location.File.Text.GetLinePositionSpan(Span);
            }
        }

        internal RuleDescriptor Rule { get; }

        internal Severity Severity { get; }

        internal int DescriptorIndex { get; }

        internal DiagnosticMessage Message { get; }

        internal string? Path { get; }

        internal TextSpan Span { get; }

        internal LinePositionSpan? Lines { get; }
    }
}
