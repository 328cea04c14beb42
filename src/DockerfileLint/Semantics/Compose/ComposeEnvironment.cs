using System.Runtime.CompilerServices;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Compose;

/// <summary>
/// The variables that files define for the interpolation of a project; the caller's environment, which comes before
/// them, is never read.
/// </summary>
internal sealed class ComposeEnvironment
{
    private static readonly ConditionalWeakTable<SourceFile, ComposeEnvironment> ReadFiles = new();

    private readonly Dictionary<string, ComposeVariable> _variables;

    private readonly ComposeEnvironment[] _above;
    private ComposeEnvironment? _unset;
    private ComposeEnvironment? _fromAbove;

    private ComposeEnvironment(
        Dictionary<string, ComposeVariable> variables,
        bool hasFile,
        ComposeEnvironment[] above,
        Func<string, ComposeVariable>? lookUp = null
    )
    {
        _above = above;
        _variables = variables;
        HasFile = hasFile;
        LookUp = lookUp ?? Find;
    }

    /// <summary>No file defines anything.</summary>
    internal static ComposeEnvironment Empty { get; } = new([], hasFile: false, above: []);

    /// <summary>Whether a file was read; then a name that it lacks is probably a mistake.</summary>
    internal bool HasFile { get; }

    /// <summary>The defined names.</summary>
    internal IEnumerable<string> Names => _variables.Keys;

    /// <summary>Finds a variable.</summary>
    internal Func<string, ComposeVariable> LookUp { get; }

    /// <summary>Whether an environment file of a folder above sets anything.</summary>
    internal bool HasAbove => _above.Length > 0;

    /// <summary>The environment with another reading of the variables that files leave open.</summary>
    internal ComposeEnvironment With(OpenVariables open) =>
        open == OpenVariables.Unset
            ? _unset ??= new ComposeEnvironment(_variables, HasFile, _above, name => Find(name).IfOpenUnset(name))
            : _fromAbove ??= new ComposeEnvironment(_variables, HasFile, _above, FindAbove);

    /// <summary>The environment of a project in a folder below others that have environment files.</summary>
    /// <param name="above">Those files, the nearest first.</param>
    internal ComposeEnvironment Below(IEnumerable<SourceFile> above) =>
        new(_variables, HasFile, [.. above.Select(ReadAlone)]);

    /// <summary>An environment with the variables of further files; those of this one come before them.</summary>
    internal ComposeEnvironment With(IReadOnlyList<SourceFile> files)
    {
        if (files.Count == 0)
        {
            return this;
        }

        var added = new Dictionary<string, ComposeVariable>(StringComparer.Ordinal);
        foreach (SourceFile file in files)
        {
            EnvironmentFile.Read(
                file,
                added,
                name =>
                    _variables.TryGetValue(name, out ComposeVariable outer) ? outer
                    : added.TryGetValue(name, out ComposeVariable inner) ? inner
                    : ComposeVariable.Unknown
            );
        }

        foreach (KeyValuePair<string, ComposeVariable> variable in _variables)
        {
            added[variable.Key] = variable.Value;
        }

        return new ComposeEnvironment(added, hasFile: true, _above);
    }

    // A file above many projects is read once.
    private static ComposeEnvironment ReadAlone(SourceFile file) =>
        ReadFiles.GetValue(file, static key => Empty.With([key]));

    private ComposeVariable FindAbove(string name)
    {
        ComposeVariable variable = Find(name);
        for (int i = 0; i < _above.Length && variable is { Certainty: Certainty.Unknown, Span: null }; i++)
        {
            variable = _above[i].Find(name);
        }

        return variable.IfOpenUnset(name);
    }

    private ComposeVariable Find(string name) =>
        _variables.TryGetValue(name, out ComposeVariable variable) ? variable : ComposeVariable.Unknown;
}
