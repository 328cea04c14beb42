using System.Collections.Immutable;
using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Instructions;

[Rule("DL1012")]
internal sealed partial class CommandInOneWord : DockerfileRule
{
    public override bool VisitsTriggers => true;

    public override void VisitRun(RunInstructionSyntax instruction, DockerfileRuleContext context) =>
        Check(instruction.Command, context, BuildTier);

    public override void VisitCmd(CmdInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (context.Stage is { } stage && !stage.Has(InstructionKind.Entrypoint) && StartsWhatItIsGiven(stage))
        {
            Check(instruction.Command, context);
        }
    }

    public override void VisitEntrypoint(EntrypointInstructionSyntax instruction, DockerfileRuleContext context) =>
        Check(instruction.Command, context);

    public override void VisitHealthcheck(HealthcheckInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (instruction.Command is { } command)
        {
            Check(command, context);
        }
    }

    /// <summary>
    /// Whether the image of a stage starts what CMD says. The entry points of official images do; others may hand it to
    /// a shell.
    /// </summary>
    private static bool StartsWhatItIsGiven(Stage stage) =>
        stage.RootStage is { } root
        && (
            root.IsFromScratch
            || (
                root.BaseName.TryGetValue(out string? name)
                && ImageReference.TryParse(name) is { } image
                && image.OfficialName.IndexOf('/') < 0
            )
        );

    private static void Check(CommandSyntax command, DockerfileRuleContext context, string? tier = null)
    {
        ImmutableArray<WordSyntax> words = command.Arguments;
        if (!command.IsExecForm || words.IsEmpty)
        {
            return;
        }

        string text = words[0].Text;
        int blank = text.IndexOf(' ');
        if (blank > 0 && MayStart(text[0]) && text.IndexOf('\\') < 0 && GetEnd(text, blank) is var end && end > blank)
        {
            context.Report(
                words[0].Span,
                Message(
                    text: text,
                    program: text.Substring(0, blank),
                    argument: text.Substring(blank, end - blank).TrimStart()
                ),
                tier
            );
        }
    }

    /// <summary>
    /// Whether a program may be called so; what begins like an option is an argument of an entry point.
    /// </summary>
    private static bool MayStart(char c) => char.IsLetterOrDigit(c) || c is '/' or '.' or '_' or '$';

    /// <summary>Where the word behind a blank ends.</summary>
    private static int GetEnd(string text, int blank)
    {
        int end = blank;
        while (end < text.Length && text[end] == ' ')
        {
            end++;
        }

        if (end == text.Length)
        {
            return blank;
        }

        int next = text.IndexOf(' ', end);
        return next < 0 ? text.Length : next;
    }
}
