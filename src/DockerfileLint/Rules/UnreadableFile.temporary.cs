using DockerfileLint.Diagnostics;

namespace DockerfileLint.Rules;

internal static class RuleDescriptors
{
    internal static RuleDescriptor UnreadableFile { get; } = new()
    {
        Id = "DL9001",
        Name = "unreadable-file",
        Title = "A file could not be read",
        Summary = "A file could not be read, so nothing in it was judged.",
        Category = "tool",
        Kind = RuleKind.Notification,
        DefaultSeverity = Severity.Error,
        EnabledSeverity = Severity.Error,
        Messages =
        [
            new MessageTemplate("default", "The file '{0}' could not be read: {1}."),
            new MessageTemplate("too-large", "The file '{0}' has {1} bytes; files above {2} bytes are not read."),
            new MessageTemplate("binary", "The file '{0}' holds NUL bytes, so it is no text."),
            new MessageTemplate("link-loop", "The symbolic links behind '{0}' lead in a circle."),
            new MessageTemplate("not-found", "The file '{0}' does not exist."),
        ],
        HelpUri = "https://example.org/DL9001",
    };
}

internal static class UnreadableFileMessages
{
    internal static DiagnosticMessage Default(string path, string reason) => new(RuleDescriptors.UnreadableFile.Messages[0], path, reason);

    internal static DiagnosticMessage TooLarge(string path, string size, string limit) => new(RuleDescriptors.UnreadableFile.Messages[1], path, size, limit);

    internal static DiagnosticMessage Binary(string path) => new(RuleDescriptors.UnreadableFile.Messages[2], path);

    internal static DiagnosticMessage LinkLoop(string path) => new(RuleDescriptors.UnreadableFile.Messages[3], path);

    internal static DiagnosticMessage NotFound(string path) => new(RuleDescriptors.UnreadableFile.Messages[4], path);
}
