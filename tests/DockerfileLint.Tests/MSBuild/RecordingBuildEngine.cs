using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Build.Framework;

namespace DockerfileLint.Tests.MSBuild;

/// <summary>A build that remembers what its tasks say, in MSBuild's form.</summary>
internal sealed class RecordingBuildEngine(string folder, params string[] errors) : IBuildEngine8
{
    private readonly List<string> _lines = [];

    /// <summary>What was said: errors, warnings and messages with a code.</summary>
    internal IReadOnlyList<string> Lines => _lines;

    public bool ContinueOnError => false;

    public int LineNumberOfTaskNode => 0;

    public int ColumnNumberOfTaskNode => 0;

    public string ProjectFileOfTaskNode => "";

    public bool IsRunningMultipleNodes => false;

    public bool AllowFailureWithoutError { get; set; }

    public void LogErrorEvent(BuildErrorEventArgs e) =>
        Add(e.File, e.LineNumber, e.ColumnNumber, e.EndColumnNumber, $"error {e.Code}", e.Message, e.HelpLink);

    public void LogWarningEvent(BuildWarningEventArgs e) =>
        Add(e.File, e.LineNumber, e.ColumnNumber, e.EndColumnNumber, $"warning {e.Code}", e.Message, e.HelpLink);

    public void LogMessageEvent(BuildMessageEventArgs e) =>
        Add(e.File, e.LineNumber, e.ColumnNumber, e.EndColumnNumber, $"message {e.Code}", e.Message, helpLink: null);

    public void LogCustomEvent(CustomBuildEventArgs e) { }

    public void LogTelemetry(string eventName, IDictionary<string, string> properties) { }

    public bool ShouldTreatWarningAsError(string warningCode) => errors.Contains(warningCode);

    public bool BuildProjectFile(
        string projectFileName,
        string[] targetNames,
        IDictionary globalProperties,
        IDictionary targetOutputs
    ) => false;

    public bool BuildProjectFile(
        string projectFileName,
        string[] targetNames,
        IDictionary globalProperties,
        IDictionary targetOutputs,
        string toolsVersion
    ) => false;

    public bool BuildProjectFilesInParallel(
        string[] projectFileNames,
        string[] targetNames,
        IDictionary[] globalProperties,
        IDictionary[] targetOutputsPerProject,
        string[] toolsVersion,
        bool useResultsCache,
        bool unloadProjectsOnCompletion
    ) => false;

    public BuildEngineResult BuildProjectFilesInParallel(
        string[] projectFileNames,
        string[] targetNames,
        IDictionary[] globalProperties,
        IList<string>[] removeGlobalProperties,
        string[] toolsVersion,
        bool returnTargetOutputs
    ) => default;

    public void Yield() { }

    public void Reacquire() { }

    public void RegisterTaskObject(
        object key,
        object obj,
        RegisteredTaskObjectLifetime lifetime,
        bool allowEarlyCollection
    ) { }

    public object? GetRegisteredTaskObject(object key, RegisteredTaskObjectLifetime lifetime) => null;

    public object? UnregisterTaskObject(object key, RegisteredTaskObjectLifetime lifetime) => null;

    public IReadOnlyDictionary<string, string> GetGlobalProperties() => ImmutableDictionary<string, string>.Empty;

    private void Add(string? file, int line, int column, int endColumn, string kind, string? message, string? helpLink)
    {
        string shown = file is { Length: > 0 } ? Path.GetRelativePath(folder, file).Replace('\\', '/') : "";
        string place = line > 0 ? string.Create(CultureInfo.InvariantCulture, $"({line},{column},{endColumn})") : "";
        string help = helpLink is { Length: > 0 } link ? $" [{link[(link.LastIndexOf('/') + 1)..]}]" : "";
        _lines.Add($"{shown}{place}: {kind}: {message}{help}");
    }
}
