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
    /// <summary>A chain with another one behind its far end.</summary>
    internal static ComposeOrigin Concat(ComposeOrigin? chain, ComposeOrigin rest) =>
        chain is null ? rest : chain with { Next = Concat(chain.Next, rest) };
}

/// <summary>
/// A service that is extended: what it brings in at once. Neighbours mostly have come the same way until here, and go
/// on sharing one chain: a chain for each value would grow with every step.
/// </summary>
/// <param name="extends">The value that names the service.</param>
internal sealed class ComposeStep(ComposeScalar extends)
{
    private readonly ComposeOrigin _alone = new(ComposeOriginKind.Extends, extends.Span, extends.Scope.Included);
    private ComposeOrigin? _lastChain;
    private ComposeOrigin? _lastResult;
    private ComposeScope? _lastScope;
    private ComposeScope? _lastScopeResult;

    /// <summary>The steps of a value, this one and those that bring in whoever extends the service.</summary>
    internal ComposeOrigin Follow(ComposeScope scope, ComposeOrigin? via)
    {
        if ((scope.Included ?? via) is null)
        {
            return _alone;
        }

        ComposeOrigin chain = scope.Follow(via)!;
        if (!ReferenceEquals(chain, _lastChain))
        {
            _lastResult = ComposeOrigin.Concat(chain, _alone);
            _lastChain = chain;
        }

        return _lastResult!;
    }

    /// <summary>The scope of a value whose steps are followed: they hold what brings its file in.</summary>
    internal ComposeScope Enter(ComposeScope scope)
    {
        if (scope.Included is null)
        {
            return scope;
        }

        if (!ReferenceEquals(scope, _lastScope))
        {
            _lastScopeResult = scope with { Included = null };
            _lastScope = scope;
        }

        return _lastScopeResult!;
    }
}
