namespace DockerfileLint.Diagnostics;

/// <summary>
/// Something that the tool says about itself, such as a file that could not be read or a rule that crashed; SARIF's
/// <c>toolExecutionNotification</c>.
/// </summary>
/// <param name="Rule">A descriptor of kind <see cref="RuleKind.Notification"/>.</param>
/// <param name="Message">What happened and what to do.</param>
/// <param name="Path">The file it is about, relative to the linted root with <c>/</c>, or <c>null</c>.</param>
/// <param name="Location">The place in it, or <c>null</c>.</param>
public sealed record Notification(RuleDescriptor Rule, DiagnosticMessage Message, string? Path, Location? Location)
{
    /// <summary>Weight, that of the rule unless set; an error means that something was not analysed.</summary>
    public Severity Severity { get; init; } = Rule.DefaultSeverity;
}
