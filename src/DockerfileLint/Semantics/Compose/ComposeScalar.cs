using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Syntax.Yaml;

namespace DockerfileLint.Semantics.Compose;

/// <summary>A scalar of the effective project.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed class ComposeScalar : ComposeNode
{
    private InterpolatedText? _text;

    internal ComposeScalar(YamlScalarSyntax scalar, ComposeScope scope, ComposeOrigin? via)
        : base(scalar, scope, via)
    {
    }

    /// <summary>The scalar as it is written.</summary>
    public YamlScalarSyntax Scalar => (YamlScalarSyntax)Syntax;

    /// <summary>Whether the value is null: empty, <c>~</c> or <c>null</c> without quotes.</summary>
    public bool IsNull => Scalar.IsNull;

    /// <summary>The value with its variables expanded.</summary>
    public InterpolatedText Text => _text ??= InterpolatedText.Create(Scalar);
}
