namespace DockerfileLint.Tests.LanguageServer;

/// <summary>What clients can do.</summary>
internal static class Capabilities
{
    /// <summary>Asks for findings and watches files.</summary>
    internal static object Pull { get; } = new
    {
        textDocument = new { diagnostic = new { } },
        workspace = new
        {
            diagnostics = new { refreshSupport = true },
            didChangeWatchedFiles = new { dynamicRegistration = true },
        },
    };

    /// <summary>Is sent findings and watches files.</summary>
    internal static object Push { get; } = new
    {
        workspace = new { didChangeWatchedFiles = new { dynamicRegistration = true } },
    };

    /// <summary>Counts bytes.</summary>
    internal static object Utf8 { get; } = new { general = new { positionEncodings = new[] { "utf-8", "utf-16" } } };
}
