using System.Globalization;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Shell;
using DockerfileLint.Text;

namespace DockerfileLint.LanguageServer.Features;

internal enum DockerfileSymbolKind
{
    Stage,
    Variable,
}

/// <summary>A place where a stage or a variable is named.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Group">Tells it from others of the same name.</param>
/// <param name="Name">The name; of a stage in lower case.</param>
/// <param name="Span">The name in the text.</param>
/// <param name="IsDefinition">Whether it is defined here.</param>
/// <param name="IsExact">Whether the span is the name as it is written, so that it can be replaced.</param>
internal readonly record struct DockerfileOccurrence(
    DockerfileSymbolKind Kind,
    int Group,
    string Name,
    TextSpan Span,
    bool IsDefinition,
    bool IsExact
)
{
    internal bool IsSameSymbol(DockerfileOccurrence other) =>
        Kind == other.Kind && Group == other.Group && Name == other.Name;
}

/// <summary>The stages and variables of a Dockerfile with all places that name them.</summary>
internal sealed class DockerfileSymbols
{
    private const int GlobalScope = 0;

    private readonly DockerfileModel _model;
    private readonly List<DockerfileOccurrence> _occurrences = [];

    // Names that an ARG takes from above the first FROM, with the first stage of those that share their variables.
    private readonly HashSet<(string Name, int Family)> _global = [];

    // The last stage of each name so far, in lower case.
    private readonly Dictionary<string, Stage> _stages = new(StringComparer.Ordinal);

    private DockerfileSymbols(DockerfileModel model) => _model = model;

    /// <summary>All places in text order.</summary>
    internal static IReadOnlyList<DockerfileOccurrence> Find(DockerfileModel model, CancellationToken cancellation)
    {
        var symbols = new DockerfileSymbols(model);
        symbols.FindGlobals();
        foreach (InstructionSyntax instruction in model.Preamble)
        {
            symbols.Add(instruction, stage: null);
        }

        foreach (Stage stage in model.Stages)
        {
            symbols.Add(stage.From, stage);
            foreach (InstructionSyntax instruction in stage.Instructions)
            {
                cancellation.ThrowIfCancellationRequested();
                symbols.Add(instruction, stage);
            }

            if (stage.Name is { } name)
            {
                symbols._stages[name.ToLowerInvariant()] = stage;
            }
        }

        symbols._occurrences.Sort(static (x, y) => x.Span.CompareTo(y.Span));
        return symbols._occurrences;
    }

    /// <summary>The place at an offset, or <c>null</c>.</summary>
    internal static DockerfileOccurrence? FindAt(IReadOnlyList<DockerfileOccurrence> occurrences, int offset)
    {
        foreach (DockerfileOccurrence occurrence in occurrences)
        {
            if (occurrence.Span.Start <= offset && offset <= occurrence.Span.End)
            {
                return occurrence;
            }
        }

        return null;
    }

    /// <summary>
    /// A stage has the variables of the stage that it is built on; an ARG without a value takes that from above the
    /// first FROM.
    /// </summary>
    private void FindGlobals()
    {
        HashSet<string> declared = new(
            _model.Preamble.OfType<ArgInstructionSyntax>().SelectMany(arg => arg.Declarations).Select(NameOf),
            StringComparer.Ordinal
        );
        foreach (Stage stage in _model.Stages)
        {
            foreach (ArgInstructionSyntax arg in stage.Instructions.OfType<ArgInstructionSyntax>())
            {
                foreach (KeyValueSyntax declaration in arg.Declarations)
                {
                    if (declaration.Value is null && declared.Contains(NameOf(declaration)))
                    {
                        _global.Add((NameOf(declaration), stage.RootStage.Index));
                    }
                }
            }
        }
    }

    private static string NameOf(KeyValueSyntax pair) => pair.Key.Text;

    private int GetGroup(string name, Stage? stage) =>
        stage is null || _global.Contains((name, stage.RootStage.Index)) ? GlobalScope : stage.RootStage.Index + 1;

    private void Add(InstructionSyntax instruction, Stage? stage)
    {
        switch (instruction)
        {
            case FromInstructionSyntax from when stage is not null:
                AddFrom(from, stage);
                break;
            case ArgInstructionSyntax arg:
                AddPairs(arg.Declarations, stage);
                break;
            case EnvInstructionSyntax env:
                AddPairs(env.Pairs, stage);
                break;
            case OnbuildInstructionSyntax { Trigger: { } trigger }:
                Add(trigger, stage);
                return;
            default:
                break;
        }

        foreach (FileSource source in FileSource.Find(instruction))
        {
            AddSource(source, stage);
        }

        AddWords(instruction, stage);
        if (stage is not null && _model.GetScript(instruction) is { } script)
        {
            AddScript(script.Script, instruction, stage);
        }
    }

