using System.Diagnostics.CodeAnalysis;

namespace DockerfileLint.Syntax;

/// <summary>What a token is.</summary>
[Experimental(ExperimentalApi.Id)]
public enum SyntaxKind : byte
{
    /// <summary>No token.</summary>
    None = 0,

    // Shared
    /// <summary>Blanks inside or between lines.</summary>
    Whitespace,

    /// <summary>A line end: LF, CR LF or, where the language knows it, a lone CR.</summary>
    NewLine,

    /// <summary>A comment from its <c>#</c> to before the line end.</summary>
    Comment,

    /// <summary>Text that the parser could not place.</summary>
    SkippedText,

    // Dockerfile
    /// <summary>A parser directive: a comment such as <c># syntax=…</c> in the header.</summary>
    ParserDirective,

    /// <summary>The name of an instruction.</summary>
    Keyword,

    /// <summary>A flag such as <c>--from=build</c>.</summary>
    Flag,

    /// <summary>An argument, or a part of one.</summary>
    Argument,

    /// <summary>The escape character at the end of a continued line, with the blanks after it.</summary>
    Continuation,

    /// <summary>The lines of a here-document.</summary>
    HeredocBody,

    /// <summary>The line that ends a here-document.</summary>
    HeredocTerminator,

    // YAML
    /// <summary>A plain, quoted or block scalar.</summary>
    Scalar,

    /// <summary>An indicator such as <c>:</c>, <c>-</c>, <c>[</c>, <c>---</c>.</summary>
    Indicator,

    /// <summary>An anchor <c>&amp;name</c>.</summary>
    Anchor,

    /// <summary>An alias <c>*name</c>.</summary>
    Alias,

    /// <summary>A tag <c>!name</c>.</summary>
    Tag,

    /// <summary>A directive <c>%YAML</c>.</summary>
    YamlDirective,
}
