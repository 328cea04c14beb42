using System.Collections.Immutable;
using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.Hadolint;

[Rule("DL3026", Behaviour = RuleBehaviour.Hadolint)]
internal sealed partial class UntrustedImageRegistry : DockerfileRule
{
    public override void VisitFrom(FromInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (instruction.Image is { } word && context.Stage is { BaseStage: null, IsFromScratch: false })
        {
            Check(word.Text, word.Span, context);
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
            // The number of a stage is taken for an image.
            if (
                source.Name.Length > 0
                && source.Name != "scratch"
                && (source.Name[0] is >= '0' and <= '9' || context.Model.BuildGraph.Find(source.Name) is null)
            )
            {
                Check(source.Name, source.Span, context);
            }
        }
    }

    private static void Check(string image, TextSpan span, DockerfileRuleContext context)
    {
        ImmutableArray<string> trusted = TrustedRegistries(context);
        string registry = GetRegistry(image);
        if (
            trusted.Length > 0
            && !context.GetIndex(trusted, TrustedImages.Create).Trusts(registry, ImageReference.TryParse(image))
        )
        {
            context.Report(span, Message(image: image, registry: registry));
        }
    }

    /// <summary>What stands before the first slash, where it has a dot.</summary>
    private static string GetRegistry(string image)
    {
        string first = image.Substring(0, Math.Max(0, image.IndexOf('/')));
        return first.IndexOf('.') >= 0 ? first : RegistryPatterns.DockerHub;
    }
}
