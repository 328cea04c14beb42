using System.Globalization;
using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Exposure;

[Rule("DC5014")]
internal sealed partial class DebugPortPublished : GrantRule
{
    /// <summary>What starts a debugger, and the port that it then listens on unless another is written.</summary>
    private static readonly (string Sign, string Debugger, int Port)[] Debuggers =
    [
        ("jdwp", "Java's debugger", 5005),
        ("--inspect", "the inspector of Node.js", 9229),
        ("debugpy", "debugpy", 5678),
        ("dlv ", "Delve", 2345),
        ("--remote-debugging-port", "the DevTools of Chrome", 9222),
    ];

    public override void VisitService(Service service, ComposeRuleContext context)
    {
        if (service.Ports.Count == 0)
        {
            return;
        }

        string? texts = null;
        foreach (ServicePort port in service.GetPublishedPorts())
        {
            if (
                !port.IsTcp()
                || !port.IsOnAllInterfaces()
                || port.Target.GetRange() is not { } target
                || target.First != target.Last
            )
            {
                continue;
            }

            texts ??= JoinTexts(service);
            if (FindDebugger(texts, target.First) is { } debugger)
            {
                context.Report(
                    port.Span,
                    Message(
                        port: port.Describe(),
                        service: service.Name,
                        debugger: debugger,
                        target: target.First.ToString(CultureInfo.InvariantCulture)
                    )
                );
            }
        }
    }

    private static string? FindDebugger(string texts, int port)
    {
        foreach ((string sign, string debugger, int usual) in Debuggers)
        {
            int start = texts.IndexOf(sign, StringComparison.Ordinal);
            if (start >= 0)
            {
                int end = texts.IndexOf('\n', start);
                string rest = texts.Substring(start, (end < 0 ? texts.Length : end) - start);
                if (port == usual || HasNumber(rest, port))
                {
                    return debugger;
                }
            }
        }

        return null;
    }

    private static bool HasNumber(string text, int number)
    {
        string digits = number.ToString(CultureInfo.InvariantCulture);
        for (
            int i = text.IndexOf(digits, StringComparison.Ordinal);
            i >= 0;
            i = text.IndexOf(digits, i + 1, StringComparison.Ordinal)
        )
        {
            int end = i + digits.Length;
            if ((i == 0 || !char.IsDigit(text[i - 1])) && (end == text.Length || !char.IsDigit(text[end])))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The command line in one line, and each variable of the environment in another.</summary>
    private static string JoinTexts(Service service) =>
        string.Join(
            " ",
            service.GetTexts("entrypoint").Concat(service.GetTexts("command")).Select(text => text.DisplayText)
        )
        + "\n"
        + string.Join("\n", service.GetKeyValues("environment").Select(entry => entry.Text?.DisplayText));
}
