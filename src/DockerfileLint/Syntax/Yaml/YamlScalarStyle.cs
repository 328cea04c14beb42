using System.Diagnostics.CodeAnalysis;

namespace DockerfileLint.Syntax.Yaml;

/// <summary>How a scalar is written.</summary>
[Experimental(ExperimentalApi.Id)]
public enum YamlScalarStyle : byte
{
    /// <summary>Without quotes.</summary>
    Plain,

    /// <summary>In <c>'</c>.</summary>
    SingleQuoted,

    /// <summary>In <c>"</c>, with escapes.</summary>
    DoubleQuoted,

    /// <summary>A block after <c>|</c>: line ends are kept.</summary>
    Literal,

    /// <summary>A block after <c>&gt;</c>: line ends are folded.</summary>
    Folded,
}

/// <summary>
/// What a scalar means under Compose's YAML reader, which follows YAML 1.2: <c>yes</c>, <c>no</c>, <c>on</c> and base
/// 60 are strings.
/// </summary>
[Experimental(ExperimentalApi.Id)]
public enum YamlScalarKind : byte
{
    /// <summary>Text.</summary>
    String,

    /// <summary>Nothing, <c>~</c>, <c>null</c>.</summary>
    Null,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A number with fraction or exponent, infinity, or not a number.</summary>
    Float,
}
