using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Compose;

/// <summary>How a value comes to a place where it is not written.</summary>
[Experimental(ExperimentalApi.Id)]
public enum ComposeOriginKind
{
    /// <summary>An alias <c>*name</c>.</summary>
    Alias,

    /// <summary>A merge key <c>&lt;&lt;</c>.</summary>
    MergeKey,

    /// <summary>The key <c>extends</c> of a service.</summary>
    Extends,

    /// <summary>An item of <c>include</c>.</summary>
    Include,
}

/// <summary>A step on the way of a value from where it is written to where it takes effect.</summary>
/// <param name="Kind">What brings the value in.</param>
/// <param name="Span">
/// The text that does: the alias, the merge key's value, the value of <c>extends</c>, the item of <c>include</c>.
/// </param>
/// <param name="Next">The next step, further away from the written value; <c>null</c> for the last one.</param>
[Experimental(ExperimentalApi.Id)]
public sealed record ComposeOrigin(ComposeOriginKind Kind, SourceSpan Span, ComposeOrigin? Next)
{
    /// <summary>A chain with one more step at its far end.</summary>
    internal static ComposeOrigin Append(ComposeOrigin? chain, ComposeOriginKind kind, SourceSpan span) =>
        chain is null ? new ComposeOrigin(kind, span, null) : chain with { Next = Append(chain.Next, kind, span) };
}

/// <summary>
/// A step that brings in many values at once. Neighbours mostly have come the same way until here, and go on sharing
/// one chain: a chain for each value would grow with every step.
/// </summary>
internal sealed class ComposeStep(ComposeOriginKind kind, SourceSpan span)
{
    private readonly ComposeOrigin _alone = new(kind, span, Next: null);
    private ComposeOrigin? _lastChain;
    private ComposeOrigin? _lastResult;

    /// <summary>A chain with this step at its far end.</summary>
    internal ComposeOrigin AppendTo(ComposeOrigin? chain)
    {
        if (chain is null)
        {
            return _alone;
        }

        if (!ReferenceEquals(chain, _lastChain))
        {
            _lastResult = ComposeOrigin.Append(chain, kind, span);
            _lastChain = chain;
        }

        return _lastResult!;
    }
}
