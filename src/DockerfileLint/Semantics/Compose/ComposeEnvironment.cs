using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Compose;

/// <summary>
/// The variables that files define for the interpolation of a project; the caller's environment, which comes before
/// them, is never read.
/// </summary>
internal sealed class ComposeEnvironment
{
    private readonly Dictionary<string, ComposeVariable> _variables;

    private ComposeEnvironment? _withOpenUnset;

    private ComposeEnvironment(
        Dictionary<string, ComposeVariable> variables,
        bool hasFile,
        Func<string, ComposeVariable>? lookUp = null
    )
    {
        _variables = variables;
        HasFile = hasFile;
        LookUp = lookUp ?? Find;
    }

    /// <summary>No file defines anything.</summary>
    internal static ComposeEnvironment Empty { get; } = new([], hasFile: false);

    /// <summary>Whether a file was read; then a name that it lacks is probably a mistake.</summary>
    internal bool HasFile { get; }

    /// <summary>The defined names.</summary>
    internal IEnumerable<string> Names => _variables.Keys;

    /// <summary>Finds a variable.</summary>
    internal Func<string, ComposeVariable> LookUp { get; }

    /// <summary>The environment where nobody sets the variables that files leave open.</summary>
    internal ComposeEnvironment WithOpenVariablesUnset() =>
        _withOpenUnset ??= new ComposeEnvironment(_variables, HasFile, name => Find(name).IfOpenUnset(name));

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

        return new ComposeEnvironment(added, hasFile: true);
    }

    private ComposeVariable Find(string name) =>
        _variables.TryGetValue(name, out ComposeVariable variable) ? variable : ComposeVariable.Unknown;
}
