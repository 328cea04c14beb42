using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using DockerfileLint.Fuzz.Targets;

namespace DockerfileLint.Fuzz.Running;

/// <summary>Tells of an input that fails: a file, and a test case to paste.</summary>
internal static class FailureReport
{
    private const int MaxShownLength = 4000;
    private const string BytesPrefix = "base64:";

    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    internal static void Write(
        FuzzTarget target,
        Failure failure,
        byte[] input,
        FuzzSettings settings,
        TextWriter console
    )
    {
        console.WriteLine($"{target.Name}: {failure.Text}");
        if (settings.Output is { } folder)
        {
            string name = $"{target.Name}-{Convert.ToHexStringLower(SHA256.HashData(input))[..12]}";
            string path = Path.Combine(folder, name);
            File.WriteAllBytes(path, input);
            File.WriteAllText($"{path}.txt", $"{failure.Text}\n\n{CreateTestCase(target, input)}\n");
            console.WriteLine($"{target.Name}: written to {path}");
        }

        if (input.Length <= MaxShownLength)
        {
            console.WriteLine($"{target.Name}: as a test case of FuzzTests:\n{CreateTestCase(target, input)}");
        }
    }

    /// <summary>A line of C#: with the text where the bytes are one, otherwise with the bytes.</summary>
    internal static string CreateTestCase(FuzzTarget target, byte[] input)
    {
        string text = Encoding.UTF8.GetString(input);
        return Encoding.UTF8.GetBytes(text).AsSpan().SequenceEqual(input)
            ? $"[TestCase(\"{target.Name}\", {ToLiteral(text)})]"
            : $"[TestCase(\"{target.Name}\", \"{BytesPrefix}{Convert.ToBase64String(input)}\")]";
    }

    /// <summary>The bytes of a test case's second argument.</summary>
    internal static byte[] ReadTestCase(string argument) =>
        argument.StartsWith(BytesPrefix, StringComparison.Ordinal)
            ? Convert.FromBase64String(argument[BytesPrefix.Length..])
            : Encoding.UTF8.GetBytes(argument);

    private static string ToLiteral(string text)
    {
        // A string of JSON is one of C#, but for characters that end a line there or cannot be seen.
        var literal = new StringBuilder();
        foreach (char c in JsonSerializer.Serialize(text, Json))
        {
            _ = c is >= ' ' and <= '~' ? literal.Append(c) : literal.Append($"\\u{(int)c:x4}");
        }

        return literal.ToString();
    }
}
