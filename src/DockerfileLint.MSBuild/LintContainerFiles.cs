using System.Collections.Immutable;
using DockerfileLint.Analysis;
using DockerfileLint.Analysis.Projects;
using DockerfileLint.Diagnostics;
using DockerfileLint.Reporting;
using DockerfileLint.Text;
using Microsoft.Build.Framework;

namespace DockerfileLint.MSBuild;

/// <summary>
/// Lints the Dockerfiles and Compose files of a project. Findings become errors, warnings and messages of the build
/// under the ids of their rules, so that NoWarn, WarningsAsErrors and TreatWarningsAsErrors count for them.
/// </summary>
public sealed class LintContainerFiles : Microsoft.Build.Utilities.Task, ICancelableTask, IDisposable
{
    private readonly CancellationTokenSource _cancellation = new();

    /// <summary>The files to lint: absolute paths.</summary>
    public ITaskItem[] Files { get; set; } = [];

    /// <summary>The project that is built: an absolute path.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <summary>The preset in place of the one that a configuration names; empty for that one.</summary>
    public string Preset { get; set; } = "";

    /// <summary>The configuration for all files; empty for the nearest one above each file.</summary>
    public string ConfigurationFile { get; set; } = "";

    /// <summary><c>compose</c> or <c>swarm</c>; empty for what a configuration says.</summary>
    public string Target { get; set; } = "";

    /// <summary>Where to write a log in SARIF; empty for nowhere.</summary>
    public string SarifFile { get; set; } = "";

    /// <summary>
    /// The file that is touched where the build does not fail for these findings, so that it need not lint again.
    /// </summary>
    [Required]
    public string StampFile { get; set; } = "";

    /// <summary>Gets the paths of the files that were read beside the linted ones, one a line.</summary>
    [Required]
    public string ReadsFile { get; set; } = "";

    /// <summary>Whether the properties of container publishing are judged.</summary>
    public bool JudgesContainer { get; set; }

    /// <summary>The property of this name.</summary>
    public string ContainerBaseImage { get; set; } = "";

    /// <summary>The property of this name.</summary>
    public string ContainerUser { get; set; } = "";

    /// <summary>The items <c>ContainerPort</c>.</summary>
    public ITaskItem[] ContainerPorts { get; set; } = [];

    /// <inheritdoc/>
    public void Cancel() => _cancellation.Cancel();

    /// <inheritdoc/>
    public void Dispose() => _cancellation.Dispose();

    /// <inheritdoc/>
    public override bool Execute()
    {
        try
        {
            bool isFine = Run();
            if (isFine)
            {
                File.WriteAllText(StampFile, "");
            }

            return !Log.HasLoggedErrors;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Log.LogError($"DockerfileLint: {exception.Message}");
            return false;
        }
    }

    /// <summary>Lints, and says whether the build goes on with what was found.</summary>
    private bool Run()
    {
        string root = BuildFiles.FindRoot(Path.GetDirectoryName(ProjectFile) ?? "");
        var files = new BuildFiles(root);
        var linters = new FileLinters(files, Preset, ConfigurationFile, Target);
        var results = new List<FileResult>();
        var project = Project.Create(files);
        foreach (IGrouping<LinterChoice, string> group in GetPaths(files).GroupBy(linters.Find))
        {
            if (group.Key.Linter is not { } linter)
            {
                LogProblems(group.Key.Problems, files);
                continue;
            }

            foreach (string path in group)
            {
                FileResult result = linter.Lint(project, path, cancellation: _cancellation.Token);
                results.Add(result);
            }
        }

        if (JudgesContainer)
        {
            var container = new ContainerProperties(ProjectFile, ContainerBaseImage, ContainerUser, GetPorts());
            LinterChoice choice = linters.Find(files.GetPath(ProjectFile) ?? "");
            if (choice.Linter is { } linter)
            {
                foreach (ContainerFinding finding in container.Lint(linter))
                {
                    LogFinding(
                        finding.Severity,
                        finding.Rule,
                        ProjectFile,
                        finding.Lines,
                        MessageText.ToFullText(finding.Message)
                    );
                }
            }
        }

        bool isFine = true;
        foreach (FileResult result in results)
        {
            isFine &= LogResult(result, files);
        }

        if (SarifFile.Length > 0)
        {
            using FileStream stream = File.Create(Path.GetFullPath(SarifFile));
            SarifReport.Write(results, stream, options: null, _cancellation.Token);
        }

        File.WriteAllLines(ReadsFile, files.Read.OrderBy(path => path, StringComparer.Ordinal));
        return isFine && !Log.HasLoggedErrors;
    }

    private IEnumerable<string> GetPaths(BuildFiles files) =>
        Files
            .Select(item => files.GetPath(item.ItemSpec))
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .OrderBy(path => path, StringComparer.Ordinal);

    private ImmutableArray<string> GetPorts() => [.. ContainerPorts.Select(port => port.ItemSpec)];

    private bool LogResult(FileResult result, BuildFiles files)
    {
        bool isFine = true;
        foreach (Finding finding in result.Findings)
        {
            if (!finding.IsCounted)
            {
                continue;
            }

            isFine &= LogFinding(
                finding.Severity,
                finding.Rule,
                files.GetFullPath(finding.Location.File.Path),
                finding.Location.LineSpan,
                MessageText.ToFullText(finding.Message)
            );
        }

        foreach (Notification notification in result.Notifications)
        {
            isFine &= LogFinding(
                notification.Severity,
                notification.Rule,
                files.GetFullPath(notification.Path ?? result.Path),
                notification.Location?.LineSpan,
                MessageText.ToFullText(notification.Message)
            );
        }

        return isFine;
    }

    private void LogProblems(ImmutableArray<Notification> problems, BuildFiles files)
    {
        foreach (Notification problem in problems)
        {
            LogFinding(
                problem.Severity,
                problem.Rule,
                problem.Path is { } path ? files.GetFullPath(path) : ProjectFile,
                problem.Location?.LineSpan,
                MessageText.ToFullText(problem.Message)
            );
        }
    }

    /// <summary>Reports to the build; <c>false</c> where that makes it fail.</summary>
    private bool LogFinding(
        Severity severity,
        RuleDescriptor rule,
        string path,
        LinePositionSpan? lines,
        string message
    )
    {
        (int line, int column, int endLine, int endColumn) = lines is { } span
            ? (span.Start.Line + 1, span.Start.Character + 1, span.End.Line + 1, span.End.Character + 1)
            : (0, 0, 0, 0);
        switch (severity)
        {
            case Severity.Error:
                Log.LogError(null, rule.Id, null, rule.HelpUri, path, line, column, endLine, endColumn, "{0}", message);
                return false;
            case Severity.Warning:
                Log.LogWarning(
                    null,
                    rule.Id,
                    null,
                    rule.HelpUri,
                    path,
                    line,
                    column,
                    endLine,
                    endColumn,
                    "{0}",
                    message
                );
                return !IsError(rule.Id);
            default:
                Log.LogMessage(
                    null,
                    rule.Id,
                    null,
                    path,
                    line,
                    column,
                    endLine,
                    endColumn,
                    MessageImportance.Normal,
                    "{0}",
                    message
                );
                return true;
        }
    }

    private bool IsError(string id) => BuildEngine is IBuildEngine8 engine && engine.ShouldTreatWarningAsError(id);
}
