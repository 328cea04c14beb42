namespace DockerfileLint.Semantics;

/// <summary>What the value of a listed option or setting must be.</summary>
internal enum OptionValue
{
    /// <summary>It takes none.</summary>
    None,

    /// <summary>Any value.</summary>
    Any,

    /// <summary>One that switches off: <c>0</c>, <c>false</c>, <c>no</c>, <c>off</c>.</summary>
    Off,

    /// <summary>One that switches on: <c>1</c>, <c>true</c>, <c>yes</c>, <c>on</c>.</summary>
    On,
}

/// <summary>An option of a command, or a setting that it stores.</summary>
/// <param name="Command">The command, without folder and version: <c>pip</c> for <c>/usr/bin/pip3.12</c>.</param>
/// <param name="Option">The option as it is written, with its dashes; empty where an operand names the setting (<c>npm config set strict-ssl false</c>).</param>
/// <param name="ShortOption">Its letter where it can be bundled with others, or <c>'\0'</c>.</param>
/// <param name="Subcommand">The operand that must come first; empty for any.</param>
/// <param name="Key">The setting that the value or an operand must name, whole or behind a last dot (<c>extras.sslverify=0</c>); empty where the value stands alone.</param>
/// <param name="Value">What the value must be.</param>
internal sealed record OptionTableRow(string Command, string Option, char ShortOption = '\0', string Subcommand = "", string Key = "", OptionValue Value = OptionValue.None);

/// <summary>Where a row of an <see cref="OptionTable"/> was found.</summary>
/// <param name="Row">The row.</param>
/// <param name="Index">The 0-based index of the argument that decides.</param>
internal readonly record struct OptionMatch(OptionTableRow Row, int Index);

/// <summary>Finds listed options among the arguments of a command: bundled letters, values behind <c>=</c> or in the next argument, and everything behind <c>--</c> left alone.</summary>
internal sealed class OptionTable
{
    /// <summary>Letters that take the rest of a bundle or the next argument as their value, of the commands whose listed options can be bundled.</summary>
    private static readonly Dictionary<string, string> LettersWithValue = new(StringComparer.Ordinal)
    {
        ["curl"] = "AbCcDdeEFhHKmoPQrtTuUwxXyYz",
        ["apt-get"] = "oact",
        ["apt"] = "oact",
        ["git"] = "cC",
    };

    private readonly Dictionary<string, OptionTableRow[]> _rows;

