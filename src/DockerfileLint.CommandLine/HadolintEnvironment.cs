using System.Collections.Immutable;
using DockerfileLint.Configuration;
using DockerfileLint.Diagnostics;

namespace DockerfileLint.CommandLine;

/// <summary>What hadolint takes from environment variables. An empty variable is not set.</summary>
internal static class HadolintEnvironment
{
    private const string Prefix = "HADOLINT_";

    /// <exception cref="UsageException">A variable has a value that means nothing.</exception>
    internal static HadolintConfiguration Read(Func<string, string?> getVariable)
    {
        string? Get(string name) => getVariable(name) is { Length: > 0 } value ? value : null;
        return new HadolintConfiguration
        {
            Ignored = ReadList(Get(Prefix + "IGNORE")),
            Overrides = ReadOverrides(name => ReadList(Get($"{Prefix}OVERRIDE_{name.ToUpperInvariant()}"))),
            TrustedRegistries = ReadList(Get(Prefix + "TRUSTED_REGISTRIES")),
            LabelSchema =
            [
                .. ReadList(Get(Prefix + "REQUIRE_LABELS"))
                    .Select(label => ReadLabel(Prefix + "REQUIRE_LABELS", label)),
            ],
            StrictLabels = ReadBoolean(Prefix + "STRICT_LABELS", Get),
            DisableIgnorePragma = ReadBoolean(Prefix + "DISABLE_IGNORE_PRAGMA", Get),
            FailureThreshold = Get(Prefix + "FAILURE_THRESHOLD") is { } threshold
                ? ReadThreshold(Prefix + "FAILURE_THRESHOLD", threshold)
                : null,
            NoFail = ReadBoolean(Prefix + "NOFAIL", Get),
            NoColor = Get("NO_COLOR") is null ? null : true,
            Verbose = ReadBoolean(Prefix + "VERBOSE", Get),
            Formats = Get(Prefix + "FORMAT") is { } format ? [ReadFormat(Prefix + "FORMAT", format)] : [],
        };
    }

    /// <summary>The overrides of all severities.</summary>
    /// <param name="getCodes">The ids that are given a severity, by its name.</param>
    internal static ImmutableArray<RuleSeverity> ReadOverrides(Func<string, IEnumerable<string>> getCodes) =>
        [
            .. HadolintConfiguration.SeverityNames.SelectMany(name =>
                getCodes(name).Select(code => new RuleSeverity(code, Enum.Parse<Severity>(name, ignoreCase: true)))
            ),
        ];

    /// <summary>The items of a list with commas between them.</summary>
    internal static ImmutableArray<string> ReadList(string? value) =>
        [.. (value ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>A label as <c>name:type</c>.</summary>
    /// <param name="source">Whose value it is, for the message.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="UsageException">It has another form.</exception>
    internal static LabelRequirement ReadLabel(string source, string value)
    {
        int colon = value.LastIndexOf(':');
        string type = value[(colon + 1)..];
        return colon > 0 && HadolintConfiguration.LabelTypes.Contains(type)
            ? new LabelRequirement(value[..colon], type)
            : throw new UsageException(
                $"{source}: '{value}' is not a label and its type, such as 'version:semver'. "
                    + $"Types: {string.Join(", ", HadolintConfiguration.LabelTypes)}."
            );
    }

    /// <summary>A severity that makes the run fail.</summary>
    /// <exception cref="UsageException">There is no such word.</exception>
    internal static Severity ReadThreshold(string source, string value) =>
        HadolintConfiguration.ReadThreshold(value)
        ?? throw CreateException(source, value, HadolintConfiguration.ThresholdNames);

    /// <summary>A report format.</summary>
    /// <exception cref="UsageException">There is none of that name.</exception>
    internal static string ReadFormat(string source, string value) =>
        HadolintConfiguration.FormatNames.Contains(value)
            ? value
            : throw CreateException(source, value, HadolintConfiguration.FormatNames);

    private static bool? ReadBoolean(string name, Func<string, string?> get) =>
        get(name)?.ToLowerInvariant() switch
        {
            null => null,
            "1" or "y" or "yes" or "on" or "true" => true,
            "0" or "n" or "no" or "off" or "false" => false,
            var value => throw CreateException(name, value, ["true", "false", "1", "0", "yes", "no", "on", "off"]),
        };

    private static UsageException CreateException(string source, string value, ImmutableArray<string> allowed) =>
        new($"{source}: '{value}' is not one of {string.Join(", ", allowed)}.{Suggestion.For(value, allowed)}");
}
