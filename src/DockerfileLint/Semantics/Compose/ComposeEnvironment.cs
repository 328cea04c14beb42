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

    // Whose variables come before the own ones.
    private readonly ComposeEnvironment? _outer;
    private readonly ComposeEnvironment[] _above;

    // The same without what lies above.
    private readonly ComposeEnvironment _alone;
    private ComposeEnvironment? _unset;
    private ComposeEnvironment? _fromAbove;

    private ComposeEnvironment(
        Dictionary<string, ComposeVariable> variables,
        bool hasFile,
        ComposeEnvironment[] above,
        ComposeEnvironment? outer = null,
        Func<string, ComposeVariable>? lookUp = null,
        ComposeEnvironment? alone = null
    )
    {
        _alone = alone ?? this;
        _outer = outer;
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
    internal IEnumerable<string> Names => _outer is null ? _variables.Keys : _outer.Names.Union(_variables.Keys);

    /// <summary>Whether values are left out since variables put in too much.</summary>
    internal bool IsCut { get; private init; }

    /// <summary>The files that the own variables come from.</summary>
    private SourceFile[] Files { get; init; } = [];

    /// <summary>Finds a variable.</summary>
    internal Func<string, ComposeVariable> LookUp { get; }

    /// <summary>Whether an environment file of a folder above sets anything.</summary>
    internal bool HasAbove => _above.Length > 0;

    /// <summary>The environment with another reading of the variables that files leave open.</summary>
    internal ComposeEnvironment With(OpenVariables open) =>
        open == OpenVariables.Unset
            ? _unset ??= Create(name => Find(name).IfOpenUnset(name))
            : _fromAbove ??= Create(FindAbove);

    /// <summary>The environment of a project in a folder below others that have environment files.</summary>
    /// <param name="above">Those files, the nearest first.</param>
    /// <param name="cancellation">Ends the reading.</param>
    internal ComposeEnvironment Below(IEnumerable<SourceFile> above, CancellationToken cancellation) =>
        new(_variables, HasFile, [.. above.Select(file => ReadAlone(file, cancellation))], _outer, alone: _alone)
        {
            IsCut = IsCut,
            Files = Files,
        };

    /// <summary>Whether the variables of a file are among those of the environment.</summary>
    internal bool HasRead(SourceFile file) =>
        Array.IndexOf(Files, file) >= 0 || (_outer is not null && _outer.HasRead(file));

    /// <summary>Whether another environment says the same of all variables, or says the same and more.</summary>
    internal bool IsPartOf(ComposeEnvironment other) =>
        _alone == other._alone && (_above.Length == 0 || _above.SequenceEqual(other._above));

    /// <summary>An environment with the variables of further files; those of this one come before them.</summary>
    internal ComposeEnvironment With(
        IReadOnlyList<SourceFile> files,
        ExpansionAllowance allowance,
        CancellationToken cancellation
    )
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
                allowance,
                cancellation
            );
        }

        bool isKnown = HasFile && !allowance.IsExhausted && added.Keys.All(name => Find(name).Span is not null);
        return isKnown
            ? this
            : new ComposeEnvironment(added, hasFile: true, _above, _variables.Count == 0 ? _outer : this)
            {
                IsCut = allowance.IsExhausted,
                Files = [.. files],
            };
    }

    /// <summary>
    /// What a file defines without the variables of others; a file that serves many projects is read once.
    /// </summary>
    internal static ComposeEnvironment ReadAlone(SourceFile file, CancellationToken cancellation)
    {
        if (ReadFiles.TryGetValue(file, out ComposeEnvironment? known))
        {
            return known;
        }

        var allowance = new ExpansionAllowance(AnalysisBudget.Default.MaxExpandedCharacters);
        ComposeEnvironment read = Empty.With([file], allowance, cancellation);
        return ReadFiles.GetValue(file, _ => read);
    }

    private ComposeEnvironment Create(Func<string, ComposeVariable> lookUp) =>
        new(_variables, HasFile, _above, _outer, lookUp) { IsCut = IsCut, Files = Files };

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
        _outer?.Find(name) is { Span: not null } outer ? outer
        : _variables.TryGetValue(name, out ComposeVariable variable) ? variable
        // It may be among those that are left out.
        : IsCut && Files.Length > 0 ? ComposeVariable.Unknown with { Span = new SourceSpan(Files[0], default) }
        : ComposeVariable.Unknown;
}
