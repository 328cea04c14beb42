using System.Collections.Immutable;
using DockerfileLint.Semantics;
using DockerfileLint.Syntax;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.Secrets;

[Rule("DL5003")]
internal sealed partial class SecretLiteral : DockerfileRule
{
    public override bool VisitsTriggers => true;

    public override void VisitInstruction(InstructionSyntax instruction, DockerfileRuleContext context)
    {
        switch (instruction)
        {
            case EnvInstructionSyntax env:
                VisitPairs(env.Pairs, context);
                break;
            case ArgInstructionSyntax arg:
                VisitPairs(arg.Declarations, context);
                break;
            case LabelInstructionSyntax label:
                VisitPairs(label.Pairs, context);
                break;
            case RunInstructionSyntax
            or CmdInstructionSyntax
            or EntrypointInstructionSyntax
            or HealthcheckInstructionSyntax
            or CopyInstructionSyntax
            or AddInstructionSyntax:
                VisitText(instruction, context);
                break;
            default:
                break;
        }
    }

    /// <summary>
    /// One finding a pair, at its name: there the rule about names stands too, and this one says more.
    /// </summary>
    private static void VisitPairs(ImmutableArray<KeyValueSyntax> pairs, DockerfileRuleContext context)
    {
        foreach (KeyValueSyntax pair in pairs)
        {
            // Some values are known by the name before them.
            if (Find(pair, context) is { } credential)
            {
                context.Report(pair.Key.Span, MessageVariable(name: pair.Key.Text, kind: credential.Kind));
            }
        }
    }

    private static Credential? Find(KeyValueSyntax pair, DockerfileRuleContext context)
    {
        ReadOnlySpan<char> text = pair.Tree.Text.AsSpan(pair.Span);
        if (CredentialShapes.Find(text) is { } credential)
        {
            return credential;
        }

        if (
            JoinedText.Create(text, context.Model.Tree.Escape) is { } joined
            && CredentialShapes.Find(joined.Text.AsSpan()) is { } split
        )
        {
            return split;
        }

        return pair.Value is { } value && IsPutTogether(value.AsSpan())
            ? CredentialShapes.Find($"{pair.Key.Text}={context.Expand(value).DisplayText}".AsSpan())
            : null;
    }

    /// <summary>Whether a variable stands beside text or another one, without anything between.</summary>
    private static bool IsPutTogether(ReadOnlySpan<char> text)
    {
        for (int i = 1; i < text.Length; i++)
        {
            if (
                (text[i] == '$' && (text[i - 1] == '}' || char.IsLetterOrDigit(text[i - 1]) || text[i - 1] == '_'))
                || (text[i - 1] == '}' && char.IsLetterOrDigit(text[i]))
            )
            {
                return true;
            }
        }

        return false;
    }

    private static void VisitText(InstructionSyntax instruction, DockerfileRuleContext context)
    {
        ReadOnlySpan<char> text = instruction.Tree.Text.AsSpan(instruction.Span);
        int start = 0;
        while (CredentialShapes.Find(text, start, context.Cancellation) is { } credential)
        {
            var span = new TextSpan(instruction.Span.Start + credential.Span.Start, credential.Span.Length);
            if (!IsComment(instruction, span))
            {
                context.Report(span, Message(kind: credential.Kind));
            }

            start = credential.Span.End;
        }

        VisitPieces(instruction, context);
    }

    /// <summary>Credentials in words that are written in pieces.</summary>
    private static void VisitPieces(InstructionSyntax instruction, DockerfileRuleContext context)
    {
        ReadOnlySpan<char> text = instruction.Tree.Text.AsSpan(instruction.Span);
        if (JoinedText.Create(text, context.Model.Tree.Escape, context.Cancellation) is not { } joined)
        {
            return;
        }

        int start = 0;
        while (CredentialShapes.Find(joined.Text.AsSpan(), start, context.Cancellation) is { } credential)
        {
            TextSpan span = joined.Map(credential.Span);
            if (span.Length > credential.Span.Length)
            {
                context.Report(
                    new TextSpan(instruction.Span.Start + span.Start, span.Length),
                    Message(kind: credential.Kind)
                );
            }

            start = credential.Span.End;
        }
    }

    /// <summary>Whether a place lies in a comment between continued lines, which the builder drops.</summary>
    private static bool IsComment(InstructionSyntax instruction, TextSpan span)
    {
        SyntaxTokenList tokens = instruction.Tree.Tokens;
        return tokens[tokens.IndexAt(span.Start)].Kind == SyntaxKind.Comment;
    }
}
