using DockerfileLint.Analysis.Languages;
using DockerfileLint.Text;

namespace DockerfileLint.LanguageServer.Workspaces;

/// <summary>A document that the client shows, as it is there. Only the thread that takes messages changes it.</summary>
internal sealed class OpenDocument
{
    /// <summary>The client's address.</summary>
    internal required string Uri { get; init; }

    /// <summary>The folder that it lies in.</summary>
    internal required WorkspaceFolder Folder { get; set; }

    /// <summary>The path in its folder, with <c>/</c> between its segments.</summary>
    internal required string Path { get; set; }

    /// <summary>The language; <c>null</c> where the server has nothing to say about the document.</summary>
    internal required Language? Language { get; init; }

    internal int? Version { get; set; }

    internal required SourceText Text { get; set; }

    /// <summary>When the last change came in, as <see cref="System.Diagnostics.Stopwatch"/> counts.</summary>
    internal long ChangedAt { get; set; }
}
