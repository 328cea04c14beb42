namespace DockerfileLint.CommandLine.Output;

/// <summary>The formats of <c>audit</c>.</summary>
internal static class AuditFormats
{
    internal static readonly string[] All =
    [
        OutputRequest.Text,
        OutputRequest.Json,
        OutputRequest.Markdown,
        OutputRequest.Sarif,
        OutputRequest.Html,
    ];
}
