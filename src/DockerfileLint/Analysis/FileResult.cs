using System.Collections.Immutable;
using System.Globalization;
using DockerfileLint.Analysis.Languages;
using DockerfileLint.Diagnostics;
using DockerfileLint.Text;

namespace DockerfileLint.Analysis;

/// <summary>What is known about one file after the analysis.</summary>
public sealed class FileResult
{
    /// <summary>Path relative to the linted root, with <c>/</c> between its segments.</summary>
    public required string Path { get; init; }

    /// <summary>The language.</summary>
    public required Language Language { get; init; }

    /// <summary>
    /// The file, or <c>null</c> where it could not be read; <see cref="Notifications"/> then says why.
    /// </summary>
    public SourceFile? File { get; init; }

    /// <summary>The findings by offset, then rule id; suppressed ones are kept and marked.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>What the tool has to say about itself: the file could not be read, a rule crashed.</summary>
    public ImmutableArray<Notification> Notifications { get; init; } = [];

    /// <summary>
    /// Paths of the Compose files that belong to the file's project, or that the <c>.env</c> beside it names instead,
    /// relative to the linted root with <c>/</c> between their segments. Findings in them are reported when they are
    /// linted themselves.
    /// </summary>
    public ImmutableArray<string> FurtherFiles { get; init; } = [];

    /// <summary>
    /// Paths of the Dockerfiles that the services of the file's project are built from, relative to the linted root
    /// with <c>/</c> between their segments, whether they exist or not. They may have any name.
    /// </summary>
    public ImmutableArray<string> FurtherDockerfiles { get; init; } = [];

    /// <summary>
    /// The version of ShellCheck that judged the file's scripts, or <c>null</c> where it was not asked.
    /// </summary>
    public string? ShellCheckVersion { get; init; }

    /// <summary>The same result with something more to say about the tool itself, before all else.</summary>
    public FileResult WithNotifications(IEnumerable<Notification> notifications) =>
        With(
            Findings,
            Notifications.InsertRange(0, notifications ?? throw new ArgumentNullException(nameof(notifications)))
        );

    /// <summary>The same result with other findings.</summary>
    internal FileResult WithFindings(ImmutableArray<Finding> findings) => With(findings, Notifications);

    /// <summary>The same result with other findings and notifications.</summary>
    internal FileResult With(ImmutableArray<Finding> findings, ImmutableArray<Notification> notifications) =>
        new()
        {
            Path = Path,
            Language = Language,
            File = File,
            Findings = findings,
            Notifications = notifications,
            FurtherFiles = FurtherFiles,
            FurtherDockerfiles = FurtherDockerfiles,
            ShellCheckVersion = ShellCheckVersion,
        };

    /// <summary>The result for a file that could not be read: one notification that says why.</summary>
    /// <param name="path">Path relative to the linted root, with <c>/</c> between its segments.</param>
    /// <param name="language">The language that the file would have been read as.</param>
    /// <param name="reason">Why it could not be read.</param>
    /// <param name="detail">
    /// For <see cref="UnreadableReason.Other"/> the reason as a phrase, such as <c>access is denied</c>; for
    /// <see cref="UnreadableReason.TooLarge"/> the length in bytes; otherwise not used.
    /// </param>
    public static FileResult Unreadable(string path, Language language, UnreadableReason reason, string detail = "") =>
        new()
        {
            Path = path ?? throw new ArgumentNullException(nameof(path)),
            Language = language,
            Notifications = [ExplainUnreadable(path, reason, detail, AnalysisBudget.Default)],
        };

    /// <summary>
    /// The result for a file that was not linted because its configuration is wrong: one notification that says so.
    /// </summary>
    /// <param name="path">Path relative to the linted root, with <c>/</c> between its segments.</param>
    /// <param name="language">The language that the file would have been read as.</param>
    /// <param name="configurationPath">The path under which messages name the configuration.</param>
    public static FileResult NotLinted(string path, Language language, string configurationPath) =>
        new()
        {
            Path = path ?? throw new ArgumentNullException(nameof(path)),
            Language = language,
            Notifications =
            [
                new Notification(
                    RuleDescriptors.InvalidConfiguration,
                    InvalidConfigurationMessages.NotLinted(path, configurationPath),
                    path,
                    Location: null
                ),
            ],
        };

    /// <summary>Says why a file could not be read.</summary>
    internal static Notification ExplainUnreadable(
        string path,
        UnreadableReason reason,
        string detail,
        AnalysisBudget budget
    )
    {
        DiagnosticMessage message = reason switch
        {
            UnreadableReason.NotFound => UnreadableFileMessages.NotFound(path),
            UnreadableReason.TooLarge => UnreadableFileMessages.TooLarge(
                path,
                detail,
                budget.MaxFileLength.ToString(CultureInfo.InvariantCulture)
            ),
            UnreadableReason.Binary => UnreadableFileMessages.Binary(path),
            UnreadableReason.LinkLoop => UnreadableFileMessages.LinkLoop(path),
            _ => UnreadableFileMessages.Default(path, detail),
        };
        return new Notification(RuleDescriptors.UnreadableFile, message, path, Location: null);
    }
}
