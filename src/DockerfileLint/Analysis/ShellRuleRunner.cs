using System.Collections.Immutable;
using DockerfileLint.Analysis.Suppressions;
using DockerfileLint.Configuration;
using DockerfileLint.Diagnostics;
using DockerfileLint.Rules;
using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Semantics.Shell;
using DockerfileLint.Syntax;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Shell;
using DockerfileLint.Text;

namespace DockerfileLint.Analysis;

/// <summary>
/// Walks each script of a Dockerfile once and hands each node to the enabled rules that visit its kind. Rules that
/// judge as hadolint does get what that hands to ShellCheck: the scripts of RUN in shell form and no other.
/// </summary>
internal sealed class ShellRuleRunner
{
    private const int Kinds = SyntaxKind.ShellArithmeticExpansion - SyntaxKind.ShellScript + 1;

    private readonly RunningRule[][] _rules;
    private readonly RunningRule[][] _ownRules;
    private readonly bool _hasRules;
    private readonly bool _hasOwnRules;

    internal ShellRuleRunner(RuleSet ruleSet)
    {
        RunningRule[] enabled =
        [
            .. ruleSet
                .EnabledRules.OfType<ShellRule>()
                .Select(rule => new RunningRule(
                    rule,
                    ruleSet.GetOptions(rule.Descriptor),
                    ruleSet.GetBehaviour(rule.Descriptor) == RuleBehaviour.Hadolint
                )),
        ];
        RunningRule[] own = Array.FindAll(enabled, each => !each.IsHadolint);
        _rules = CreateTable(enabled);
        _ownRules = CreateTable(own);
        _hasRules = enabled.Length > 0;
        _hasOwnRules = own.Length > 0;
    }

    /// <summary>Visits the scripts of a file.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    internal void Run(DockerfileModel model, DiagnosticSink sink, CancellationToken cancellation)
    {
        if (!_hasRules)
        {
            return;
        }

        var context = new Context(model, sink, cancellation);
        Visit(model.Preamble, context);
        foreach (Stage stage in model.Stages)
        {
            context.Enter(stage);
            Visit(stage.Instructions, context);
        }
    }

    private static RunningRule[][] CreateTable(RunningRule[] rules)
    {
        var table = new RunningRule[Kinds][];
        for (int i = 0; i < table.Length; i++)
        {
            table[i] = Array.FindAll(rules, each => ((int)each.Rule.Elements & (1 << i)) != 0);
        }

        return table;
    }

