using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Syntax;

namespace DockerfileLint.Rules;

/// <summary>What a <see cref="ShellRule"/> visits.</summary>
[Flags]
[Experimental(ExperimentalApi.Id)]
public enum ShellElements
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The scripts.</summary>
    Script = 1 << (SyntaxKind.ShellScript - SyntaxKind.ShellScript),

    /// <summary>The statements.</summary>
    List = 1 << (SyntaxKind.ShellList - SyntaxKind.ShellScript),

    /// <summary>The pipelines.</summary>
    Pipeline = 1 << (SyntaxKind.ShellPipeline - SyntaxKind.ShellScript),

    /// <summary>The simple commands.</summary>
    SimpleCommand = 1 << (SyntaxKind.ShellSimpleCommand - SyntaxKind.ShellScript),

    /// <summary><c>( … )</c></summary>
    Subshell = 1 << (SyntaxKind.ShellSubshell - SyntaxKind.ShellScript),

    /// <summary><c>{ …; }</c></summary>
    Group = 1 << (SyntaxKind.ShellGroup - SyntaxKind.ShellScript),

    /// <summary><c>if</c></summary>
    If = 1 << (SyntaxKind.ShellIf - SyntaxKind.ShellScript),

    /// <summary><c>while</c> and <c>until</c>.</summary>
    While = 1 << (SyntaxKind.ShellWhile - SyntaxKind.ShellScript),

    /// <summary><c>for</c> and <c>select</c>.</summary>
    For = 1 << (SyntaxKind.ShellFor - SyntaxKind.ShellScript),

    /// <summary><c>case</c></summary>
    Case = 1 << (SyntaxKind.ShellCase - SyntaxKind.ShellScript),

    /// <summary>The definitions of functions.</summary>
    Function = 1 << (SyntaxKind.ShellFunction - SyntaxKind.ShellScript),

    /// <summary><c>[[ … ]]</c></summary>
    Test = 1 << (SyntaxKind.ShellTest - SyntaxKind.ShellScript),

    /// <summary>The command <c>(( … ))</c>.</summary>
    Arithmetic = 1 << (SyntaxKind.ShellArithmetic - SyntaxKind.ShellScript),

    /// <summary>The assignments.</summary>
    Assignment = 1 << (SyntaxKind.ShellAssignment - SyntaxKind.ShellScript),

    /// <summary>The redirections.</summary>
    Redirection = 1 << (SyntaxKind.ShellRedirection - SyntaxKind.ShellScript),

    /// <summary>The words.</summary>
    Word = 1 << (SyntaxKind.ShellWord - SyntaxKind.ShellScript),

    /// <summary>Text of words.</summary>
    Literal = 1 << (SyntaxKind.ShellLiteral - SyntaxKind.ShellScript),

    /// <summary><c>'…'</c> and <c>$'…'</c>.</summary>
    SingleQuoted = 1 << (SyntaxKind.ShellSingleQuoted - SyntaxKind.ShellScript),

    /// <summary><c>"…"</c></summary>
    DoubleQuoted = 1 << (SyntaxKind.ShellDoubleQuoted - SyntaxKind.ShellScript),

    /// <summary><c>$name</c> and <c>${name}</c>.</summary>
    Parameter = 1 << (SyntaxKind.ShellParameter - SyntaxKind.ShellScript),

    /// <summary><c>$(…)</c> and <c>`…`</c>.</summary>
    CommandSubstitution = 1 << (SyntaxKind.ShellCommandSubstitution - SyntaxKind.ShellScript),

    /// <summary><c>&lt;(…)</c> and <c>&gt;(…)</c>.</summary>
    ProcessSubstitution = 1 << (SyntaxKind.ShellProcessSubstitution - SyntaxKind.ShellScript),

    /// <summary><c>$((…))</c></summary>
    ArithmeticExpansion = 1 << (SyntaxKind.ShellArithmeticExpansion - SyntaxKind.ShellScript),

    /// <summary>Everything.</summary>
    All = ~0,
}
