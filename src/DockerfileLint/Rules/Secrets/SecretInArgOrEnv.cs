using DockerfileLint.Semantics;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Secrets;

[Rule("DL3064")]
internal sealed partial class SecretInArgOrEnv : DockerfileRule
{
    public override bool VisitsTriggers => true;

    public override void VisitArg(ArgInstructionSyntax instruction, DockerfileRuleContext context)
    {
        string compatibility = Compatibility(context);
        if (context.Stage is null && compatibility != "hadolint")
        {
            // It reaches a stage only where that declares it again.
            return;
        }

        foreach (KeyValueSyntax declaration in instruction.Declarations)
        {
            string name = declaration.Key.Text;
            if (
                IsSecret(instruction, name, compatibility)
                && (
                    compatibility != "default"
                    || IsToBePassed(declaration.Value, context)
                    || !IsHarmless(declaration.Value!, context)
                )
            )
            {
                context.Report(declaration.Key.Span, MessageArg(name: name));
            }
        }
    }

    public override void VisitEnv(EnvInstructionSyntax instruction, DockerfileRuleContext context)
    {
        string compatibility = Compatibility(context);
        foreach (KeyValueSyntax pair in instruction.Pairs)
        {
            string name = compatibility == "hadolint" ? pair.Key.Text : context.Expand(pair.Key).DisplayText;
            if (
                pair.Value is { } value
                && IsSecret(instruction, name, compatibility)
                && (compatibility != "default" || !IsHarmless(value, context))
            )
            {
                context.Report(pair.Key.Span, Message(name: name));
            }
        }
    }

    private static bool IsSecret(InstructionSyntax instruction, string name, string compatibility) =>
        compatibility switch
        {
            "buildkit" => !instruction.IsTrigger && SecretName.MatchesInBuildKit(name),
            "hadolint" => SecretName.MatchesInHadolint(name),
            _ => SecretName.Matches(name),
        };

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
