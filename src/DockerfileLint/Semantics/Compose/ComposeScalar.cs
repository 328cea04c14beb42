using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Compose;

/// <summary>A scalar of the effective project.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed class ComposeScalar : ComposeNode
{
    // 0-based offset of the value in the written scalar: behind the equals sign of KEY=VALUE.
    private readonly int _start;
    private InterpolatedText? _text;

    internal ComposeScalar(YamlScalarSyntax scalar, ComposeScope scope, ComposeOrigin? via, int start = 0)
        : base(scalar, scope, via)
    {
        _start = start;
    }

    /// <summary>The scalar as it is written.</summary>
    public YamlScalarSyntax Scalar => (YamlScalarSyntax)Syntax;

    /// <summary>Whether the value is null: empty, <c>~</c> or <c>null</c> without quotes.</summary>
    public bool IsNull => _start == 0 && Scalar.IsNull;

    /// <summary>What the value means; the part of <c>KEY=VALUE</c> is always text.</summary>
    public YamlScalarKind Kind => _start == 0 ? Scalar.Kind : YamlScalarKind.String;

    /// <summary>The value with its variables expanded.</summary>
    public InterpolatedText Text => _text ?? InterlockedOperations.Initialize(ref _text, Scope.Expand(Scalar, _start));

    /// <inheritdoc/>
    public override SourceSpan Span =>
        _start == 0 ? base.Span : Scope.At(Scalar.GetSourceSpan(TextSpan.FromBounds(_start, Scalar.Value.Length)));

    /// <summary>
    /// Gets the value where it is known, or would be if nobody set the variables that files leave open.
    /// </summary>
    internal bool TryGetValueIfUnset([NotNullWhen(true)] out string? value) =>
        Text.TryGetValue(out value)
        || (((ComposeScalar)With(OpenVariables.Unset)).Text.TryGetValue(out value) && value.Length > 0);

    internal override ComposeNode Through(ComposeStep step) =>
        new ComposeScalar(Scalar, step.Enter(Scope), step.Follow(Scope, InnerVia), _start);

    internal override ComposeNode With(OpenVariables open) =>
        new ComposeScalar(Scalar, Scope.With(open), InnerVia, _start);
}
