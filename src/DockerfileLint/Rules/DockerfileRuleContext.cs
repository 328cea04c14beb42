using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Semantics.Projects;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.Rules;

/// <summary>What a rule may ask and say while it visits a Dockerfile.</summary>
[Experimental(ExperimentalApi.Id)]
public abstract class DockerfileRuleContext : RuleContext
{
    private readonly ISourceFiles? _files;
    private BuildContext? _buildContext;
    private IReadOnlyList<BuildConsumer>? _consumers;

    private protected DockerfileRuleContext(DockerfileModel model, ISourceFiles? files, CancellationToken cancellation)
        : base(cancellation)
    {
        Model = model;
        _files = files;
    }

    /// <summary>The file that is visited.</summary>
    public SourceFile File => Model.Tree.File;

    /// <summary>The model of the file.</summary>
    public DockerfileModel Model { get; }

    /// <summary>The stage of the visited element, or <c>null</c> before the first FROM.</summary>
    public Stage? Stage { get; private protected set; }

    /// <summary>
    /// The build context, as far as the files beside the Dockerfile tell. They are read on first use.
    /// </summary>
    internal BuildContext BuildContext => _buildContext ??= BuildContext.Find(Model.Tree, _files);

    /// <summary>
    /// The services that are built from the file, as far as Compose projects in its folder and above it tell. These are
    /// loaded on first use.
    /// </summary>
    internal IReadOnlyList<BuildConsumer> Consumers => _consumers ??= FindConsumers();

    /// <summary>Reports a finding in <see cref="File"/>.</summary>
    /// <param name="span">The offending text, as tight as possible.</param>
    /// <param name="message">A message of the rule.</param>
    /// <param name="tier">One of the rule's tiers, or <c>null</c>.</param>
    /// <param name="related">Other places that explain the finding.</param>
    /// <exception cref="ArgumentOutOfRangeException">The span does not lie in the file.</exception>
    /// <exception cref="ArgumentException">The rule has no such tier.</exception>
    public void Report(
        TextSpan span,
        DiagnosticMessage message,
        string? tier = null,
        ImmutableArray<RelatedLocation> related = default
    )
    {
        ImmutableArray<RelatedLocation> all = related.IsDefault ? [] : related;
        bool hasVariable = span.Length <= AnalysisBudget.MaxExplainedLength && File.Text.AsSpan(span).IndexOf('$') >= 0;
        ReportCore(new SourceSpan(File, span), message, tier, hasVariable ? all.AddRange(FindUnset(span)) : all);
    }

    /// <summary>Expands a word of the visited instruction with what is known where it stands.</summary>
    public Fact<string> Expand(WordSyntax word) => Stage is { } stage ? stage.Expand(word) : Model.ExpandGlobal(word);

    /// <summary>What the name of an ARG or ENV stands for at an instruction.</summary>
    internal Variable FindVariable(string name, InstructionSyntax instruction) =>
        (Stage?.Variables ?? Model.GlobalVariables).LookUp(name, instruction.Span.Start);

    private protected abstract IReadOnlyList<BuildConsumer> FindConsumers();

    /// <summary>The variables of a word that nothing sets, on whose being empty a finding at it rests.</summary>
    private IEnumerable<RelatedLocation> FindUnset(TextSpan span)
    {
        if (Model.Tree.FindNode(span) is not WordSyntax { Parent: InstructionSyntax or FlagSyntax } word)
        {
            yield break;
        }

        foreach (VariableReference reference in Model.FindUnset(word))
        {
            yield return new RelatedLocation(
                new SourceSpan(File, word.GetSpan(reference.Start, reference.Name.Length)),
                $"'{reference.Name}' is taken for empty, since nothing in the file sets it."
            );
        }
    }
}
