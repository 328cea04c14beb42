using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Privilege;

[Rule("DC3019")]
internal sealed partial class HostProgram : GrantRule
{
    private static readonly char[] Separators = ['/', '\\'];

    public override void VisitService(Service service, ComposeRuleContext context)
    {
        // A name alone is that of a plugin or program that somebody installed.
        if (
            service.GetText("provider", "type") is { } type
            && type.TryGetValue(out string? program)
            && program.IndexOfAny(Separators) >= 0
        )
        {
            context.Report(type.Span, Message(service: service.Name, program: program));
        }
    }
}
