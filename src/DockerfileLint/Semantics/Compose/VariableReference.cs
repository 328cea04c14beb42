using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Compose;

/// <summary>What an expression does where its variable is unset.</summary>
internal enum VariableOperator
{
    /// <summary>Nothing: <c>$NAME</c>, <c>${NAME}</c>.</summary>
    None,

    /// <summary>Takes a default: <c>${NAME:-default}</c>.</summary>
    Default,

    /// <summary>Fails: <c>${NAME:?message}</c>.</summary>
    Demand,

    /// <summary>Takes nothing, and another text where it is set: <c>${NAME:+text}</c>.</summary>
    Alternative,

    /// <summary>The expression cannot be read.</summary>
    Malformed,
}

/// <summary>A variable where it is used.</summary>
/// <param name="Name">The name; empty where the expression cannot be read.</param>
/// <param name="Operator">What happens where the variable is unset.</param>
/// <param name="Span">The expression; 0-based in the text before interpolation.</param>
/// <param name="Variable">What is known of it.</param>
/// <param name="Demand">The message of a demand that is certainly not met, or <c>null</c>.</param>
internal readonly record struct VariableReference(
    string Name,
    VariableOperator Operator,
    TextSpan Span,
    ComposeVariable Variable,
    string? Demand
);
