using DockerfileLint.Semantics;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Secrets;

[Rule("DL3064")]
internal sealed partial class SecretInArgOrEnv : DockerfileRule
{
    public override bool VisitsTriggers => true;

    public override void VisitArg(ArgInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (context.Stage is null)
        {
            // It reaches a stage only where that declares it again.
            return;
        }

        foreach (KeyValueSyntax declaration in instruction.Declarations)
        {
            string name = declaration.Key.Text;
            if (
                SecretName.Matches(name)
                && (IsToBePassed(declaration.Value, context) || !IsHarmless(declaration.Value!, context))
            )
            {
                context.Report(declaration.Key.Span, MessageArg(name: name));
            }
        }
    }

    public override void VisitEnv(EnvInstructionSyntax instruction, DockerfileRuleContext context)
    {
        foreach (KeyValueSyntax pair in instruction.Pairs)
        {
            string name = context.Expand(pair.Key).DisplayText;
            if (
                pair.Value is { } value
                && SecretName.Matches(name)
                && !IsHarmless(value, context)
                && !IsItself(value, name)
            )
            {
                context.Report(pair.Key.Span, Message(name: name));
            }
        }
    }

    /// <summary>
    /// Whether a value is the variable of the same name: nothing but what the ARG or the base image holds already.
    /// </summary>
    private static bool IsItself(WordSyntax value, string name) =>
        value.Text.Trim('"') is var text && (text == $"${name}" || text == $"${{{name}}}");

    /// <summary>
    /// Whether an argument has no value of its own, or one that asks to be replaced: then builds pass the secret.
    /// </summary>
    private static bool IsToBePassed(WordSyntax? word, DockerfileRuleContext context) =>
        word is null
        || context.Expand(word).DisplayText is var value && (value.Length == 0 || SecretValue.IsPlaceholder(value));

    /// <summary>Whether the value can be no secret. What is unknown may be one.</summary>
    private static bool IsHarmless(WordSyntax word, DockerfileRuleContext context) =>
        context.Expand(word).IsCertainly(SecretValue.IsHarmless);
}
