using DockerfileLint.Text;

namespace DockerfileLint.Semantics;

/// <summary>
/// A setting as files of settings write it: <c>sslverify = 0</c>, <c>Acquire::https::Verify-Peer "false";</c>,
/// <c>ssl_verify: no</c>.
/// </summary>
/// <param name="Key">Its name, compared without case.</param>
/// <param name="Value">What its value must be.</param>
internal sealed record SettingText(string Key, OptionValue Value)
{
    /// <summary>Where a text holds one of the settings, from key to value, or <c>null</c>.</summary>
    internal static TextSpan? FindAny(SettingText[] settings, ReadOnlySpan<char> text)
    {
        foreach (SettingText setting in settings)
        {
            if (setting.Find(text) is { } span)
            {
                return span;
            }
        }

        return null;
    }

    private TextSpan? Find(ReadOnlySpan<char> text)
    {
        for (int start = 0; start < text.Length; )
        {
            int found = AsciiText.IndexOfIgnoreCase(text.Slice(start), Key);
            if (found < 0)
            {
                return null;
            }

            int key = start + found;
            int value = key + Key.Length;
            while (value < text.Length && text[value] is '=' or ':' or ' ' or '\t' or '"' or '\'')
            {
                value++;
            }

            int end = value;
            while (end < text.Length && char.IsLetterOrDigit(text[end]))
            {
                end++;
            }

            // "echo skip_gpgcheck=0" names another setting; "\n" before the key is a line break of printf.
            bool isWhole =
                key == 0
                || !IsKeyCharacter(text[key - 1])
                || (text[key - 1] == 'n' && key > 1 && text[key - 2] == '\\');
            if (isWhole && value > key + Key.Length && OptionTable.IsValue(text.Slice(value, end - value), Value))
            {
                return TextSpan.FromBounds(key, end);
            }

            start = key + 1;
        }

        return null;
    }

    private static bool IsKeyCharacter(char c) => char.IsLetterOrDigit(c) || c is '_' or '-';
}
