using DockerfileLint.Analysis.Languages;
using DockerfileLint.Text;

namespace DockerfileLint.Files;

/// <summary>A file to lint, or a place where one was expected and cannot be read.</summary>
/// <param name="Path">The path in the output.</param>
/// <param name="FullPath">The absolute path to read, links resolved; empty for standard input.</param>
/// <param name="Language">The language by name or option, or <c>null</c> where the content decides.</param>
internal sealed record InputFile(string Path, string FullPath, Language? Language)
{
    /// <summary>
    /// Whether this is a folder in the place of a file, which is a problem unless it holds files to lint.
    /// </summary>
    internal bool IsFolder { get; init; }

    /// <summary>Whether the bytes come from standard input or an inherited descriptor.</summary>
    internal bool IsStream { get; init; }

    /// <summary>Whether the path says in which folder the file lies; a stream without a name lies in none.</summary>
    internal bool IsInFolder { get; init; } = true;

    /// <summary>
    /// The walk that found the file in its very folder, or <c>null</c> where none did, or a link leads elsewhere.
    /// </summary>
    internal WalkRecord? Walk { get; init; }

    /// <summary>Why the file cannot be read, where that is known already.</summary>
    internal UnreadableReason? Problem { get; init; }

    /// <summary>What goes with <see cref="Problem"/>.</summary>
    internal string ProblemDetail { get; init; } = "";
}