    private void Visit(ImmutableArray<InstructionSyntax> instructions, Context context)
    {
        foreach (InstructionSyntax each in instructions)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            InstructionSyntax? instruction = each is OnbuildInstructionSyntax onbuild ? onbuild.Trigger : each;
            if (
                instruction is null
                || !(instruction is RunInstructionSyntax || _hasOwnRules)
                || context.Model.GetScript(instruction, context.Cancellation) is not { } script
            )
            {
                continue;
            }

            context.Enter(script);
            if (!script.IsExecForm)
            {
                Visit(script.Script, instruction is RunInstructionSyntax ? _rules : _ownRules, context);
            }

            if (_hasOwnRules)
            {
                foreach (ShellScriptSyntax nested in script.NestedScripts)
                {
                    Visit(nested, _ownRules, context);
                }
            }
        }
    }

    private static void Visit(ShellScriptSyntax script, RunningRule[][] rules, Context context)
    {
        if (!context.TryEnter(script))
        {
            return;
        }

        if (script.Errors.IsEmpty)
        {
            Walk(script, rules, context);
        }
        else
        {
            // What a shell does not read, it does not run.
            Visit(rules[0], script, context);
        }
    }

    /// <summary>Nodes nest no deeper than the parser, which calls itself too.</summary>
    private static void Walk(SyntaxNode node, RunningRule[][] rules, Context context)
    {
        int kind = node.SyntaxKind - SyntaxKind.ShellScript;
        if ((uint)kind < (uint)rules.Length && rules[kind].Length > 0)
        {
            Visit(rules[kind], node, context);
        }

        int slots = node.SlotCount;
        for (int i = 0; i < slots; i++)
        {
            ChildSlot slot = node.GetSlot(i);
            if (slot.Node is { } child)
            {
                Walk(child, rules, context);
            }
            else if (slot.Nodes is { } children)
            {
                foreach (SyntaxNode each in children)
                {
                    Walk(each, rules, context);
                }
            }
        }
    }

    private static void Visit(RunningRule[] rules, SyntaxNode node, Context context)
    {
        context.Cancellation.ThrowIfCancellationRequested();
        foreach (RunningRule running in rules)
        {
            if (context.Sink.HasCrashed && context.Sink.Crashed(running.Options.Rule))
            {
                continue;
            }

            context.Running = running;
            try
            {
                Visit(running.Rule, node, context);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                context.Sink.Crash(running.Options.Rule, exception);
            }
        }
    }

    private static void Visit(ShellRule rule, SyntaxNode node, Context context)
    {
        switch (node.SyntaxKind)
        {
            case SyntaxKind.ShellScript:
                rule.VisitScript((ShellScriptSyntax)node, context);
                break;
            case SyntaxKind.ShellList:
                rule.VisitList((ShellListSyntax)node, context);
                break;
            case SyntaxKind.ShellPipeline:
                rule.VisitPipeline((ShellPipelineSyntax)node, context);
                break;
            case SyntaxKind.ShellSimpleCommand:
                rule.VisitSimpleCommand((ShellSimpleCommandSyntax)node, context);
                break;
            case SyntaxKind.ShellSubshell:
                rule.VisitSubshell((ShellSubshellSyntax)node, context);
                break;
            case SyntaxKind.ShellGroup:
                rule.VisitGroup((ShellGroupSyntax)node, context);
                break;
            case SyntaxKind.ShellIf:
                rule.VisitIf((ShellIfSyntax)node, context);
                break;
            case SyntaxKind.ShellWhile:
                rule.VisitWhile((ShellWhileSyntax)node, context);
                break;
            case SyntaxKind.ShellFor:
                rule.VisitFor((ShellForSyntax)node, context);
                break;
            case SyntaxKind.ShellCase:
                rule.VisitCase((ShellCaseSyntax)node, context);
                break;
            case SyntaxKind.ShellFunction:
                rule.VisitFunction((ShellFunctionSyntax)node, context);
                break;
            case SyntaxKind.ShellTest:
                rule.VisitTest((ShellTestSyntax)node, context);
                break;
            case SyntaxKind.ShellArithmetic:
                rule.VisitArithmetic((ShellArithmeticSyntax)node, context);
                break;
            case SyntaxKind.ShellAssignment:
                rule.VisitAssignment((ShellAssignmentSyntax)node, context);
                break;
            case SyntaxKind.ShellRedirection:
                rule.VisitRedirection((ShellRedirectionSyntax)node, context);
                break;
            case SyntaxKind.ShellWord:
                rule.VisitWord((ShellWordSyntax)node, context);
                break;
            case SyntaxKind.ShellLiteral:
                rule.VisitLiteral((ShellLiteralSyntax)node, context);
                break;
            case SyntaxKind.ShellSingleQuoted:
                rule.VisitSingleQuoted((ShellSingleQuotedSyntax)node, context);
                break;
            case SyntaxKind.ShellDoubleQuoted:
                rule.VisitDoubleQuoted((ShellDoubleQuotedSyntax)node, context);
                break;
            case SyntaxKind.ShellParameter:
                rule.VisitParameter((ShellParameterSyntax)node, context);
                break;
            case SyntaxKind.ShellCommandSubstitution:
                rule.VisitCommandSubstitution((ShellCommandSubstitutionSyntax)node, context);
                break;
            case SyntaxKind.ShellProcessSubstitution:
                rule.VisitProcessSubstitution((ShellProcessSubstitutionSyntax)node, context);
                break;
            case SyntaxKind.ShellArithmeticExpansion:
                rule.VisitArithmeticExpansion((ShellArithmeticExpansionSyntax)node, context);
                break;
            default:
                break;
        }
    }

    /// <summary>A rule of the run.</summary>
    /// <param name="Rule">The rule.</param>
    /// <param name="Options">The values of its options.</param>
    /// <param name="IsHadolint">Whether it judges as hadolint does.</param>
    private sealed record RunningRule(ShellRule Rule, RuleOptionValues Options, bool IsHadolint);

    private sealed class Context(DockerfileModel model, DiagnosticSink sink, CancellationToken cancellation)
        : ShellRuleContext(model, cancellation)
    {
        private LogicalLocation? _stageLocation;
        private ShellDirectives? _directives;
        private ExportedVariables? _exported;
        private ShellValues? _values;
        private ShellValues? _hadolintValues;
        private ShellVariables? _variables;
        private ShellKind _named;
        private ShellKind? _actual;
        private bool? _stopsOnError;

        internal DiagnosticSink Sink => sink;

        internal RunningRule Running { get; set; } = null!;

        internal override RuleOptionValues Options => Running.Options;

        internal override bool IsExact => Running.IsHadolint;

        public override ShellKind Dialect =>
            Running.IsHadolint ? _named : _actual ??= ScriptDialect.FindActual(_named, Model, Stage);

        internal override ShellValues Values =>
            Running.IsHadolint
                ? _hadolintValues ??= ShellValues.Of(
                    Script,
                    name => IsExported(name) ? ValueShape.Plain : ValueShape.Unknown,
                    forgetsChains: true
                )
                : _values ??= ShellValues.Of(Script, GetShape);

        internal override ShellVariables Variables => _variables ??= ShellVariables.Of(Script);

        internal override bool StopsOnError => _stopsOnError ??= ShellStatus.StopsOnError(Script);

        internal override bool IsExported(string name) =>
            (_exported ??= new ExportedVariables(Model, Stage)).Contains(name, Instruction);

        internal void Enter(Stage stage)
        {
            Stage = stage;
            _stageLocation = null;
            _exported = null;
        }

        internal void Enter(InstructionScript script) => InstructionScript = script;

        /// <summary>Whether a script is one for a shell, and holds anything.</summary>
        internal bool TryEnter(ShellScriptSyntax script)
        {
            if (script.Statements.IsEmpty && script.Errors.IsEmpty)
            {
                return false;
            }

            Script = script;
            _actual = null;
            _values = null;
            _hadolintValues = null;
            _variables = null;
            _directives = script.Comments.IsEmpty ? null : ShellDirectives.Find(script);
            bool isOwn = script == InstructionScript.Script;
            var dialect = isOwn ? ScriptDialect.Find(Model, Stage, InstructionScript) : default;
            _named =
                _directives?.Shell is { } shell ? ShellNames.GetKind(shell)
                : isOwn ? dialect.Kind
                : script.Kind;
            _stopsOnError = dialect.StopsOnError ? true : null;
            IsPipefail = dialect.IsPipefail;
            return _named is ShellKind.Sh or ShellKind.Bash or ShellKind.Ash or ShellKind.Dash or ShellKind.Ksh;
        }

        /// <summary>What ARG and ENV give a variable; some are always there.</summary>
        private ValueShape GetShape(string name) =>
            name is "HOME" or "PWD" or "HOSTNAME" ? ValueShape.Plain
            : (Stage?.Variables ?? Model.GlobalVariables).LookUp(name, Instruction.Span.Start)
                is { State: VariableState.Set, Certainty: not Certainty.Unknown } variable
                ? ValueShapes.Of(variable.Guess.AsSpan())
            : ValueShape.Unknown;

        private protected override void ReportCore(
            SourceSpan span,
            DiagnosticMessage message,
            string? tier,
            ImmutableArray<RelatedLocation> related
        )
        {
            if (_directives is { } directives && directives.Disables(Options.Rule.Id, span.Start))
            {
                return;
            }

            if (Stage is { } stage)
            {
                _stageLocation ??= StageLocation.Of(stage);
            }

            sink.Report(Options.Rule, span, message, tier, related, _stageLocation);
        }
    }
}
