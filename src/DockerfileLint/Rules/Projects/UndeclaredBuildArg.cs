using DockerfileLint.Semantics.Compose;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Semantics.Projects;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.Projects;

[Rule("DX1005")]
internal sealed partial class UndeclaredBuildArg : ProjectRule
{
    /// <summary>The builder takes these without a declaration, in upper or lower case.</summary>
    private static readonly string[] Predefined = ["HTTP_PROXY", "HTTPS_PROXY", "FTP_PROXY", "NO_PROXY", "ALL_PROXY"];

    public override void VisitContainer(EffectiveContainer container, ProjectRuleContext context)
    {
        if (
            context.Project.FindBuild(container.Service) is not { Model: { } model } build
            || !build.Arguments.Any()
            || MayHaveTriggers(model)
        )
        {
            return;
        }

        HashSet<string> declared = FindDeclared(model);
        string[] candidates = [.. declared];
        foreach (ComposeKeyValue argument in build.Arguments)
        {
            if (declared.Contains(argument.Name) || IsPredefined(argument.Name))
            {
                continue;
            }

            string? similar = SpellChecker.GetSuggestion(argument.Name.AsSpan(), candidates);
            context.Report(
                argument.NameSpan,
                similar is null
                    ? Message(argument: argument.Name, service: container.Name)
                    : MessageSimilar(argument: argument.Name, service: container.Name, suggestion: similar),
                FactSteps
                    .Of(container.Service)
                    .Add(new FactStep(build.Build.NameSpan, "Its image is built here."))
                    .Add(new FactStep(argument.NameSpan, "The argument is given here."))
                    .Add(
                        new FactStep(
                            build.GetSpan(model.Stages.IsEmpty ? model.Tree.Root : model.Stages[0].From),
                            "No ARG of the Dockerfile takes it."
                        )
                    )
            );
        }
    }

    /// <summary>
    /// Whether an image may bring an ARG along: one whose tag says that it has triggers, or of another syntax.
    /// </summary>
    private static bool MayHaveTriggers(DockerfileModel model) =>
        model.Stages.IsEmpty
        || model.Stages.Any(stage =>
            stage.BaseStage is null
            && (
                !stage.BaseName.TryGetValue(out string? image)
                || image.IndexOf("onbuild", StringComparison.OrdinalIgnoreCase) >= 0
            )
        );

    private static HashSet<string> FindDeclared(DockerfileModel model) =>
        new(
            model
                .Tree.Root.Instructions.Select(instruction =>
                    (instruction as OnbuildInstructionSyntax)?.Trigger ?? instruction
                )
                .OfType<ArgInstructionSyntax>()
                .SelectMany(arg => arg.Declarations)
                .Select(declaration => declaration.Key.Text),
            StringComparer.Ordinal
        );

    private static bool IsPredefined(string name) =>
        Array.IndexOf(Predefined, name.ToUpperInvariant()) >= 0
        || name.StartsWith("BUILDKIT_", StringComparison.Ordinal)
        || name == "SOURCE_DATE_EPOCH"
        || VariableScope.PlatformNames.Contains(name);
}
