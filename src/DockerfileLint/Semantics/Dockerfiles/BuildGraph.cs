using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Dockerfiles;

/// <summary>How the stages of a file need each other: by FROM, by COPY --from and by RUN --mount with from.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed class BuildGraph
{
    private readonly ImmutableArray<Stage> _stages;
    private readonly Stage? _finalStage;
    private readonly IReadOnlyList<Stage>?[] _dependencies;
    private ILookup<Stage, Stage>? _derived;
    private HashSet<Stage>? _copiedFrom;
    private int[]? _components;

    internal BuildGraph(ImmutableArray<Stage> stages, Stage? finalStage)
    {
        _stages = stages;
        _finalStage = finalStage;
        _dependencies = new IReadOnlyList<Stage>?[stages.Length];
        var numbers = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (Stage stage in stages)
        {
            if (stage.Name is { } name && !numbers.ContainsKey(name))
            {
                numbers.Add(name, stage.Index);
            }
        }

        NumbersByName = numbers;
    }

    /// <summary>The number of the first stage that carries a name, in any letter case.</summary>
    internal IReadOnlyDictionary<string, int> NumbersByName { get; }

    /// <summary>
    /// The stage with a name, in any letter case, or with a number; <c>null</c> where there is none, so that the text
    /// names an image.
    /// </summary>
    public Stage? Find(string nameOrNumber)
    {
        if (nameOrNumber is null)
        {
            throw new ArgumentNullException(nameof(nameOrNumber));
        }

        return NumbersByName.TryGetValue(nameOrNumber, out int named) ? _stages[named]
            : int.TryParse(nameOrNumber, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            && number < _stages.Length
                ? _stages[number]
            : null;
    }

    /// <summary>
    /// The stages that a stage is built on or takes files from, each once, by number. Later stages are included, though
    /// the builder may refuse them.
    /// </summary>
    public IReadOnlyList<Stage> GetDependencies(Stage stage)
    {
        if (stage is null)
        {
            throw new ArgumentNullException(nameof(stage));
        }

        return _dependencies[stage.Index]
            ?? InterlockedOperations.Initialize(ref _dependencies[stage.Index], FindDependencies(stage));
    }

    /// <summary>The stages that a build with a target makes: the target and all that it needs.</summary>
    public IReadOnlyCollection<Stage> GetReachable(Stage target)
    {
        var reachable = new HashSet<Stage>();
        var open = new Stack<Stage>();
        open.Push(target ?? throw new ArgumentNullException(nameof(target)));
        while (open.Count > 0)
        {
            Stage stage = open.Pop();
            if (reachable.Add(stage))
            {
                foreach (Stage dependency in GetDependencies(stage))
                {
                    open.Push(dependency);
                }
            }
        }

        return reachable;
    }

    /// <summary>Whether two stages need each other, be it through others.</summary>
    internal bool AreInCycle(Stage left, Stage right)
    {
        _components ??= FindComponents();
        return _components[left.Index] == _components[right.Index];
    }

    private ILookup<Stage, Stage> Derived =>
        _derived ??= _stages.Where(other => other.BaseStage is not null).ToLookup(other => other.BaseStage!);

    /// <summary>Whether another stage is built on a stage.</summary>
    internal bool IsBase(Stage stage) => Derived.Contains(stage);

    /// <summary>
    /// The later stages that are built on a stage, directly or through others, nearest first; not more of them than
    /// real files have.
    /// </summary>
    internal IEnumerable<Stage> GetDerived(Stage stage)
    {
        var open = new Queue<Stage>(Derived[stage]);
        for (int i = 0; i < AnalysisBudget.MaxDerivedStages && open.Count > 0; i++)
        {
            Stage derived = open.Dequeue();
            yield return derived;
            foreach (Stage next in Derived[derived])
            {
                open.Enqueue(next);
            }
        }
    }

    /// <summary>Whether a COPY in the file takes files from a stage.</summary>
    internal bool IsCopiedFrom(Stage stage)
    {
        _copiedFrom ??=
        [
            .. _stages
                .SelectMany(other => other.Instructions.OfType<CopyInstructionSyntax>())
                .SelectMany(FileSource.Find)
                .Select(source => Find(source.Name))
                .OfType<Stage>(),
        ];
        return _copiedFrom.Contains(stage);
    }

    /// <summary>The stages that the build does not make, in order.</summary>
    public IEnumerable<Stage> GetUnused()
    {
        if (_finalStage is null)
        {
            return [];
        }

        IReadOnlyCollection<Stage> used = GetReachable(_finalStage);
        return _stages.Where(stage => !used.Contains(stage));
    }

    /// <summary>
    /// For each stage a number that it shares with those that it needs and that need it: strongly connected components
    /// by Tarjan's algorithm, without recursion.
    /// </summary>
    private int[] FindComponents()
    {
        int[] components = new int[_stages.Length];
        int[] orders = new int[_stages.Length];
        int[] lowest = new int[_stages.Length];
        var path = new Stack<int>();
        var open = new Stack<(int Stage, int Next)>();
        int count = 0;
        for (int root = 0; root < _stages.Length; root++)
        {
            if (orders[root] == 0)
            {
                open.Push((root, 0));
            }

            while (open.Count > 0)
            {
                (int stage, int next) = open.Pop();
                if (next == 0)
                {
                    orders[stage] = lowest[stage] = ++count;
                    path.Push(stage);
                }

                IReadOnlyList<Stage> dependencies = GetDependencies(_stages[stage]);
                if (next < dependencies.Count)
                {
                    int dependency = dependencies[next].Index;
                    open.Push((stage, next + 1));
                    if (orders[dependency] == 0)
                    {
                        open.Push((dependency, 0));
                    }
                    else if (components[dependency] == 0)
                    {
                        lowest[stage] = Math.Min(lowest[stage], orders[dependency]);
                    }

                    continue;
                }

                while (lowest[stage] == orders[stage] && components[stage] == 0)
                {
                    components[path.Pop()] = stage + 1;
                }

                if (open.Count > 0)
                {
                    int above = open.Peek().Stage;
                    lowest[above] = Math.Min(lowest[above], lowest[stage]);
                }
            }
        }

        return components;
    }

    private List<Stage> FindDependencies(Stage stage)
    {
        var found = new SortedDictionary<int, Stage>();
        if (stage.BaseStage is { } baseStage)
        {
            found[baseStage.Index] = baseStage;
        }

        foreach (InstructionSyntax instruction in stage.Instructions)
        {
            foreach (FileSource source in FileSource.Find(instruction))
            {
                if (Find(source.Name) is { } other)
                {
                    found[other.Index] = other;
                }
            }
        }

        return [.. found.Values];
    }
}
