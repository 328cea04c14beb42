using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Compose;

/// <summary>
/// The variables that files define for the interpolation of a project; the caller's environment, which comes before
/// them, is never read.
/// </summary>
internal sealed class ComposeEnvironment
{
    private readonly Dictionary<string, ComposeVariable> _variables;

    private ComposeEnvironment(Dictionary<string, ComposeVariable> variables, bool hasFile)
    {
        _variables = variables;
        HasFile = hasFile;
        LookUp = Find;
    }

    /// <summary>No file defines anything.</summary>
    internal static ComposeEnvironment Empty { get; } = new([], hasFile: false);

    /// <summary>Whether a file was read; then a name that it lacks is probably a mistake.</summary>
    internal bool HasFile { get; }

    /// <summary>The defined names.</summary>
    internal IEnumerable<string> Names => Outer is null ? _variables.Keys : Outer.Names.Union(_variables.Keys);

    /// <summary>Whether values are left out since variables put in too much.</summary>
    internal bool IsCut { get; private init; }

    /// <summary>The environment whose variables come before the own ones, or <c>null</c>.</summary>
    private ComposeEnvironment? Outer { get; init; }

    /// <summary>Finds a variable.</summary>
    internal Func<string, ComposeVariable> LookUp { get; }

    /// <summary>An environment with the variables of further files; those of this one come before them.</summary>
    internal ComposeEnvironment With(IReadOnlyList<SourceFile> files, ExpansionAllowance allowance)
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
                    Find(name) is { Span: not null } outer ? outer
                    : added.TryGetValue(name, out ComposeVariable inner) ? inner
                    : ComposeVariable.Unknown,
                allowance
            );
        }

        bool isKnown = HasFile && added.Keys.All(name => Find(name).Span is not null);
        return isKnown
            ? this
            : new ComposeEnvironment(added, hasFile: true)
            {
                Outer = _variables.Count == 0 ? Outer : this,
                IsCut = allowance.IsExhausted,
            };
    }

    private ComposeVariable Find(string name) =>
        Outer?.Find(name) is { Span: not null } outer ? outer
        : _variables.TryGetValue(name, out ComposeVariable variable) ? variable
        : ComposeVariable.Unknown;
}
