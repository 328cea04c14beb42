using System.Collections.Immutable;
using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.Variables;

[Rule("DL6006")]
internal sealed partial class UndefinedVariable : DockerfileRule
{
    public override void VisitAdd(AddInstructionSyntax instruction, DockerfileRuleContext context) =>
        CheckTransfer(instruction, context);

    public override void VisitCopy(CopyInstructionSyntax instruction, DockerfileRuleContext context) =>
        CheckTransfer(instruction, context);

    public override void VisitArg(ArgInstructionSyntax instruction, DockerfileRuleContext context) =>
        CheckPairs(instruction, instruction.Declarations, context);

    public override void VisitEnv(EnvInstructionSyntax instruction, DockerfileRuleContext context) =>
        CheckPairs(instruction, instruction.Pairs, context);

    public override void VisitLabel(LabelInstructionSyntax instruction, DockerfileRuleContext context) =>
        CheckPairs(instruction, instruction.Pairs, context);

    public override void VisitRun(RunInstructionSyntax instruction, DockerfileRuleContext context)
    {
        foreach (FlagSyntax flag in instruction.Flags)
        {
            if (flag.Name == "mount")
            {
                Check(flag.Value, instruction, context);
            }
        }
    }

    public override void VisitStopsignal(StopsignalInstructionSyntax instruction, DockerfileRuleContext context) =>
        Check(instruction.Signal, instruction, context);

    public override void VisitUser(UserInstructionSyntax instruction, DockerfileRuleContext context) =>
        Check(instruction.User, instruction, context);

    public override void VisitVolume(VolumeInstructionSyntax instruction, DockerfileRuleContext context) =>
        CheckWords(instruction.Paths, instruction, context);

    public override void VisitWorkdir(WorkdirInstructionSyntax instruction, DockerfileRuleContext context) =>
        Check(instruction.Path, instruction, context);

    private static void CheckTransfer(FileTransferInstructionSyntax instruction, DockerfileRuleContext context)
    {
        foreach (FlagSyntax flag in instruction.Flags)
        {
            if (flag.Name is "chown" or "chmod" or "checksum")
            {
                Check(flag.Value, instruction, context);
            }
        }

        foreach (WordSyntax word in instruction.Arguments)
        {
            if (!instruction.IsHeredoc(word))
            {
                Check(word, instruction, context);
            }
        }

        foreach (HeredocSyntax heredoc in instruction.Heredocs)
        {
            if (heredoc.Expands && context.Stage is { } stage)
            {
                string body = context.File.Text.ToString(heredoc.BodySpan);
                Check(
                    stage.Variables.FindVariables(body, instruction.Span.Start, keepsQuotes: true),
                    reference => new TextSpan(heredoc.BodySpan.Start + reference.Start, reference.Name.Length),
                    instruction,
                    ownName: null,
                    context
                );
            }
        }
    }

    private static void CheckPairs(
        InstructionSyntax instruction,
        ImmutableArray<KeyValueSyntax> pairs,
        DockerfileRuleContext context
    )
    {
        foreach (KeyValueSyntax pair in pairs)
        {
            if (instruction.Kind != InstructionKind.Arg)
            {
                Check(pair.Key, instruction, context);
            }

            Check(pair.Value, instruction, context, ownName: pair.Key.Text);
        }
    }

    private static void CheckWords(
        ImmutableArray<WordSyntax> words,
        InstructionSyntax instruction,
        DockerfileRuleContext context
    )
    {
        foreach (WordSyntax word in words)
        {
            Check(word, instruction, context);
        }
    }

    private static void Check(
        WordSyntax? word,
        InstructionSyntax instruction,
        DockerfileRuleContext context,
        string? ownName = null
    )
    {
        if (word is not null && word.AsSpan().IndexOf('$') >= 0)
        {
            VariableScope scope = context.Stage?.Variables ?? context.Model.GlobalVariables;
            ImmutableArray<VariableReference> references = scope.FindVariables(word.Text, word.Span.Start);
            if (instruction.Kind == InstructionKind.Run)
            {
                references = references.RemoveAll(reference => IsInFromField(word.Text, reference.Start));
            }

            Check(
                references,
                reference => word.GetSpan(reference.Start, reference.Name.Length),
                instruction,
                ownName,
                context
            );
        }
    }

    /// <summary>
    /// Whether a place in the value of --mount belongs to its field <c>from</c>, which is never expanded.
    /// </summary>
    private static bool IsInFromField(string mount, int position) =>
        mount
            .AsSpan(mount.LastIndexOf(',', position) + 1)
            .StartsWith("from=".AsSpan(), StringComparison.OrdinalIgnoreCase);

    private static void Check(
        ImmutableArray<VariableReference> references,
        Func<VariableReference, TextSpan> getSpan,
        InstructionSyntax instruction,
        string? ownName,
        DockerfileRuleContext context
    )
    {
        HashSet<string>? seen = null;
        foreach (VariableReference reference in references)
        {
            string name = reference.Name;
            if (
                reference.Variable.State != VariableState.Undefined
                || VariableScope.IsScannerArgument(name)
                || (seen ??= new HashSet<string>(StringComparer.Ordinal)).Contains(name)
            )
            {
                continue;
            }

            bool isCompatible = Compatibility(context) == "buildkit";
            TextSpan span = getSpan(reference);
            (DiagnosticMessage? message, bool isSure) = isCompatible
                ? (context.Stage is null ? null : Message(variable: name), true)
                : Judge(reference, span, instruction, ownName, context);
            if (message is not null)
            {
                seen.Add(name);
                context.Report(span, message, isSure ? SureTier : null);
            }
        }
    }

    /// <summary>
    /// What to say about an undefined variable, and whether it is sure to be empty; nothing where that is what the
    /// author means.
    /// </summary>
    private static (DiagnosticMessage? Message, bool IsSure) Judge(
        VariableReference reference,
        TextSpan span,
        InstructionSyntax instruction,
        string? ownName,
        DockerfileRuleContext context
    )
    {
        string name = reference.Name;
        if (name == ownName)
        {
            // LD_LIBRARY_PATH=/opt/lib:$LD_LIBRARY_PATH extends what may be there.
            return default;
        }

        if (!char.IsLetter(name[0]) && name[0] != '_')
        {
            return reference.IsUnsetHandled ? default : (MessageParameter(variable: name), true);
        }

        bool? isSet =
            reference.Variable.Certainty == Certainty.Known
                ? false
                : BaseImageVariables.IsSet(name, context.Stage!.RootStage);
        if (isSet == true)
        {
            return default;
        }

        VariableScope global = context.Model.GlobalVariables;
        VariableScope scope = context.Stage?.Variables ?? global;
        if (scope.FindLater(name, span.Start) is { } position && !reference.IsUnsetHandled)
        {
            return (
                position <= instruction.Span.End
                    ? MessageSameInstruction(variable: name)
                    : MessageLater(variable: name),
                true
            );
        }

        if (context.Stage is not null && global.LookUp(name, int.MaxValue).State != VariableState.Undefined)
        {
            return (MessageGlobal(variable: name), true);
        }

        if (VariableSuggestion.Find(name, scope, global) is { } suggestion && suggestion != name)
        {
            return (MessageSuggestion(variable: name, suggestion: suggestion), true);
        }

        if (reference.IsUnsetHandled)
        {
            return default;
        }

        return isSet == false ? (Message(variable: name), true) : (MessageUnknownBase(variable: name), false);
    }
}
