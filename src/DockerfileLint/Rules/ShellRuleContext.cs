using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Diagnostics;
using DockerfileLint.Rules.Shell;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Semantics.Shell;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Shell;
using DockerfileLint.Text;

namespace DockerfileLint.Rules;

/// <summary>What a rule may ask and say while it visits a script.</summary>
[Experimental(ExperimentalApi.Id)]
public abstract class ShellRuleContext : RuleContext
{
    private ShellScriptSyntax _script = null!;
    private IReadOnlyList<ShellFeatureUse>? _features;

    private protected ShellRuleContext(DockerfileModel model, CancellationToken cancellation)
        : base(cancellation)
    {
        Model = model;
    }

    /// <summary>The file that is visited.</summary>
    public SourceFile File => Model.Tree.File;

    /// <summary>The model of the file.</summary>
    public DockerfileModel Model { get; }

    /// <summary>The stage of the visited script, or <c>null</c> before the first FROM.</summary>
    public Stage? Stage { get; private protected set; }

    /// <summary>The instruction that runs the script.</summary>
    public InstructionSyntax Instruction => InstructionScript.Instruction;

    /// <summary>The instruction's own script with those that it runs in turn.</summary>
    public InstructionScript InstructionScript { get; private protected set; } = null!;

    /// <summary>The visited script: that of the instruction, or one that it runs.</summary>
    public ShellScriptSyntax Script
    {
        get => _script;
        private protected set
        {
            _script = value;
            _features = null;
        }
    }

    /// <summary>
    /// The shell that runs the script: the one that its first line, a comment <c># shellcheck shell=…</c> in it, a
    /// comment <c># hadolint shell=…</c> above it or SHELL names, and which one <c>sh</c> is in the base image where
    /// that is known.
    /// </summary>
    public abstract ShellKind Dialect { get; }

    /// <summary>
    /// Whether the rule that is running finds what ShellCheck finds where hadolint asks it, also where that knows
    /// nothing of Dockerfiles.
    /// </summary>
    internal abstract bool IsExact { get; }

    /// <summary>What the visited script asks of its shell. It is looked for on first use.</summary>
    internal IReadOnlyList<ShellFeatureUse> Features => _features ??= ShellFeatureFinder.Find(Script);

    /// <summary>Whether a command that fails ends the script: SHELL or the script sets <c>-e</c>.</summary>
    internal abstract bool StopsOnError { get; }

    /// <summary>Whether SHELL starts the script so that a pipeline fails where any part of it does.</summary>
    internal bool IsPipefail { get; private protected set; }

    /// <summary>What the variables of the script hold where they are expanded; found on first use.</summary>
    internal abstract ShellValues Values { get; }

    /// <summary>Which variables the script sets and uses; found on first use.</summary>
    internal abstract ShellVariables Variables { get; }

    /// <summary>Which variables the script finds set, as far as the file says.</summary>
    internal abstract bool IsExported(string name);

    /// <summary>Reports a finding at a node.</summary>
    /// <param name="node">The offending node.</param>
    /// <param name="message">A message of the rule.</param>
    /// <param name="tier">One of the rule's tiers, or <c>null</c>.</param>
    /// <exception cref="ArgumentException">The rule has no such tier.</exception>
    public void Report(ShellSyntaxNode node, DiagnosticMessage message, string? tier = null) =>
        Report((node ?? throw new ArgumentNullException(nameof(node))).Span, message, tier);

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
    ) => ReportCore(new SourceSpan(File, span), message, tier, related.IsDefault ? [] : related);
}
