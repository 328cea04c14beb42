using DockerfileLint.Semantics.Commands;
using DockerfileLint.Text;

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
/// <param name="Option">
/// The option as it is written, with its dashes; empty where an operand names the setting (<c>npm config set strict-ssl
/// false</c>).
/// </param>
/// <param name="ShortOption">Its letter where it can be bundled with others, or <c>'\0'</c>.</param>
/// <param name="Subcommand">The operand that must come first; empty for any.</param>
/// <param name="Key">
/// The setting that the value or an operand must name, whole or behind a last dot (<c>extras.sslverify=0</c>); empty
/// where the value stands alone.
/// </param>
/// <param name="Value">What the value must be.</param>
internal sealed record OptionTableRow(
    string Command,
    string Option,
    char ShortOption = '\0',
    string Subcommand = "",
    string Key = "",
    OptionValue Value = OptionValue.None
);

/// <summary>Where a row of an <see cref="OptionTable"/> was found.</summary>
/// <param name="Row">The row.</param>
/// <param name="Span">The option or the operand that decides.</param>
/// <param name="Value">The value, or <c>null</c> where there is none.</param>
/// <param name="IsValueStatic">Whether nothing in the value is expanded by a shell.</param>
internal readonly record struct OptionMatch(OptionTableRow Row, TextSpan Span, string? Value, bool IsValueStatic);

/// <summary>Finds listed options and settings among the arguments of a command.</summary>
internal sealed class OptionTable
{
    private readonly Dictionary<string, OptionTableRow[]> _rows;

    internal OptionTable(IEnumerable<OptionTableRow> rows)
    {
        _rows = rows.GroupBy(row => row.Command, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
    }

    /// <summary>The first listed option of a command, or <c>null</c>.</summary>
    /// <param name="program">The command's name without a path.</param>
    /// <param name="line">Its arguments.</param>
    internal OptionMatch? Find(string program, ParsedCommandLine line)
    {
        if (!_rows.TryGetValue(program, out OptionTableRow[]? rows))
        {
            string name = CommandGrammars.TrimVersion(program);
            if (name.Length == program.Length || !_rows.TryGetValue(name, out rows))
            {
                return null;
            }
        }

        // Of a program whose grammar is not known, the first operand is all that tells.
        string? subcommand = line.Subcommand ?? (line.Operands.IsEmpty ? null : line.Operands[0].Text);
        foreach (OptionTableRow row in rows)
        {
            if (row.Subcommand.Length > 0 && row.Subcommand != subcommand)
            {
                continue;
            }

            if ((row.Option.Length > 0 ? FindOption(row, line) : FindSetting(row, line)) is { } match)
            {
                return match;
            }
        }

        return null;
    }

    /// <summary>Whether a text switches something on or off, or is any text where that is enough.</summary>
    internal static bool IsValue(ReadOnlySpan<char> text, OptionValue value) =>
        value switch
        {
            OptionValue.None => text.IsEmpty,
            OptionValue.Any => !text.IsEmpty,
            OptionValue.Off => IsWord(text, "0") || IsWord(text, "false") || IsWord(text, "no") || IsWord(text, "off"),
            _ => IsWord(text, "1") || IsWord(text, "true") || IsWord(text, "yes") || IsWord(text, "on"),
        };

    private static OptionMatch? FindOption(OptionTableRow row, ParsedCommandLine line)
    {
        foreach (CommandOption option in line.Options)
        {
            bool isNamed =
                option.Name == row.Option
                || (row.ShortOption != '\0' && option.Name.Length == 2 && option.Name[1] == row.ShortOption);
            if (isNamed && (row.Value == OptionValue.None || IsKeyAndValue(option.Value.AsSpan(), row)))
            {
                return new OptionMatch(row, option.Span, option.Value, option.IsValueStatic);
            }
        }

        return null;
    }

    /// <summary>An operand that names a setting, where it or the next one gives the value.</summary>
    private static OptionMatch? FindSetting(OptionTableRow row, ParsedCommandLine line)
    {
        for (int i = 0; i < line.Operands.Length; i++)
        {
            CommandWord operand = line.Operands[i];
            if (IsKeyAndValue(operand.Text.AsSpan(), row))
            {
                return new OptionMatch(
                    row,
                    operand.Span,
                    operand.Text.Substring(operand.Text.IndexOf('=') + 1),
                    operand.IsStatic
                );
            }

            if (
                i + 1 < line.Operands.Length
                && IsKey(operand.Text.AsSpan(), row.Key)
                && IsValue(line.Operands[i + 1].Text.AsSpan(), row.Value)
            )
            {
                return new OptionMatch(row, operand.Span, line.Operands[i + 1].Text, line.Operands[i + 1].IsStatic);
            }
        }

        return null;
    }

    private static bool IsKeyAndValue(ReadOnlySpan<char> text, OptionTableRow row)
    {
        if (row.Key.Length == 0)
        {
            return IsValue(text, row.Value);
        }

        int equals = text.IndexOf('=');
        return equals > 0
            && IsKey(text.Slice(0, equals), row.Key)
            && IsValue(text.Slice(equals + 1).Trim('"'), row.Value);
    }

    /// <summary>
    /// Whether a key is the listed one, or one for a part of it: <c>extras.sslverify</c>,
    /// <c>http.https://host/.sslVerify</c>, <c>//host/:_authToken</c>.
    /// </summary>
    private static bool IsKey(ReadOnlySpan<char> text, string key)
    {
        if (text.Equals(key.AsSpan(), StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        int keyDot = key.LastIndexOf('.');
        ReadOnlySpan<char> section = key.AsSpan(0, keyDot + 1);
        ReadOnlySpan<char> name = key.AsSpan(keyDot + 1);
        return text.Length > key.Length
            && (text[text.Length - name.Length - 1] is '.' or ':')
            && text.EndsWith(name, StringComparison.OrdinalIgnoreCase)
            && text.StartsWith(section, StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsWord(ReadOnlySpan<char> text, string word) =>
        text.Equals(word.AsSpan(), StringComparison.OrdinalIgnoreCase);
}
