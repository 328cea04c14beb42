using Microsoft.CodeAnalysis;

namespace DockerfileLint.Generators;

/// <summary>An error in a page or class, as a value.</summary>
internal sealed record Problem(
    DiagnosticDescriptor Descriptor,
    SourceLocation Location,
    EquatableArray<string> Arguments
)
{
    internal Problem(DiagnosticDescriptor descriptor, SourceLocation location, params string[] arguments)
        : this(descriptor, location, arguments.ToEquatableArray()) { }

    internal Diagnostic ToDiagnostic() => Diagnostic.Create(Descriptor, Location.ToLocation(), [.. Arguments]);
}
