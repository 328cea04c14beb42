using System.Collections.Immutable;
using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Values;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.BaseImages;

[Rule("DL3026")]
internal sealed partial class UntrustedImageRegistry : DockerfileRule
{
    public override void VisitFrom(FromInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (
            instruction.Image is { } word
            && context.Stage is { BaseStage: null, IsFromScratch: false } stage
            && stage.BaseName.TryGetValue(out string? image)
        )
        {
            Check(image, word.Span, context);
        }
    }

    public override void VisitCopy(CopyInstructionSyntax instruction, DockerfileRuleContext context) =>
        CheckSources(instruction, context);

    public override void VisitRun(RunInstructionSyntax instruction, DockerfileRuleContext context) =>
        CheckSources(instruction, context);

    private static void CheckSources(InstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (instruction.Flags.IsEmpty)
        {
            return;
        }

        foreach (FileSource source in FileSource.Find(instruction))
        {
            if (
                source.Name.Length > 0
                && source.Name != "scratch"
                && source.Name.IndexOf('$') < 0
                && context.Model.BuildGraph.Find(source.Name) is null
            )
            {
                Check(source.Name, source.Span, context);
            }
        }
    }

    private static void Check(string image, TextSpan span, DockerfileRuleContext context)
    {
        ImmutableArray<string> trusted = TrustedRegistries(context);
        if (trusted.Length == 0 || !ImageName.IsValid(image))
        {
            return;
        }

        var reference = ImageReference.TryParse(image);
        string registry = reference?.Registry ?? RegistryPatterns.DockerHub;
        if (!context.GetIndex(trusted, TrustedImages.Create).Trusts(registry, reference))
        {
            context.Report(span, Message(image: image, registry: registry));
        }
    }
}
