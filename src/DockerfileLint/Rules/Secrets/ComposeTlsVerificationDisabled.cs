using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Commands;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.Secrets;

[Rule("DC5010")]
internal sealed partial class ComposeTlsVerificationDisabled : GrantRule
{
    /// <summary>Beginnings of addresses that nobody can come between.</summary>
    private static readonly string[] LoopbackHosts = ["localhost", "127.0.0.1", "[::1]"];

    public override void VisitService(Service service, ComposeRuleContext context)
    {
        foreach (ComposeKeyValue variable in service.GetAllEnvironment().Concat(service.Build?.Arguments ?? []))
        {
            if (
                variable.Text is { } text
                && text.TryGetValue(out string? value)
                && TlsVerification.IsSwitchedOffBy(variable.Name, value)
            )
            {
                context.Report(text.Span, Message(service: service.Name, setting: $"{variable.Name}={value}"));
            }
        }

        foreach (ServiceCommand command in ServiceCommand.Find(service))
        {
            if (
                !command.Words.Any(IsLoopback)
                && TlsVerification.FindOption(command.Name, command.ParseArguments()) is { } match
            )
            {
                SourceSpan span = command.Locate(match.Span);
                context.Report(
                    span,
                    Message(
                        service: service.Name,
                        setting: match.Row.Option.Length > 0 ? match.Row.Option : span.GetText()
                    )
                );
            }
        }
    }

    private static bool IsLoopback(CommandWord word)
    {
        int scheme = word.Text.IndexOf("://", StringComparison.Ordinal);
        string address = scheme < 0 ? word.Text : word.Text.Substring(scheme + 3);
        return Array.Exists(LoopbackHosts, host => address.StartsWith(host, StringComparison.OrdinalIgnoreCase));
    }
}
