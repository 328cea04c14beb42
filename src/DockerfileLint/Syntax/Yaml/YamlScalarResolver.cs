using System.Globalization;

namespace DockerfileLint.Syntax.Yaml;

/// <summary>Decides what a scalar means as go-yaml does, which is what Compose uses.</summary>
internal static class YamlScalarResolver
{
    private const string TagPrefix = "tag:yaml.org,2002:";

    internal static YamlScalarKind Resolve(YamlScalarSyntax scalar)
    {
        switch (scalar.Tag)
        {
            case null when scalar.Style == YamlScalarStyle.Plain:
                return ResolvePlain(scalar.Value);
            case TagPrefix + "null":
                return YamlScalarKind.Null;
            case TagPrefix + "bool":
                return YamlScalarKind.Boolean;
            case TagPrefix + "int":
                return YamlScalarKind.Integer;
            case TagPrefix + "float":
                return YamlScalarKind.Float;
            case { } tag
                when scalar.Style == YamlScalarStyle.Plain
                    && tag.Length > 1
                    && !tag.StartsWith(TagPrefix, StringComparison.Ordinal):
                // A local tag such as Compose's !override says nothing about the type.
                return ResolvePlain(scalar.Value);
            default:
                return YamlScalarKind.String;
        }
    }

    internal static YamlScalarKind ResolvePlain(string value)
    {
        if (value.Length == 0)
        {
            return YamlScalarKind.Null;
        }

        char first = value[0];
        if (first is (>= '0' and <= '9') or '+' or '-' or '.')
        {
            return TryParseInteger(value, out _) ? YamlScalarKind.Integer
                : TryParseFloat(value, out _) ? YamlScalarKind.Float
                : YamlScalarKind.String;
        }

        return value switch
        {
            "~" or "null" or "Null" or "NULL" => YamlScalarKind.Null,
            "true" or "True" or "TRUE" or "false" or "False" or "FALSE" => YamlScalarKind.Boolean,
            _ => YamlScalarKind.String,
        };
    }

    /// <summary>
    /// Reads decimal, <c>0x</c>, <c>0o</c>, <c>0b</c> and leading-zero octal numbers with optional sign and <c>_</c>
    /// between digits.
    /// </summary>
    internal static bool TryParseInteger(string text, out long value)
    {
        value = 0;
        int i = 0;
        bool negative = false;
        if (text.Length > 0 && text[0] is '+' or '-')
        {
            negative = text[0] == '-';
            i = 1;
        }

        int radix = 10;
        if (i + 1 < text.Length && text[i] == '0')
        {
            radix = (text[i + 1] | 0x20) switch
            {
                'x' => 16,
                'o' => 8,
                'b' => 2,
                _ => 0,
            };
            i += radix == 0 ? 1 : 2;
            radix = radix == 0 ? 8 : radix;
        }

        ulong magnitude = 0;
        bool any = false;
        for (; i < text.Length; i++)
        {
            char c = text[i];
            if (c == '_')
            {
                continue;
            }

            int digit =
                c is >= '0' and <= '9' ? c - '0'
                : (c | 0x20) is >= 'a' and <= 'f' ? (c | 0x20) - 'a' + 10
                : 99;
            if (digit >= radix || magnitude > (ulong.MaxValue - (ulong)digit) / (ulong)radix)
            {
                return false;
            }

            magnitude = (magnitude * (ulong)radix) + (ulong)digit;
            any = true;
        }

        if (!any || magnitude > long.MaxValue)
        {
            // What lies between long and unsigned long is a number too, but no key of Compose takes it.
            return false;
        }

        value = negative ? -(long)magnitude : (long)magnitude;
        return true;
    }

    internal static bool TryParseFloat(string text, out double value)
    {
        switch (text)
        {
            case ".inf" or ".Inf" or ".INF" or "+.inf" or "+.Inf" or "+.INF":
                value = double.PositiveInfinity;
                return true;
            case "-.inf" or "-.Inf" or "-.INF":
                value = double.NegativeInfinity;
                return true;
            case ".nan" or ".NaN" or ".NAN":
                value = double.NaN;
                return true;
        }

        value = 0;
        string digits = text.IndexOf('_') < 0 ? text : text.Replace("_", "");
        foreach (char c in digits)
        {
            // Go reads no blanks, no thousands separators and no words here.
            if (c is not ((>= '0' and <= '9') or '+' or '-' or '.' or 'e' or 'E'))
            {
                return false;
            }
        }

        return double.TryParse(
            digits,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
            CultureInfo.InvariantCulture,
            out value
        );
    }
}
