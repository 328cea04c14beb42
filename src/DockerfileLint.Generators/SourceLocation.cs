using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DockerfileLint.Generators;

/// <summary>
/// A place in a page or in a class, as a value: a <see cref="Location"/> would keep its syntax tree alive and never be
/// equal to the next one.
/// </summary>
internal sealed record SourceLocation(string Path, TextSpan Span, LinePositionSpan LineSpan)
{
    internal static SourceLocation From(string path, SourceText text, TextSpan span) =>
        new(path, span, text.Lines.GetLinePositionSpan(span));

    internal static SourceLocation From(Location location) =>
        new(location.GetLineSpan().Path, location.SourceSpan, location.GetLineSpan().Span);

    internal Location ToLocation() => Location.Create(Path, Span, LineSpan);
}
