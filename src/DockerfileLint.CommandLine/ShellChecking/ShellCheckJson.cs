using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using DockerfileLint.Analysis.External;
using DockerfileLint.Diagnostics;

namespace DockerfileLint.CommandLine.ShellChecking;

/// <summary>
/// Reads ShellCheck's format <c>json1</c>. What it holds comes from a program that read untrusted text, so nothing in
/// it is relied on.
/// </summary>
internal static class ShellCheckJson
{
    /// <summary>The findings, or <c>null</c> where the text is not what it should be.</summary>
    /// <param name="json">What the program wrote.</param>
    /// <param name="scripts">The scripts by the numbers that are their file names.</param>
    internal static ImmutableArray<ShellCheckFinding>? Read(
        ReadOnlyMemory<byte> json,
        IReadOnlyList<ShellCheckScript> scripts
    )
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            if (
                document.RootElement.ValueKind != JsonValueKind.Object
                || !document.RootElement.TryGetProperty("comments"u8, out JsonElement comments)
                || comments.ValueKind != JsonValueKind.Array
            )
            {
                return null;
            }

            ImmutableArray<ShellCheckFinding>.Builder findings = ImmutableArray.CreateBuilder<ShellCheckFinding>(
                comments.GetArrayLength()
            );
            foreach (JsonElement comment in comments.EnumerateArray())
            {
                if (Read(comment, scripts) is not { } finding)
                {
                    return null;
                }

                findings.Add(finding);
            }

            return findings.MoveToImmutable();
        }
        catch (Exception exception)
            when (exception is JsonException or InvalidOperationException or FormatException or KeyNotFoundException)
        {
            return null;
        }
    }

    private static ShellCheckFinding? Read(JsonElement comment, IReadOnlyList<ShellCheckScript> scripts)
    {
        Severity? severity = comment.GetProperty("level"u8).GetString() switch
        {
            "error" => Severity.Error,
            "warning" => Severity.Warning,
            "info" => Severity.Info,
            "style" => Severity.Style,
            _ => null,
        };
        int code = GetNumber(comment, "code"u8);
        return
            severity is { } weight
            && code is >= 0 and <= 9999
            && comment.GetProperty("message"u8).GetString() is { } message
            && int.TryParse(
                comment.GetProperty("file"u8).GetString(),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out int index
            )
            && index < scripts.Count
            ? new ShellCheckFinding(
                scripts[index],
                code,
                weight,
                message,
                GetNumber(comment, "line"u8),
                GetNumber(comment, "column"u8),
                GetNumber(comment, "endLine"u8),
                GetNumber(comment, "endColumn"u8)
            )
            : null;
    }

    /// <summary>A number; -1 where it is too large to be one of a place.</summary>
    private static int GetNumber(JsonElement comment, ReadOnlySpan<byte> name) =>
        comment.TryGetProperty(name, out JsonElement value) && value.TryGetInt32(out int number) ? number : -1;
}
