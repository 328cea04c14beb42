using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Diagnostics;
using DockerfileLint.Text;

namespace DockerfileLint.Rules;

/// <summary>What a rule may ask and say while it visits a file or a project.</summary>
[Experimental(ExperimentalApi.Id)]
public abstract class RuleContext
{
    private protected RuleContext(CancellationToken cancellation) => Cancellation = cancellation;

    /// <summary>The options of the rule that is running, and which one that is.</summary>
    internal abstract RuleOptionValues Options { get; }

    /// <summary>
    /// Says that the caller has given up. It is looked at between two visits; a rule whose visit may walk millions of
    /// characters or nodes looks at it on its way.
    /// </summary>
    public CancellationToken Cancellation { get; }

    /// <summary>Reports a finding.</summary>
    /// <param name="span">The offending text with its file, as tight as possible.</param>
    /// <param name="message">A message of the rule.</param>
    /// <param name="tier">One of the rule's tiers, or <c>null</c>.</param>
    /// <param name="related">Other places that explain the finding.</param>
    /// <exception cref="ArgumentOutOfRangeException">The span does not lie in its file.</exception>
    /// <exception cref="ArgumentException">The rule has no such tier.</exception>
    public void Report(
        SourceSpan span,
        DiagnosticMessage message,
        string? tier = null,
        ImmutableArray<RelatedLocation> related = default
    ) => ReportCore(span, message, tier, related.IsDefault ? [] : related);

    /// <summary>The configured value of an option of the rule.</summary>
    /// <param name="option">One of those that the rule's descriptor lists.</param>
    /// <exception cref="ArgumentException">The descriptor does not list it.</exception>
    public T GetOption<T>(RuleOption<T> option)
        where T : notnull => Options.Get(option);

    /// <summary>
    /// The configured value of the option with a number, which is of type <typeparamref name="T"/>: for generated code.
    /// </summary>
    internal T GetOption<T>(int index) => Options.Get<T>(index);

    /// <summary>
    /// What the running rule makes of a list among its options, made once for all files: lists come from whoever wrote
    /// the configuration, and have any length.
    /// </summary>
    /// <param name="items">The list.</param>
    /// <param name="create">Makes the index; the same function for each call of the rule.</param>
    internal TIndex GetIndex<TIndex>(ImmutableArray<string> items, Func<ImmutableArray<string>, TIndex> create)
        where TIndex : class => Options.GetIndex(items, create);

    private protected abstract void ReportCore(
        SourceSpan span,
        DiagnosticMessage message,
        string? tier,
        ImmutableArray<RelatedLocation> related
    );
}
