using System.Collections.Immutable;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.Variables;

/// <summary>
/// What the rules about undefined variables share: they are asked about each one in the words that the builder expands,
/// once a word.
/// </summary>
internal abstract class UndefinedVariableRule : DockerfileRule
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

    private void CheckTransfer(FileTransferInstructionSyntax instruction, DockerfileRuleContext context)
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

    private void CheckPairs(
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

    private void CheckWords(
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

    private void Check(
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

    private void Check(
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

            if (TryReport(reference, getSpan(reference), instruction, ownName, context))
            {
                seen.Add(name);
            }
        }
    }

    /// <summary>Reports an undefined variable unless that is what the author means.</summary>
    /// <param name="reference">The variable.</param>
    /// <param name="span">Its name.</param>
    /// <param name="instruction">The instruction that uses it.</param>
    /// <param name="ownName">The name that the value is for, as in <c>ENV NAME=value</c>.</param>
    /// <param name="context">The visited file.</param>
    /// <returns>Whether it was reported.</returns>
    private protected abstract bool TryReport(
        VariableReference reference,
        TextSpan span,
        InstructionSyntax instruction,
        string? ownName,
        DockerfileRuleContext context
    );
}
