using System.Collections.Immutable;
using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.Secrets;

[Rule("DC5016")]
internal sealed partial class SecretInEnvironmentFile : ComposeRule
{
    /// <summary>Words in the names of files that are there to be copied and filled in.</summary>
    private static readonly string[] TemplateWords = ["example", "sample", "template", "dist"];

    public override void VisitProject(ComposeModel model, ComposeRuleContext context)
    {
        var reported = new HashSet<SourceSpan>();
        var files = new HashSet<string>(StringComparer.Ordinal);
        foreach (Service service in model.Services)
        {
            if (model.MayHaveVariables)
            {
                foreach (ComposeKeyValue entry in service.GetAllKeyValues())
                {
                    Check(entry.Text, reported, context);
                }

                foreach (InterpolatedText text in service.GetAllCommandTexts())
                {
                    Check(text, reported, context);
                }
            }

            foreach (ComposeNode item in service.GetItems("env_file"))
            {
                if (
                    (item as ComposeScalar ?? (item as ComposeMapping)?.GetScalar("path")) is { } path
                    && path.Text.TryGetValue(out string? text)
                    && ProjectPath.Resolve(path.BaseDirectory, text) is { } resolved
                    && files.Add(resolved)
                    && model.Project.Reader.FindOther(resolved) is { } file
                )
                {
                    CheckFile(file, path.Span, reported, context);
                }
            }
        }
    }

    /// <summary>Reports a text that takes a secret from a file, once for each secret.</summary>
    private static void Check(InterpolatedText? text, HashSet<SourceSpan> reported, ComposeRuleContext context)
    {
        foreach (SourceSpan definition in text?.Definitions ?? [])
        {
            string name = definition.File.Text.ToString(definition.Span);
            if (!IsPrivate(definition.File) && IsSecret(definition.File, name) && reported.Add(definition))
            {
                Report(text!.Span, name, [definition], context);
            }
        }
    }

    /// <summary>Reports a file that a service is given as a whole, once with all its secrets.</summary>
    private static void CheckFile(
        SourceFile file,
        SourceSpan place,
        HashSet<SourceSpan> reported,
        ComposeRuleContext context
    )
    {
        if (IsPrivate(file))
        {
            return;
        }

        var definitions = new List<SourceSpan>();
        ComposeEnvironment variables = ComposeEnvironment.ReadAlone(file, CancellationToken.None);
        foreach (string name in variables.Names)
        {
            if (variables.LookUp(name).Span is { } span && IsSecret(file, name) && reported.Add(span))
            {
                definitions.Add(span);
            }
        }

        if (definitions.Count > 0)
        {
            Report(place, file.Text.ToString(definitions[0].Span), definitions, context);
        }
    }

    private static void Report(
        SourceSpan place,
        string name,
        IReadOnlyList<SourceSpan> definitions,
        ComposeRuleContext context
    )
    {
        SourceFile file = definitions[0].File;
        string fileName = ProjectPath.GetName(file.Path);
        ImmutableArray<RelatedLocation> related =
        [
            .. definitions.Select(definition => new RelatedLocation(definition, "The value stands here.")),
        ];
        if (file.IsTracked == true)
        {
            context.Report(place, Message(file: fileName, name: name), related: related);
        }
        else
        {
            context.Report(place, MessageBeside(file: fileName, name: name), BesideTier, related);
        }
    }

    /// <summary>Whether a file stays on one machine, or is there to be copied.</summary>
    private static bool IsPrivate(SourceFile file)
    {
        string name = ProjectPath.GetName(file.Path);
        return file.IsTracked == false
            || Array.Exists(TemplateWords, word => name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);
    }

    private static bool IsSecret(SourceFile file, string name) =>
        SecretName.Matches(name)
        && ComposeEnvironment.ReadAlone(file, CancellationToken.None).LookUp(name).Value is { } value
        && !SecretValue.IsHarmless(value)
        && !SecretName.IsCount(name, value);
}
