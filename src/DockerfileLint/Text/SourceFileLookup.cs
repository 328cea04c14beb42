namespace DockerfileLint.Text;

/// <summary>What is known of a path.</summary>
public enum SourceFileStatus
{
    /// <summary>Nobody can tell what stands there, or it cannot be read.</summary>
    Unknown,

    /// <summary>There is no file.</summary>
    Missing,

    /// <summary>There is a file, and it was read.</summary>
    Found,
}

/// <summary>The answer to the question what stands at a path. Immutable.</summary>
public sealed class SourceFileLookup
{
    private SourceFileLookup(SourceFileStatus status, SourceFile? file, UnreadableReason reason, string? detail)
    {
        Status = status;
        File = file;
        Reason = reason;
        Detail = detail;
    }

    /// <summary>Nobody can tell.</summary>
    public static SourceFileLookup Unknown { get; } =
        new(SourceFileStatus.Unknown, file: null, UnreadableReason.Other, detail: null);

    /// <summary>There is no file.</summary>
    public static SourceFileLookup Missing { get; } =
        new(SourceFileStatus.Missing, file: null, UnreadableReason.NotFound, detail: null);

    /// <summary>What is known of the path.</summary>
    public SourceFileStatus Status { get; }

    /// <summary>The file; <c>null</c> unless it was found.</summary>
    public SourceFile? File { get; }

    /// <summary>Why there is no file; without meaning where one was found.</summary>
    public UnreadableReason Reason { get; }

    /// <summary>
    /// What goes with <see cref="Reason"/>: for <see cref="UnreadableReason.Other"/> the reason as a phrase, such as
    /// <c>access is denied</c>, for <see cref="UnreadableReason.TooLarge"/> the length in bytes, otherwise <c>null</c>.
    /// </summary>
    public string? Detail { get; }

    /// <summary>The file was read.</summary>
    public static SourceFileLookup Found(SourceFile file) =>
        new(
            SourceFileStatus.Found,
            file ?? throw new ArgumentNullException(nameof(file)),
            UnreadableReason.Other,
            detail: null
        );

    /// <summary>Something is there and cannot be read.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="detail">What <see cref="Detail"/> says of it.</param>
    public static SourceFileLookup Unreadable(UnreadableReason reason, string? detail = null) =>
        reason == UnreadableReason.NotFound ? Missing : new(SourceFileStatus.Unknown, file: null, reason, detail);
}
