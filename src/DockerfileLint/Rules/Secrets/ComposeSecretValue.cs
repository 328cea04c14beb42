using System.Text;
using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.Secrets;

[Rule("DC5006")]
internal sealed partial class ComposeSecretValue : GrantRule
{
    private static readonly char[] Joints = ['"', '\'', '\\'];

    /// <summary>What a project gives to its services from its own text, or hands to the engine with a name.</summary>
    private static readonly string[] Sections = ["configs", "secrets", "volumes", "networks"];

    public override void VisitProject(ComposeModel model, ComposeRuleContext context)
    {
        foreach (string section in Sections)
        {
            foreach (ComposeEntry definition in model.Value?.GetMapping(section)?.Entries ?? [])
            {
                CheckDefinition(definition.Name, definition.Value, context);
            }
        }
    }

    public override void VisitService(Service service, ComposeRuleContext context)
    {
        foreach (ComposeKeyValue entry in service.GetAllKeyValues())
        {
            if (entry.Text?.WithoutFiles() is { } text)
            {
                Check(entry.Name, text, service, context);
            }
        }

        foreach (InterpolatedText command in service.GetAllCommandTexts())
        {
            InterpolatedText text = command.WithoutFiles();
            Check("", text, service, context);
            foreach ((SourceSpan span, string kind) in FindInPieces(text))
            {
                Report(span, kind, service, context);
            }
        }
    }

    private static void CheckDefinition(string name, ComposeNode? node, ComposeRuleContext context)
    {
        switch (node)
        {
            case ComposeMapping mapping:
                foreach (ComposeEntry entry in mapping.Entries)
                {
                    CheckDefinition(name, entry.Value, context);
                }

                break;
            case ComposeSequence sequence:
                foreach (ComposeNode item in sequence.Items)
                {
                    CheckDefinition(name, item, context);
                }

                break;
            case ComposeScalar { IsNull: false } scalar:
                CheckDefinition(name, scalar.Text.WithoutFiles(), context);
                if (scalar.Text.Certainty == Certainty.Unknown)
                {
                    CheckDefinition(name, ((ComposeScalar)scalar.With(OpenVariables.Unset)).Text, context);
                }

                break;
        }
    }

    private static void CheckDefinition(string name, InterpolatedText text, ComposeRuleContext context)
    {
        foreach ((SourceSpan span, string kind) in Find("", text).Concat(FindInPieces(text)))
        {
            context.Report(
                span,
                MessageDefinition(name: name, kind: kind),
                kind == CredentialShapes.UrlKind ? UrlTier : null
            );
        }
    }

    private static void Check(string name, InterpolatedText text, Service service, ComposeRuleContext context)
    {
        foreach ((SourceSpan span, string kind) in Find(name, text))
        {
            Report(span, kind, service, context);
        }
    }

    private static void Report(SourceSpan span, string kind, Service service, ComposeRuleContext context) =>
        context.Report(
            span,
            Message(service: service.Name, kind: kind),
            kind == CredentialShapes.UrlKind ? UrlTier : null
        );

    private static IEnumerable<(SourceSpan Span, string Kind)> Find(string name, InterpolatedText text)
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
                yield return (
                    text.GetSourceSpan(new TextSpan(found.Span.Start - offset, found.Span.Length)),
                    found.Kind
                );
            }
        }
    }

    /// <summary>
    /// Credentials that a shell puts together: quotes and continued lines between their pieces mean nothing to it.
    /// </summary>
    private static IEnumerable<(SourceSpan Span, string Kind)> FindInPieces(InterpolatedText text)
    {
        string written = text.DisplayText;
        if (!HasPieces(written))
        {
            yield break;
        }

        var joined = new StringBuilder(written.Length);
        var places = new List<int>(written.Length + 1);
        for (int i = 0; i < written.Length; i++)
        {
            if (written[i] == '\\' && i + 1 < written.Length && written[i + 1] == '\n')
            {
                i++;
            }
            else if (Array.IndexOf(Joints, written[i]) < 0)
            {
                joined.Append(written[i]);
                places.Add(i);
            }
        }

        string whole = joined.ToString();
        for (int start = 0; CredentialShapes.Find(whole.AsSpan(), start) is { } found; start = found.Span.End)
        {
            int first = places[found.Span.Start];
            int length = places[found.Span.End - 1] + 1 - first;
            if (length > found.Span.Length)
            {
                yield return (text.GetSourceSpan(new TextSpan(first, length)), found.Kind);
            }
        }
    }

    /// <summary>Whether a quote, backslash or continued line stands between two characters of a word.</summary>
    private static bool HasPieces(string text)
    {
        for (int i = text.IndexOfAny(Joints, Math.Min(1, text.Length)); i > 0; i = text.IndexOfAny(Joints, i + 1))
        {
            int end = i;
            while (end < text.Length && (Array.IndexOf(Joints, text[end]) >= 0 || text[end] == '\n'))
            {
                end++;
            }

            if (end < text.Length && IsPiece(text[end]) && IsPiece(text[i - 1]))
            {
                return true;
            }

            i = end - 1;
        }

        return false;
    }

    private static bool IsPiece(char c) => char.IsLetterOrDigit(c) || c is '_' or '-' or '/' or '+';
}
