using System.Collections.Immutable;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC3001 and its siblings: features that the shell of a script does not have.</summary>
[Rule("SC3001", ShellFeature.ProcessSubstitution)]
[Rule("SC3002", ShellFeature.ExtendedPattern)]
[Rule("SC3003", ShellFeature.AnsiCQuote)]
[Rule("SC3004", ShellFeature.TranslatedQuote)]
[Rule("SC3005", ShellFeature.ArithmeticFor)]
[Rule("SC3006", ShellFeature.ArithmeticCommand)]
[Rule("SC3007", ShellFeature.BracketArithmetic)]
[Rule("SC3008", ShellFeature.Select)]
[Rule("SC3009", ShellFeature.BraceExpansion)]
[Rule("SC3010", ShellFeature.DoubleBracket)]
[Rule("SC3011", ShellFeature.HereString)]
[Rule("SC3012", ShellFeature.OrderOfStrings)]
[Rule("SC3013", ShellFeature.FileComparison)]
[Rule("SC3014", ShellFeature.DoubleEquals)]
[Rule("SC3015", ShellFeature.RegularExpression)]
[Rule("SC3016", ShellFeature.VariableTest)]
[Rule("SC3017", ShellFeature.UnaryA)]
[Rule("SC3018", ShellFeature.Increment)]
[Rule("SC3019", ShellFeature.Power)]
[Rule("SC3020", ShellFeature.OutputAndError)]
[Rule("SC3021", ShellFeature.OutputToFileDescriptor)]
[Rule("SC3022", ShellFeature.NamedDescriptor)]
[Rule("SC3023", ShellFeature.LargeDescriptor)]
[Rule("SC3024", ShellFeature.AppendAssignment)]
[Rule("SC3025", ShellFeature.NetworkFile)]
[Rule("SC3026", ShellFeature.CaretInBrackets)]
[Rule("SC3028", ShellFeature.Variable)]
[Rule("SC3029", ShellFeature.PipeBoth)]
[Rule("SC3030", ShellFeature.Array)]
[Rule("SC3032", ShellFeature.Coprocess)]
[Rule("SC3033", ShellFeature.FunctionName)]
[Rule("SC3034", ShellFeature.ReadFile)]
[Rule("SC3035", ShellFeature.ReadFileInBackticks)]
[Rule("SC3036", ShellFeature.EchoOptionBesidesN)]
[Rule("SC3037", ShellFeature.EchoOption)]
[Rule("SC3038", ShellFeature.ExecOption)]
[Rule("SC3039", ShellFeature.Let)]
[Rule("SC3040", ShellFeature.SetOption)]
[Rule("SC3041", ShellFeature.SetFlag)]
[Rule("SC3042", ShellFeature.SetLongFlag)]
[Rule("SC3043", ShellFeature.Local)]
[Rule("SC3044", ShellFeature.Builtin)]
[Rule("SC3045", ShellFeature.BuiltinOption)]
[Rule("SC3046", ShellFeature.Source)]
[Rule("SC3047", ShellFeature.TrapCondition)]
[Rule("SC3048", ShellFeature.SignalPrefix)]
[Rule("SC3049", ShellFeature.SignalCase)]
[Rule("SC3050", ShellFeature.PrintfQuote)]
[Rule("SC3052", ShellFeature.ArithmeticBase)]
[Rule("SC3053", ShellFeature.Indirection)]
[Rule("SC3054", ShellFeature.ArrayElement)]
[Rule("SC3055", ShellFeature.ArrayKeys)]
[Rule("SC3056", ShellFeature.NamePrefix)]
[Rule("SC3057", ShellFeature.Substring)]
[Rule("SC3058", ShellFeature.TrimmedArguments)]
[Rule("SC3059", ShellFeature.CaseModification)]
[Rule("SC3060", ShellFeature.Replacement)]
[Rule("SC3062", ShellFeature.OptionTest)]
[Rule("SC3063", ShellFeature.ReferenceTest)]
[Rule("SC3064", ShellFeature.ModifiedTest)]
[Rule("SC3065", ShellFeature.StickyTest)]
[Rule("SC3066", ShellFeature.GroupTest)]
[Rule("SC3067", ShellFeature.OwnerTest)]
internal sealed partial class UnsupportedFeature(ShellFeature feature) : ShellRule
{
    private readonly ShellFeature _feature = feature;

    public override void VisitScript(ShellScriptSyntax script, ShellRuleContext context)
    {
        if (
            !script.Errors.IsEmpty
            || context.Dialect is ShellKind.Bash or ShellKind.Ksh
            || context.Features.Count == 0
            || (
                !context.IsExact
                && context.Dialect == ShellKind.Sh
                && ReplacedShells.Of(context.Model).IsBefore(context.Stage, context.Instruction)
            )
        )
        {
            return;
        }

        foreach (ShellFeatureUse use in context.Features)
        {
            if (
                use.Feature == _feature
                && !ShellSupport.Has(context.Dialect, use, context.IsExact)
                && !(_feature == ShellFeature.Variable && IsSetInFile(use.Name, context))
            )
            {
                context.Report(
                    use.Span,
                    Message(shell: GetName(context.Dialect), text: ShellNodes.Show(use.AsSpan())),
                    context.Dialect == ShellKind.Sh && !context.IsExact && !DashImages.Contains(context.Stage)
                        ? UnknownTier
                        : null
                );
            }
        }
    }

    private static bool IsSetInFile(string name, ShellRuleContext context) =>
        context.Stage is { } stage
        && (
            stage.Variables.IsDefined(name, context.Instruction.Span.Start)
            || (context.Instruction.IsTrigger && IsSetByTrigger(name, stage, context.Instruction))
        );

    /// <summary>Whether another trigger sets a variable, which runs before.</summary>
    private static bool IsSetByTrigger(string name, Stage stage, InstructionSyntax instruction)
    {
        foreach (InstructionSyntax trigger in stage.Triggers)
        {
            ImmutableArray<KeyValueSyntax> pairs = trigger switch
            {
                _ when trigger.Span.Start >= instruction.Span.Start => [],
                ArgInstructionSyntax arg => arg.Declarations,
                EnvInstructionSyntax env => env.Pairs,
                _ => [],
            };
            foreach (KeyValueSyntax pair in pairs)
            {
                if (pair.Key.Text == name)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static string GetName(ShellKind kind) =>
        kind switch
        {
            ShellKind.Dash => "dash",
            ShellKind.Ash => "ash",
            _ => "sh",
        };
}
