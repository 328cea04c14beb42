using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Text;

namespace DockerfileLint.Syntax.Shell;

/// <summary>An operator between or behind commands.</summary>
/// <param name="Kind">Which one.</param>
/// <param name="Span">Where, in the source.</param>
[Experimental(ExperimentalApi.Id)]
public readonly record struct ShellOperator(ShellOperatorKind Kind, TextSpan Span);

/// <summary>The operators between or behind commands.</summary>
[Experimental(ExperimentalApi.Id)]
public enum ShellOperatorKind
{
    /// <summary>None: the script or the enclosing construct ends.</summary>
    None,

    /// <summary><c>&amp;&amp;</c></summary>
    And,

    /// <summary><c>||</c></summary>
    Or,

    /// <summary><c>|</c></summary>
    Pipe,

    /// <summary><c>|&amp;</c>: the errors go down the pipe too.</summary>
    PipeBoth,

    /// <summary><c>;</c></summary>
    Semicolon,

    /// <summary>A line end.</summary>
    NewLine,

    /// <summary><c>&amp;</c></summary>
    Background,
}
