using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Compose;

/// <summary>Where the files of a project come from, and their trees.</summary>
internal sealed class ComposeSources
{
    private readonly SourceFile _file;
    private readonly ISourceFiles? _files;
    private readonly Func<SourceFile, YamlSyntaxTree> _parse;
    private readonly Dictionary<(ComposeEnvironment Outer, string Paths), ComposeEnvironment> _environments = [];

    /// <param name="file">A file of the project: what is known even where nothing is known of any other.</param>
    /// <param name="files">The files beside it, or <c>null</c> where nothing is known of them.</param>
    /// <param name="areKnown">Whether it means something that <paramref name="files"/> lack a file.</param>
    /// <param name="parse">Gives the tree of a file.</param>
    /// <param name="budget">What the project may cost.</param>
    /// <param name="cancellation">Ends the loading.</param>
    internal ComposeSources(
        SourceFile file,
        ISourceFiles? files,
        bool areKnown,
        Func<SourceFile, YamlSyntaxTree> parse,
        AnalysisBudget budget,
        CancellationToken cancellation
    )
    {
        // Of what lies outside of the root nothing is known.
        bool isOutside = file.Path.StartsWith("../", StringComparison.Ordinal) || file.Path is "" or ['/', ..];
        _file = file;
        _files = isOutside ? null : files;
        AreKnown = areKnown && !isOutside;
        _parse = parse;
        Budget = budget;
        Cancellation = cancellation;
        Allowance = new ExpansionAllowance(budget.MaxExpandedCharacters);
    }

    /// <summary>
    /// Whether it is known what lies beside the file, so that a missing file is a fact; otherwise just some are known.
    /// </summary>
    internal bool AreKnown { get; }

    /// <summary>What the project may cost.</summary>
    internal AnalysisBudget Budget { get; }

    /// <summary>Ends the loading.</summary>
    internal CancellationToken Cancellation { get; }

    /// <summary>What the variables of the project may add to its texts.</summary>
    internal ExpansionAllowance Allowance { get; }

    /// <summary>
    /// Reads the environment files of a project, where that is done once for all projects that have them; <c>null</c>
    /// where this project is the only one.
    /// </summary>
    internal Func<IReadOnlyList<string>, ComposeEnvironment>? ReadSharedEnvironment { get; init; }

    /// <summary>Finds what a Compose file includes, where that is done once for all; otherwise <c>null</c>.</summary>
    internal Func<SourceFile, HashSet<string>>? FindSharedIncludes { get; init; }

    /// <summary>What stands at a path.</summary>
    internal SourceFileLookup LookUp(string path)
    {
        Cancellation.ThrowIfCancellationRequested();
        return path == _file.Path ? SourceFileLookup.Found(_file) : _files?.Find(path) ?? SourceFileLookup.Unknown;
    }

    /// <summary>The file at a path, or <c>null</c> where there is none or it cannot be read.</summary>
    internal SourceFile? Find(string path) => LookUp(path).File;

    /// <summary>The tree of a file.</summary>
    internal YamlSyntaxTree Parse(SourceFile file) => _parse(file);

    /// <summary>An environment with the variables of further files, as far as these are there.</summary>
    /// <param name="outer">The environment.</param>
    /// <param name="paths">The files.</param>
    /// <param name="tryTake">
    /// Takes a file that the project reads for itself; <c>false</c> where there is too much.
    /// </param>
    internal ComposeEnvironment ReadEnvironment(
        ComposeEnvironment outer,
        IReadOnlyList<string> paths,
        Predicate<SourceFile> tryTake
    )
    {
        if (outer == ComposeEnvironment.Empty && _files is not null && ReadSharedEnvironment is not null)
        {
            return ReadSharedEnvironment(paths);
        }

        // Many files are included with the same variables.
        var key = (outer, string.Join("\n", paths));
        if (!_environments.TryGetValue(key, out ComposeEnvironment? environment))
        {
            SourceFile[] files = [.. paths.Select(Find).OfType<SourceFile>().Where(file => !outer.HasRead(file))];
            environment = Array.TrueForAll(files, tryTake) ? outer.With(files, Allowance, Cancellation) : outer;
            _environments.Add(key, environment);
        }

        return environment;
    }
}
