using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Diagnostics;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Semantics.Dockerfiles;

/// <summary>What a Dockerfile means: its stages and what runs in them.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed class DockerfileModel
{
    private DockerfileModel(DockerfileSyntaxTree tree, ImmutableArray<Stage> stages, ImmutableArray<InstructionSyntax> preamble, VariableScope global)
    {
        GlobalVariables = global;
        Tree = tree;
        Stages = stages;
        Preamble = preamble;
    }

    /// <summary>The tree.</summary>
    public DockerfileSyntaxTree Tree { get; }

    /// <summary>The stages in order.</summary>
    public ImmutableArray<Stage> Stages { get; }

    /// <summary>What stands before the first FROM.</summary>
    public ImmutableArray<InstructionSyntax> Preamble { get; }

    /// <summary>The stage that a build without target makes: the last one, or <c>null</c> in a file without FROM.</summary>
    public Stage? FinalStage => Stages.IsEmpty ? null : Stages[Stages.Length - 1];

    /// <summary>Creates the model of a tree.</summary>
    public static DockerfileModel Create(DockerfileSyntaxTree tree)
    {
        if (tree is null)
        {
            throw new ArgumentNullException(nameof(tree));
        }

        ImmutableArray<InstructionSyntax> instructions = tree.Root.Instructions;
        int start = 0;
        while (start < instructions.Length && instructions[start].Kind != InstructionKind.From)
        {
            start++;
        }

        ImmutableArray<InstructionSyntax> preamble = instructions.Slice(0, start);
        VariableScope global = VariableScope.CreateGlobal(tree.Escape, preamble);
        ImmutableArray<Stage>.Builder stages = ImmutableArray.CreateBuilder<Stage>();
        var byName = new Dictionary<string, Stage>(StringComparer.OrdinalIgnoreCase);
        while (start < instructions.Length)
        {
            int end = start + 1;
            while (end < instructions.Length && instructions[end].Kind != InstructionKind.From)
            {
                end++;
            }

            var stage = new Stage(stages.Count, (FromInstructionSyntax)instructions[start], instructions.Slice(start + 1, end - start - 1), end == instructions.Length, tree.Escape, global, byName);
            stages.Add(stage);
            if (stage.Name is { } name)
            {
                byName[name] = stage;
            }

            start = end;
        }

        return new DockerfileModel(tree, stages.DrainToImmutable(), preamble, global);
    }

    /// <summary>The ARG names before the first FROM, and the platform arguments.</summary>
    internal VariableScope GlobalVariables { get; }

    /// <summary>What the builder refuses once it follows stages and variables.</summary>
    internal ImmutableArray<Diagnostic> GetDiagnostics() => new BuildGraphChecker(this).Check();

    /// <summary>Expands a word that stands before the first FROM.</summary>
    internal ExpandedText ExpandGlobal(WordSyntax word) => GlobalVariables.Expand(word.Text, word.Span.Start);
}
