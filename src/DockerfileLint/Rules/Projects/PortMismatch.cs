using System.Globalization;
using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Semantics.Projects;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.Projects;

[Rule("DX1008")]
internal sealed partial class PortMismatch : ProjectRule
{
    /// <summary>Images of systems and languages, which listen to nothing by themselves.</summary>
    private static readonly string[] SilentBases =
    [
        "alpine",
        "busybox",
        "debian",
        "ubuntu",
        "centos",
        "fedora",
        "almalinux",
        "rockylinux",
        "golang",
        "node",
        "python",
        "ruby",
        "rust",
        "openjdk",
        "eclipse-temurin",
        "amazoncorretto",
    ];

    public override void VisitContainer(EffectiveContainer container, ProjectRuleContext context)
    {
        if (
            container.Image.Build is not { Model: { } model, Image: { } image } build
            || image.Ports.IsEmpty
            || !IsSilent(image)
            || container.Service.Ports.Count == 0
        )
        {
            return;
        }

        var exposed = new List<(int First, int Last)>();
        foreach (Fact<string> port in image.Ports)
        {
            // A port that nobody knows may be any.
            if (!port.TryGetValue(out string? text) || !TryReadRange(text.Split('/')[0], out (int, int) range))
            {
                return;
            }

            exposed.Add(range);
        }

        foreach (ServicePort port in container.Service.Ports.Take(AnalysisBudget.MaxSearchedPorts))
        {
            if (
                port.Target is { } target
                && target.TryGetValue(out string? text)
                && TryReadRange(text, out (int First, int Last) range)
                && range.First == range.Last
                && !exposed.Exists(one => one.First <= range.First && range.First <= one.Last)
                && !IsMentioned(text, model, container.Service)
            )
            {
                context.Report(
                    target.Span,
                    Message(port: text, service: container.Name, exposed: image.Ports[0].DisplayText),
                    FactSteps
                        .Of(container.Service)
                        .Add(new FactStep(target.Span, "The port is published here."))
                        .Add(new FactStep(build.Map(image.Ports[0].Span), "The image names another one here."))
                );
            }
        }
    }

    private static bool IsSilent(ImageConfiguration image) =>
        image.IsComplete
        || (
            image.Stage.RootStage.BaseName.TryGetValue(out string? name)
            && ImageReference.TryParse(name) is { } reference
            && Array.IndexOf(SilentBases, reference.FamiliarName) >= 0
        );

    /// <summary>
    /// Whether the port is configured: its number stands in the Dockerfile, or in the service elsewhere.
    /// </summary>
    private static bool IsMentioned(string port, DockerfileModel model, Service service) =>
        ContainsNumber(model.Tree.Text.ToString(), port)
        || service.GetAllKeyValues().Any(pair => pair.Text is { } text && IsIn(text, port))
        || service.GetAllCommandTexts().Any(text => IsIn(text, port))
        || service.GetTexts("env_file").Any();

    private static bool IsIn(InterpolatedText text, string port) =>
        !text.TryGetValue(out string? known) || ContainsNumber(known, port);

    private static bool ContainsNumber(string text, string number)
    {
        for (
            int at = text.IndexOf(number, StringComparison.Ordinal);
            at >= 0;
            at = text.IndexOf(number, at + 1, StringComparison.Ordinal)
        )
        {
            int end = at + number.Length;
            if ((at == 0 || !char.IsDigit(text[at - 1])) && (end == text.Length || !char.IsDigit(text[end])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool TryReadRange(string text, out (int First, int Last) range)
    {
        string[] ends = text.Split('-');
        range = default;
        if (
            ends.Length > 2
            || !int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out int first)
            || !int.TryParse(ends[ends.Length - 1], NumberStyles.None, CultureInfo.InvariantCulture, out int last)
        )
        {
            return false;
        }

        range = (first, last);
        return true;
    }
}