    private void AddFrom(FromInstructionSyntax from, Stage stage)
    {
        if (from.Name is { } name)
        {
            AddStage(stage, name.Span, isDefinition: true, name.IsVerbatim);
        }

        if (stage.BaseStage is { } below && from.Image is { } image)
        {
            AddStage(below, image.Span, isDefinition: false, image.IsVerbatim && IsNameOf(below, image.Text));
        }
    }

    private void AddSource(FileSource source, Stage? stage)
    {
        if (Resolve(source.Name, stage) is { } found)
        {
            AddStage(found, source.Span, isDefinition: false, IsNameOf(found, _model.Tree.Text.ToString(source.Span)));
        }
    }

    /// <summary>The last stage of a name before another one, or the one of a number.</summary>
    private Stage? Resolve(string name, Stage? before) =>
        _stages.TryGetValue(name.ToLowerInvariant(), out Stage? named) ? named
        : int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
        && number < (before?.Index ?? 0)
            ? _model.Stages[number]
        : null;

    private static bool IsNameOf(Stage stage, string name) =>
        stage.Name is { } own && own.Equals(name, StringComparison.OrdinalIgnoreCase);

    private void AddStage(Stage stage, TextSpan span, bool isDefinition, bool isExact) =>
        _occurrences.Add(
            new DockerfileOccurrence(
                DockerfileSymbolKind.Stage,
                stage.Index,
                (stage.Name ?? stage.DisplayName).ToLowerInvariant(),
                span,
                isDefinition,
                isExact
            )
        );

    private void AddPairs(IEnumerable<KeyValueSyntax> pairs, Stage? stage)
    {
        foreach (KeyValueSyntax pair in pairs)
        {
            AddVariable(pair.Key.Text, pair.Key.Span, stage, isDefinition: true, pair.Key.IsVerbatim);
        }
    }

    /// <summary>The variables in words that the builder expands: all but commands and here-documents.</summary>
    private void AddWords(InstructionSyntax instruction, Stage? stage)
    {
        var nodes = new DescendantEnumerator(instruction);
        while (nodes.MoveNext())
        {
            if (nodes.Current is not WordSyntax word || word.Parent is CommandSyntax || !word.AsSpan().Contains('$'))
            {
                continue;
            }

            VariableScope scope =
                stage is null || instruction is FromInstructionSyntax ? _model.GlobalVariables : stage.Variables;
            Stage? owner = instruction is FromInstructionSyntax ? null : stage;
            foreach (VariableReference reference in scope.FindVariables(word.Text, word.Span.Start))
            {
                AddVariable(
                    reference.Name,
                    word.GetSpan(reference.Start, reference.Name.Length),
                    owner,
                    isDefinition: false,
                    word.IsVerbatim
                );
            }
        }
    }

    /// <summary>The parameters of a script that come from the Dockerfile.</summary>
    private void AddScript(ShellScriptSyntax script, InstructionSyntax instruction, Stage stage)
    {
        HashSet<string>? own = null;
        var nodes = new DescendantEnumerator(script);
        while (nodes.MoveNext())
        {
            if (nodes.Current is ShellAssignmentSyntax assignment)
            {
                (own ??= new(StringComparer.Ordinal)).Add(assignment.Name);
            }
            else if (nodes.Current is ShellForSyntax { Variable: { } variable })
            {
                (own ??= new(StringComparer.Ordinal)).Add(variable.DisplayText);
            }
        }

        nodes = new DescendantEnumerator(script);
        while (nodes.MoveNext())
        {
            if (
                nodes.Current is ShellParameterSyntax parameter
                && parameter.Name is { Length: > 0 } name
                && own?.Contains(name) != true
                && stage.Variables.IsDefined(name, instruction.Span.Start)
            )
            {
                TextSpan span = parameter.Span;
                string written = _model.Tree.Text.ToString(span);
                int start = written.IndexOf(name, StringComparison.Ordinal);
                AddVariable(
                    name,
                    start < 0 ? span : new TextSpan(span.Start + start, name.Length),
                    stage,
                    isDefinition: false,
                    start >= 0
                );
            }
        }
    }

    private void AddVariable(string name, TextSpan span, Stage? stage, bool isDefinition, bool isExact)
    {
        if (name.Length == 0)
        {
            return;
        }

        _occurrences.Add(
            new DockerfileOccurrence(
                DockerfileSymbolKind.Variable,
                GetGroup(name, stage),
                name,
                span,
                isDefinition,
                isExact
            )
        );
    }
}
