using System.Collections.Concurrent;
using System.Globalization;

namespace DockerfileLint.Diagnostics;

/// <summary>
/// The rules of ShellCheck, whose numbers stand in the same lists as ours. They belong to that program, so that a
/// descriptor says where to read about a rule and no more.
/// </summary>
public static class ShellCheckRules
{
    private const string Prefix = "SC";
    private const int Digits = 4;

    // A number has one severity in nearly all versions, so that there are hardly more of these than numbers.
    private static readonly ConcurrentDictionary<(int Code, Severity Severity), RuleDescriptor> Descriptors = new();

    /// <summary>The template of all messages, which ShellCheck writes.</summary>
    private static readonly MessageTemplate Message = new("text", "{0}");

    /// <summary>The same as a sentence of ours, for reports that have rules about sentences.</summary>
    private static readonly MessageTemplate Quotation = new("default", "ShellCheck says: '{0}'.");

    /// <summary>The program's name in reports.</summary>
    public const string ToolName = "ShellCheck";

    /// <summary>The address of the program's home page.</summary>
    public const string InformationUri = "https://www.shellcheck.net/";

    /// <summary>
    /// The descriptor of an id such as <c>SC2086</c>, exactly as written; <c>null</c> for any other text. Its severity
    /// is a warning: the true one is known with a finding.
    /// </summary>
    public static RuleDescriptor? Find(string id)
    {
        if (id is null)
        {
            throw new ArgumentNullException(nameof(id));
        }

        return IsMatch(id)
            ? Get(
                int.Parse(id.Substring(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture),
                Severity.Warning
            )
            : null;
    }

    /// <summary>The descriptor of a rule that ShellCheck reports with a severity.</summary>
    internal static RuleDescriptor Get(int code, Severity severity) =>
        Descriptors.GetOrAdd((code, severity), static key => Create(key.Code, key.Severity));

    /// <summary>A message of ShellCheck.</summary>
    internal static DiagnosticMessage CreateMessage(string text) => new(Message, text);

    /// <summary>
    /// A message of ShellCheck as a sentence of ours that quotes it, on the template of its descriptor.
    /// </summary>
    /// <param name="message">A message of a finding whose rule is of <see cref="RuleKind.External"/>.</param>
    public static DiagnosticMessage Quote(DiagnosticMessage message) =>
        new(Quotation, (message ?? throw new ArgumentNullException(nameof(message))).Arguments[0].TrimEnd('.'));

    /// <summary>Whether an id has the form <c>SC2086</c>.</summary>
    internal static bool IsMatch(string id)
    {
        if (id.Length != Prefix.Length + Digits || !id.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return false;
        }

        for (int i = Prefix.Length; i < id.Length; i++)
        {
            if (id[i] is < '0' or > '9')
            {
                return false;
            }
        }

        return true;
    }

    private static RuleDescriptor Create(int code, Severity severity)
    {
        string number = code.ToString("D4", CultureInfo.InvariantCulture);
        string id = Prefix + number;
        return new RuleDescriptor(
            id,
            "shellcheck-" + number,
            [Quotation],
            severity,
            helpUri: InformationUri + "wiki/" + id
        )
        {
            Title = $"ShellCheck reports {id} in a script",
            Summary =
                $"ShellCheck, a program of its own, reports {id} in the script of a RUN instruction. What it means "
                + $"and what to do stands in ShellCheck's wiki.",
            Category = "shellcheck",
            Kind = RuleKind.External,
            EnabledSeverity = severity,
            Precision = RulePrecision.Medium,
        };
    }
}
