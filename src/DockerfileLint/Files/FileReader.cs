using System.Globalization;
using DockerfileLint.Text;

namespace DockerfileLint.Files;

/// <summary>What reading a file gave: a text, or why there is none.</summary>
internal readonly record struct ReadOutcome(
    SourceText? Text,
    UnreadableReason Reason = UnreadableReason.Other,
    string Detail = ""
)
{
    /// <summary>The reason as a phrase, for a file that is no file to lint.</summary>
    internal string Phrase =>
        Detail.Length > 0 ? Detail
        : Reason == UnreadableReason.NotFound ? "there is no such file or folder"
        : "the system reports an error";
}

/// <summary>Reads files that nobody vouches for: too long, binary, no file at all, gone meanwhile.</summary>
internal static class FileReader
{
    /// <summary>Reads a file whose links are resolved. Never blocks on pipes and devices.</summary>
    internal static ReadOutcome Read(string path, AnalysisBudget? budget = null)
    {
        budget ??= AnalysisBudget.Default;
        try
        {
            long length = new FileInfo(path).Length;
            if (length > budget.MaxFileLength)
            {
                return new ReadOutcome(null, UnreadableReason.TooLarge, length.ToString(CultureInfo.InvariantCulture));
            }

            if (length == 0 && SpecialFile.IsPipeOrTerminal(path))
            {
                return new ReadOutcome(null, UnreadableReason.Other, "it is a pipe or a device, not a regular file");
            }

            using var stream = new FileStream(
                path,
                new FileStreamOptions
                {
                    Share = FileShare.ReadWrite | FileShare.Delete,
                    BufferSize = 0,
                    Options = FileOptions.SequentialScan,
                }
            );
            return Read(stream, (int)length, budget);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Explain(exception);
        }
    }

    /// <summary>Reads a stream to its end.</summary>
    /// <exception cref="IOException">The stream failed.</exception>
    internal static ReadOutcome Read(Stream stream, int expectedLength = 4095, AnalysisBudget? budget = null)
    {
        int maxLength = (budget ?? AnalysisBudget.Default).MaxFileLength;
        // One byte more than expected, so that the end shows without growing.
        byte[] bytes = new byte[expectedLength + 1];
        int count = 0;
        while (true)
        {
            int read = stream.Read(bytes, count, bytes.Length - count);
            if (read == 0)
            {
                break;
            }

            count += read;
            if (count > maxLength)
            {
                return new ReadOutcome(
                    null,
                    UnreadableReason.Other,
                    string.Create(CultureInfo.InvariantCulture, $"it is longer than {maxLength} bytes")
                );
            }

            if (count == bytes.Length)
            {
                Array.Resize(ref bytes, Math.Min(bytes.Length * 2, maxLength + 1));
            }
        }

        Array.Resize(ref bytes, count);
        return IsBinary(bytes)
            ? new ReadOutcome(null, UnreadableReason.Binary)
            : new ReadOutcome(SourceText.From(bytes));
    }

    /// <summary>What an exception of the file system means, without the absolute path that its message holds.</summary>
    internal static ReadOutcome Explain(Exception exception) =>
        exception switch
        {
            FileNotFoundException or DirectoryNotFoundException => new ReadOutcome(null, UnreadableReason.NotFound),
            UnauthorizedAccessException => new ReadOutcome(null, UnreadableReason.Other, "access is denied"),
            _ => new ReadOutcome(null, UnreadableReason.Other, GetPhrase(exception)),
        };

    /// <summary>
    /// The system's words, such as <c>no space left on device</c>, or its number where the words hold a path.
    /// </summary>
    private static string GetPhrase(Exception exception)
    {
        string words = exception.Message.Split(" : '")[0].TrimEnd('.');
        return words.Contains('\'') || words.Length == 0
            ? string.Create(CultureInfo.InvariantCulture, $"the system reports an error (0x{exception.HResult:X8})")
            : char.ToLowerInvariant(words[0]) + words[1..];
    }

    // UTF-16 is full of NUL bytes and is text all the same; it always has its mark.
    private static bool IsBinary(ReadOnlySpan<byte> bytes) =>
        bytes.Contains((byte)0) && !(bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]);
}
