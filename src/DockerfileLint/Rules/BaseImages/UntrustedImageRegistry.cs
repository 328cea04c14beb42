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
        if (instruction.Image is not { } word || context.Stage is not { BaseStage: null, IsFromScratch: false } stage)
        {
            return;
        }

        if (Compatibility(context) == "hadolint")
        {
            Check(word.Text, word.Span, context);
        }
        else if (stage.BaseName.TryGetValue(out string? image))
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

        bool isCompatible = Compatibility(context) == "hadolint";
        foreach (FileSource source in FileSource.Find(instruction))
        {
            bool isStage =
                context.Model.BuildGraph.Find(source.Name) is not null
                && !(isCompatible && source.Name[0] is >= '0' and <= '9');
            bool isUnknown = !isCompatible && source.Name.IndexOf('$') >= 0;
            if (source.Name.Length > 0 && !isStage && !isUnknown && source.Name != "scratch")
            {
                Check(source.Name, source.Span, context);
            }
        }
    }

    private static void Check(string image, TextSpan span, DockerfileRuleContext context)
    {
        string[] trusted = TrustedRegistries(context);
        if (trusted.Length == 0)
        {
            return;
        }

        bool isCompatible = Compatibility(context) == "hadolint";
        if (!isCompatible && !ImageName.IsValid(image))
        {
            return;
        }

        string registry = isCompatible
            ? GetRegistryAsHadolint(image)
            : ImageReference.TryParse(image)?.Registry ?? RegistryPattern.DockerHub;
        if (!RegistryPattern.MatchesAny(trusted, registry))
        {
            context.Report(span, Message(image: image, registry: registry));
        }
    }

    /// <summary>What stands before the first slash, where it has a dot.</summary>
    private static string GetRegistryAsHadolint(string image)
    {
        string first = image.Substring(0, Math.Max(0, image.IndexOf('/')));
        return first.IndexOf('.') >= 0 ? first : RegistryPattern.DockerHub;
    }
}
