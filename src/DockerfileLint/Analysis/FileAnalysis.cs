using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Analysis;

/// <summary>
/// A file that the rules have judged, before suppressions and fingerprints: what another program finds in its scripts
/// can still be added.
/// </summary>
[Experimental(ExperimentalApi.Id)]
public sealed class FileAnalysis
{
    private readonly DockerfileModel? _model;
    private readonly Func<ShellCheckReport?, FileResult> _complete;
    private ImmutableArray<ShellCheckScript> _scripts;

    internal FileAnalysis(DockerfileModel? model, Func<ShellCheckReport?, FileResult> complete)
    {
        _model = model;
        _complete = complete;
    }

    /// <summary>
    /// The scripts of the file's RUN instructions that ShellCheck can read, in text order; found on first demand. None
    /// in a Compose file.
    /// </summary>
    public ImmutableArray<ShellCheckScript> Scripts =>
        _scripts.IsDefault ? _scripts = _model is null ? [] : ShellCheckScript.Find(_model) : _scripts;

    /// <summary>The result of the file. To be asked for once.</summary>
    /// <param name="report">
    /// What ShellCheck says about <see cref="Scripts"/>, or <c>null</c> where it was not asked.
    /// </param>
    public FileResult Complete(ShellCheckReport? report = null) => _complete(report);
}
