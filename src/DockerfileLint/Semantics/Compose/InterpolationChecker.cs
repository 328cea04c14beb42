using DockerfileLint.Diagnostics;
using DockerfileLint.Syntax.Compose;
using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Compose;

/// <summary>
/// Looks at the variables of the project's own files: expressions that cannot be read, names that nothing defines.
/// </summary>
internal static class InterpolationChecker
{
    private const string MalformedTier = "malformed";
    private const string RequiredTier = "required";

    internal static void Check(ComposeModel model, ComposeProjectReader reader, CancellationToken cancellation)
    {
        string[]? names = null;
        foreach (ComposeFileSyntax file in model.Files)
        {
            Check(file, model.Project.Environment, reader, ref names, cancellation);
        }
    }

    private static void Check(
        ComposeFileSyntax syntax,
        ComposeEnvironment environment,
        ComposeProjectReader reader,
        ref string[]? names,
        CancellationToken cancellation
    )
    {
        SourceFile file = syntax.Tree.File;
        if (file.Text.ToString().IndexOf('$') < 0)
        {
            return;
        }

        // Which variables are set is what counts, not how long they are.
        ComposeVariable LookUp(string name) =>
            environment.LookUp(name) is var variable && variable.Value is { Length: > 0 }
                ? variable with
                {
                    Value = "x",
                }
                : variable;

        var references = new List<VariableReference>();
        foreach (YamlMappingSyntax root in syntax.Roots)
        {
            foreach (YamlScalarSyntax scalar in FindValues(root, cancellation))
            {
                references.Clear();
                Interpolator.Expand(scalar.Value, LookUp, references, out _);
                foreach (VariableReference reference in references)
                {
                    var span = new SourceSpan(file, scalar.GetSourceSpan(reference.Span));
                    if (reference.Operator == VariableOperator.Malformed)
                    {
                        reader.Report(
                            RuleDescriptors.UnsetVariable,
                            span,
                            UnsetVariableMessages.Malformed(GetFirstLine(span.GetText())),
                            MalformedTier
                        );
                    }
                    else if (
                        reference.Variable is { Value: null, Span: null }
                        && !CallerVariables.IsCommon(reference.Name)
                    )
                    {
                        if (reference.Operator == VariableOperator.Demand)
                        {
                            reader.Report(
                                RuleDescriptors.UnsetVariable,
                                span,
                                UnsetVariableMessages.Required(reference.Name),
                                RequiredTier
                            );
                        }
                        else if (reference.Operator == VariableOperator.None && environment.HasFile)
                        {
                            names ??= [.. environment.Names];
                            string? suggestion = SpellChecker.GetSuggestion(reference.Name.AsSpan(), names);
                            reader.Report(
                                RuleDescriptors.UnsetVariable,
                                span,
                                suggestion is null
                                    ? UnsetVariableMessages.Default(reference.Name)
                                    : UnsetVariableMessages.Similar(reference.Name, suggestion)
                            );
                        }
                    }
                }
            }
        }
    }

    private static string GetFirstLine(string text)
    {
        int end = text.IndexOfAny(['\n', '\r']);
        return end < 0 ? text : text.Substring(0, end);
    }

    /// <summary>The scalars that are values and hold a dollar sign; Compose leaves keys alone.</summary>
    private static IEnumerable<YamlScalarSyntax> FindValues(YamlNodeSyntax root, CancellationToken cancellation)
    {
        var pending = new Stack<YamlNodeSyntax>();
        pending.Push(root);
        while (pending.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            switch (pending.Pop())
            {
                case YamlMappingSyntax mapping:
                    for (int i = mapping.Pairs.Count - 1; i >= 0; i--)
                    {
                        pending.Push(mapping.Pairs[i].Value);
                    }

                    break;
                case YamlSequenceSyntax sequence:
                    for (int i = sequence.Items.Count - 1; i >= 0; i--)
                    {
                        pending.Push(sequence.Items[i]);
                    }

                    break;
                case YamlScalarSyntax scalar when scalar.Value.IndexOf('$') >= 0:
                    yield return scalar;
                    break;
            }
        }
    }
}
