using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.Secrets;

[Rule("DC5006")]
internal sealed partial class ComposeSecretValue : GrantRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        foreach (ComposeKeyValue entry in service.GetAllKeyValues())
        {
            if (entry.Text is { } text)
            {
                Check(entry.Name, text, service, context);
            }
        }

        foreach (InterpolatedText text in service.GetAllCommandTexts())
        {
            Check("", text, service, context);
        }
    }

    private static void Check(string name, InterpolatedText text, Service service, ComposeRuleContext context)
    {
        // Some credentials show by name and value together.
        bool isNamed = name.IndexOf("secret", StringComparison.OrdinalIgnoreCase) >= 0;
        string searched = isNamed ? $"{name}={text.DisplayText}" : text.DisplayText;
        int offset = searched.Length - text.DisplayText.Length;
        for (
            int start = offset;
            CredentialShapes.Find(searched.AsSpan(), isNamed && start == offset ? 0 : start) is { } found;
            start = found.Span.End
        )
        {
            if (found.Span.Start >= offset)
            {
                SourceSpan span = text.GetSourceSpan(new TextSpan(found.Span.Start - offset, found.Span.Length));
                context.Report(
                    span,
                    Message(service: service.Name, kind: found.Kind),
                    found.Kind == CredentialShapes.UrlKind ? UrlTier : null
                );
            }
        }
    }
}
