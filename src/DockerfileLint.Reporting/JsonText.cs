using System.Text.Encodings.Web;
using System.Text.Json;

namespace DockerfileLint.Reporting;

/// <summary>How the JSON reporters write text: readable, and without a raw character that acts on a terminal.</summary>
internal static class JsonText
{
    /// <summary>
    /// Escapes what JSON demands and every control character, but not quotes, angle brackets and letters beyond ASCII:
    /// a report is no HTML, and people read it.
    /// </summary>
    internal static JsonWriterOptions WriterOptions { get; } =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a text property.</summary>
    internal static void WriteText(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, ReadOnlySpan<char> value)
    {
        if (HasBidirectionalControl(value))
        {
            writer.WritePropertyName(name);
            WriteEscaped(writer, value);
        }
        else
        {
            writer.WriteString(name, value);
        }
    }

    /// <summary>Writes a text property whose name is known to need no escaping.</summary>
    internal static void WriteText(this Utf8JsonWriter writer, JsonEncodedText name, ReadOnlySpan<char> value)
    {
        if (HasBidirectionalControl(value))
        {
            writer.WritePropertyName(name);
            WriteEscaped(writer, value);
        }
        else
        {
            writer.WriteString(name, value);
        }
    }

    /// <summary>Writes a text property whose name is known to need no escaping.</summary>
    internal static void WriteText(this Utf8JsonWriter writer, JsonEncodedText name, string value) =>
        WriteText(writer, name, value.AsSpan());

    /// <summary>Writes a text property.</summary>
    internal static void WriteText(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, string value) =>
        WriteText(writer, name, value.AsSpan());

    /// <summary>Writes a text as an array element.</summary>
    internal static void WriteTextValue(this Utf8JsonWriter writer, string value)
    {
        if (HasBidirectionalControl(value.AsSpan()))
        {
            WriteEscaped(writer, value.AsSpan());
        }
        else
        {
            writer.WriteStringValue(value);
        }
    }

    // The relaxed encoder lets these through, the default one writes everything beyond ASCII as \u….
    private static void WriteEscaped(Utf8JsonWriter writer, ReadOnlySpan<char> value) =>
        writer.WriteRawValue(
            "\"" + JavaScriptEncoder.Default.Encode(value.ToString()) + "\"",
            skipInputValidation: true
        );

    private static bool HasBidirectionalControl(ReadOnlySpan<char> text)
    {
#if NET
        // Most texts end here; the search is vectorized.
        int first = text.IndexOfAnyExceptInRange('\0', '\u061B');
        text = first < 0 ? [] : text[first..];
#endif
        foreach (char c in text)
        {
            if (c is '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'))
            {
                return true;
            }
        }

        return false;
    }
}