    internal OptionTable(IEnumerable<OptionTableRow> rows)
    {
        _rows = rows.GroupBy(row => row.Command, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
    }

    /// <summary>The first listed option of a command, or <c>null</c>.</summary>
    /// <param name="command">The command's name as it is called.</param>
    /// <param name="arguments">What follows it, without quotes; <c>null</c> where the text is not known.</param>
    internal OptionMatch? Find(string command, IReadOnlyList<string?> arguments)
    {
        string name = GetBaseName(command);
        int first = 0;
        if (name == "python" && arguments.Count > 1 && arguments[0] == "-m")
        {
            name = arguments[1] ?? "";
            first = 2;
        }

        if (!_rows.TryGetValue(name, out OptionTableRow[]? rows))
        {
            return null;
        }

        string subcommand = "";
        for (int i = first; i < arguments.Count; i++)
        {
            string? argument = arguments[i];
            if (string.IsNullOrEmpty(argument))
            {
                continue;
            }

            if (argument == "--")
            {
                break;
            }

            string next = i + 1 < arguments.Count ? arguments[i + 1] ?? "" : "";
            bool isOption = argument![0] == '-';
            if (!isOption && subcommand.Length == 0)
            {
                subcommand = argument;
            }

            foreach (OptionTableRow row in rows)
            {
                if ((row.Subcommand.Length == 0 || row.Subcommand == subcommand) && (row.Option.Length == 0 ? !isOption && IsSetting(argument, next, row) : isOption && IsOption(argument, next, row, name)))
                {
                    return new OptionMatch(row, i);
                }
            }

            if (isOption && TakesNext(argument, name))
            {
                i++;
            }
        }

        return null;
    }

    /// <summary>Whether a text switches something on or off, or is any text where that is enough.</summary>
    internal static bool IsValue(ReadOnlySpan<char> text, OptionValue value) => value switch
    {
        OptionValue.None => text.IsEmpty,
        OptionValue.Any => !text.IsEmpty,
        OptionValue.Off => IsWord(text, "0") || IsWord(text, "false") || IsWord(text, "no") || IsWord(text, "off"),
        _ => IsWord(text, "1") || IsWord(text, "true") || IsWord(text, "yes") || IsWord(text, "on"),
    };

    /// <summary>The name of a program without its folder and its version.</summary>
    private static string GetBaseName(string command)
    {
        int start = command.LastIndexOf('/') + 1;
        int end = command.Length;
        if (command.IndexOf("pip", start, StringComparison.Ordinal) == start || command.IndexOf("python", start, StringComparison.Ordinal) == start)
        {
            while (end > start && command[end - 1] is (>= '0' and <= '9') or '.')
            {
                end--;
            }
        }

        return start == 0 && end == command.Length ? command : command.Substring(start, end - start);
    }

    private static bool IsOption(string argument, string next, OptionTableRow row, string command)
    {
        if (argument.StartsWith(row.Option, StringComparison.Ordinal))
        {
            int end = row.Option.Length;
            if (argument.Length == end)
            {
                return row.Value == OptionValue.None || IsKeyAndValue(next, row);
            }

            if (argument[end] == '=' && row.Value != OptionValue.None)
            {
                return IsKeyAndValue(argument.AsSpan(end + 1), row);
            }
        }

        if (row.ShortOption == '\0' || argument.Length < 2 || argument[1] == '-')
        {
            return false;
        }

        LettersWithValue.TryGetValue(command, out string? lettersWithValue);
        for (int i = 1; i < argument.Length; i++)
        {
            if (argument[i] == row.ShortOption)
            {
                return row.Value == OptionValue.None || IsKeyAndValue(i + 1 < argument.Length ? argument.AsSpan(i + 1) : next.AsSpan(), row);
            }

            if (lettersWithValue?.IndexOf(argument[i]) >= 0)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Whether the last letter of a bundle takes the next argument.</summary>
    private static bool TakesNext(string argument, string command)
    {
        if (argument.Length < 2 || argument[1] == '-' || !LettersWithValue.TryGetValue(command, out string? lettersWithValue))
        {
            return false;
        }

        for (int i = 1; i < argument.Length; i++)
        {
            if (lettersWithValue.IndexOf(argument[i]) >= 0)
            {
                return i == argument.Length - 1;
            }
        }

        return false;
    }

    /// <summary>Whether an operand names a setting and it or the next one gives the value.</summary>
    private static bool IsSetting(string operand, string next, OptionTableRow row)
    {
        int equals = operand.IndexOf('=');
        return equals >= 0 ? IsKeyAndValue(operand.AsSpan(), row) : IsKey(operand.AsSpan(), row.Key) && IsValue(next.AsSpan(), row.Value);
    }

    private static bool IsKeyAndValue(string text, OptionTableRow row) => IsKeyAndValue(text.AsSpan(), row);

    private static bool IsKeyAndValue(ReadOnlySpan<char> text, OptionTableRow row)
    {
        if (row.Key.Length == 0)
        {
            return IsValue(text, row.Value);
        }

        int equals = text.IndexOf('=');
        return equals > 0 && IsKey(text.Slice(0, equals), row.Key) && IsValue(text.Slice(equals + 1).Trim('"'), row.Value);
    }

    /// <summary>Whether a key is the listed one, or one for a part of it: <c>extras.sslverify</c>, <c>http.https://host/.sslVerify</c>.</summary>
    private static bool IsKey(ReadOnlySpan<char> text, string key)
    {
        if (text.Equals(key.AsSpan(), StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        int keyDot = key.LastIndexOf('.');
        ReadOnlySpan<char> section = key.AsSpan(0, keyDot + 1);
        ReadOnlySpan<char> name = key.AsSpan(keyDot + 1);
        return text.Length > key.Length && text[text.Length - name.Length - 1] == '.'
            && text.EndsWith(name, StringComparison.OrdinalIgnoreCase) && text.StartsWith(section, StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsWord(ReadOnlySpan<char> text, string word) => text.Equals(word.AsSpan(), StringComparison.OrdinalIgnoreCase);
}
