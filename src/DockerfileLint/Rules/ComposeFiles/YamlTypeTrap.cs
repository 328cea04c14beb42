using System.Globalization;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Syntax.Yaml;

namespace DockerfileLint.Rules.ComposeFiles;

[Rule("DC1012")]
internal sealed partial class YamlTypeTrap : ComposeRule
{
    /// <summary>Mappings whose values end as text.</summary>
    private static readonly string[][] TextMappings =
    [
        ["environment"],
        ["labels"],
        ["annotations"],
        ["sysctls"],
        ["build", "args"],
        ["build", "labels"],
        ["deploy", "labels"],
    ];

    public override void VisitService(Service service, ComposeRuleContext context)
    {
        foreach (string[] path in TextMappings)
        {
            if (service.Value.FindPath(path) is ComposeMapping mapping)
            {
                foreach (ComposeEntry entry in mapping.Entries)
                {
                    if (entry.Value is ComposeScalar value)
                    {
                        CheckWord(value, context);
                        CheckNumber(value, context);
                    }
                }
            }
        }

        if (service.Value.GetScalar("restart") is { } restart)
        {
            CheckWord(restart, context);
        }

        foreach (ComposeNode port in service.GetItems("ports"))
        {
            if (
                port is ComposeScalar { Scalar: { Style: YamlScalarStyle.Plain, Tag: null } scalar }
                && IsSexagesimal(scalar.Value)
            )
            {
                context.Report(port.Span, MessagePort(port: scalar.Value));
            }
        }

        foreach (string key in new[] { "secrets", "configs" })
        {
            foreach (ComposeNode item in service.GetItems(key))
            {
                CheckMode((item as ComposeMapping)?.GetScalar("mode"), context);
            }
        }

        foreach (ComposeNode item in service.GetItems("volumes"))
        {
            CheckMode((item as ComposeMapping)?.GetScalar("tmpfs", "mode"), context);
        }
    }

    /// <summary>Text to Compose, a boolean to readers of YAML 1.1.</summary>
    private static void CheckWord(ComposeScalar value, ComposeRuleContext context)
    {
        if (
            value.Scalar is { Style: YamlScalarStyle.Plain, Tag: null } scalar
            && scalar.Value.Length <= 3
            && scalar.Value.ToLowerInvariant() is "yes" or "no" or "on" or "off" or "y" or "n"
        )
        {
            context.Report(value.Span, Message(word: scalar.Value));
        }
    }

    /// <summary>A number or boolean that comes out in another spelling than it is written in.</summary>
    private static void CheckNumber(ComposeScalar value, ComposeRuleContext context)
    {
        if (
            value.Scalar is { Style: YamlScalarStyle.Plain, Tag: null } scalar
            && GetSpelling(scalar) is { } spelling
            && spelling != scalar.Value
        )
        {
            context.Report(value.Span, MessageRewritten(text: scalar.Value, result: spelling));
        }
    }

    private static string? GetSpelling(YamlScalarSyntax scalar)
    {
        switch (scalar.Kind)
        {
            case YamlScalarKind.Boolean:
                return scalar.Value.ToLowerInvariant();
            case YamlScalarKind.Integer:
                return YamlScalarResolver.TryParseInteger(scalar.Value, out long integer)
                    ? integer.ToString(CultureInfo.InvariantCulture)
                    : null;
            case YamlScalarKind.Float:
                // Beyond that many digits and in the exponent's notation the spellings of numbers differ between
                // languages.
                return
                    scalar.Value.Length <= 15
                    && YamlScalarResolver.TryParseFloat(scalar.Value, out double number)
                    && Math.Abs(number) is > 0.0001 and < 1e15
                    ? number.ToString("R", CultureInfo.InvariantCulture)
                    : null;
            default:
                return null;
        }
    }

    private static void CheckMode(ComposeScalar? mode, ComposeRuleContext context)
    {
        if (
            mode?.Scalar is { Kind: YamlScalarKind.Integer } scalar
            && scalar.Value is [>= '1' and <= '7', .. { Length: 2 or 3 } rest]
            && rest.All(digit => digit is >= '0' and <= '7')
        )
        {
            context.Report(mode.Span, MessageMode(mode: scalar.Value, octal: $"0{scalar.Value}"));
        }
    }

    /// <summary>
    /// Numbers below 60 between colons, the first one without a leading zero: a number of base 60 to readers of YAML
    /// 1.1.
    /// </summary>
    private static bool IsSexagesimal(string text)
    {
        string[] parts = text.Split(':');
        if (parts.Length < 2 || parts[0].Length == 0 || parts[0][0] is not (>= '1' and <= '9'))
        {
            return false;
        }

        for (int i = 0; i < parts.Length; i++)
        {
            if (
                !int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out int number)
                || (i > 0 && (number > 59 || parts[i].Length > 2))
            )
            {
                return false;
            }
        }

        return true;
    }
}
