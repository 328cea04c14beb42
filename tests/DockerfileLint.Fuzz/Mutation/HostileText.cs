using System.Text;

namespace DockerfileLint.Fuzz.Mutation;

/// <summary>What trips readers of any language, in characters and in bytes.</summary>
internal static class HostileText
{
    internal static readonly string[] Atoms =
    [
        "\"\"",
        "''",
        "\"",
        "'",
        "`",
        "\\",
        "\\\n",
        "\\\r\n",
        "\0",
        "\r",
        "\r\n",
        "\n",
        "\n\n",
        "\t",
        "\v",
        "\f",
        "\u0085",
        "\u00A0",
        "\u200B",
        "\u202E",
        "\u2028",
        "\u2029",
        "\uFEFF",
        "\uFFFD",
        "\U0001F600",
        "e\u0301",
        "İ",
        "$",
        "$$",
        "${",
        "${}",
        "${X",
        "${X}",
        "${X:-",
        "${X:-${Y:-z}}",
        "$(",
        "{",
        "}",
        "[",
        "]",
        "(",
        ")",
        "<",
        ">",
        "|",
        "&",
        "*",
        "!",
        "#",
        "%",
        "@",
        "~",
        "/",
        "//",
        "../",
        ".",
        ":",
        "::",
        ";",
        ",",
        "=",
        "-",
        "--",
        "0",
        "-1",
        "007",
        "2147483648",
        "9223372036854775808",
        "1e309",
        "NaN",
        "true",
        "null",
        " ",
        "",
    ];

    /// <summary>
    /// The bytes of a text: UTF-8, and now and then another encoding, a byte order mark or bytes that are no text.
    /// </summary>
    internal static byte[] Encode(string text, Random random)
    {
        switch (random.Next(60))
        {
            case 0:
                return [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)];
            case 1:
                return [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)];
            case 2:
                return [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)];
            case 3:
                byte[] bytes = Encoding.UTF8.GetBytes(text);
                int at = random.Next(bytes.Length + 1);
                byte[] garbage = new byte[random.Next(1, 4)];
                random.NextBytes(garbage);
                garbage[0] |= 0x80;
                return [.. bytes[..at], .. garbage, .. bytes[at..]];
            default:
                return Encoding.UTF8.GetBytes(text);
        }
    }
}
