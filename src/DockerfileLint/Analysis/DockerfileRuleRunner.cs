using System.Collections.Immutable;
using DockerfileLint.Analysis.Projects;
using DockerfileLint.Configuration;
using DockerfileLint.Diagnostics;
using DockerfileLint.Rules;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Semantics.Projects;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.Analysis;

/// <summary>Walks a Dockerfile once and hands each element to the enabled rules that visit its kind.</summary>
internal sealed class DockerfileRuleRunner
{
    private const int StageBit = 24;
    private const int RunCommandBit = 25;
    private const int InstructionBit = 26;

    /// <summary>
    /// Reading the scripts of a shorter text takes no longer than a caller who has given up can wait.
    /// </summary>
    private const int LargeText = 64 * 1024;

    private readonly (DockerfileRule Rule, RuleOptionValues Options)[][] _rulesByElement = new (
        DockerfileRule,
        RuleOptionValues
    )[InstructionBit + 1][];

    private readonly CommandRules _commandRules;

    // Those for the commands of an exec form: hadolint takes it for one line of a shell.
    private readonly CommandRules _execFormRules;
    private readonly CommandRules _oneLineRules;

    private readonly DockerfileConsumers _consumers;
    private readonly ShellRuleRunner _shellRules;

    internal DockerfileRuleRunner(RuleSet ruleSet, DockerfileConsumers consumers)
    {
        _consumers = consumers;
        _shellRules = new ShellRuleRunner(ruleSet);
        (DockerfileRule Rule, RuleOptionValues Options)[] enabled =
        [
            .. ruleSet
                .EnabledRules.OfType<DockerfileRule>()
                .Select(rule => (rule, ruleSet.GetOptions(rule.Descriptor))),
        ];
        for (int bit = 0; bit < _rulesByElement.Length; bit++)
        {
            var element = (DockerfileElements)(1 << bit);
            _rulesByElement[bit] = Array.FindAll(enabled, each => (each.Rule.Elements & element) != 0);
        }

        ILookup<bool, (DockerfileRule Rule, RuleOptionValues Options)> commandRules = _rulesByElement[RunCommandBit]
            .ToLookup(each => ruleSet.GetBehaviour(each.Rule.Descriptor) == RuleBehaviour.Hadolint);
        _commandRules = new CommandRules(_rulesByElement[RunCommandBit]);
        _execFormRules = new CommandRules([.. commandRules[false]]);
        _oneLineRules = new CommandRules([.. commandRules[true]]);
    }

    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    /// <param name="model">The Dockerfile.</param>
    /// <param name="files">The files beside it.</param>
    /// <param name="sink">Gets what the rules say.</param>
    /// <param name="consumers">The services that are built from it, or <c>null</c> where they are to be found.</param>
    internal void Run(
        DockerfileModel model,
        ProjectReader files,
        DiagnosticSink sink,
        IReadOnlyList<BuildConsumer>? consumers = null
    )
    {
        if (model.Tree.Text.Length > LargeText)
        {
            ReadScripts(model, files.Cancellation);
        }

        var context = new Context(model, files, () => consumers ?? _consumers.Find(model.Tree.File.Path, files), sink);
        foreach (InstructionSyntax instruction in model.Preamble)
        {
            VisitInstruction(instruction, context);
        }

        foreach (Stage stage in model.Stages)
        {
            context.Enter(stage);
            VisitInstruction(stage.From, context);
            foreach (InstructionSyntax instruction in stage.Instructions)
            {
                VisitInstruction(instruction, context);
            }

            Visit(_rulesByElement[StageBit], stage, context, static (rule, node, c) => rule.VisitStage(node, c));
        }

        _shellRules.Run(model, sink, files.Cancellation);
    }

    /// <summary>
    /// Reads all scripts where the caller can give up meanwhile; a rule may ask for all of them in one visit.
    /// </summary>
    private static void ReadScripts(DockerfileModel model, CancellationToken cancellation)
    {
        foreach (InstructionSyntax instruction in model.Tree.Root.Instructions)
        {
            cancellation.ThrowIfCancellationRequested();
            InstructionSyntax command = (instruction as OnbuildInstructionSyntax)?.Trigger ?? instruction;
            model.GetScript(command, cancellation)?.FindRunCommands(cancellation);
        }
    }

    private void VisitInstruction(InstructionSyntax instruction, Context context)
    {
        context.Cancellation.ThrowIfCancellationRequested();
        context.VisitsTrigger = instruction.IsTrigger;
        Visit(
            _rulesByElement[InstructionBit],
            instruction,
            context,
            static (rule, node, c) => rule.VisitInstruction(node, c)
        );
        context.VisitsTrigger = false;
        switch (instruction)
        {
            case AddInstructionSyntax node:
                Visit(node, context, static (rule, node, c) => rule.VisitAdd(node, c));
                break;
            case ArgInstructionSyntax node:
                Visit(node, context, static (rule, node, c) => rule.VisitArg(node, c));
                break;
            case CmdInstructionSyntax node:
                Visit(node, context, static (rule, node, c) => rule.VisitCmd(node, c));
                break;
            case CopyInstructionSyntax node:
                Visit(node, context, static (rule, node, c) => rule.VisitCopy(node, c));
                break;
            case EntrypointInstructionSyntax node:
                Visit(node, context, static (rule, node, c) => rule.VisitEntrypoint(node, c));
                break;
            case EnvInstructionSyntax node:
                Visit(node, context, static (rule, node, c) => rule.VisitEnv(node, c));
                break;
            case ExposeInstructionSyntax node:
                Visit(node, context, static (rule, node, c) => rule.VisitExpose(node, c));
                break;
            case FromInstructionSyntax node:
                Visit(node, context, static (rule, node, c) => rule.VisitFrom(node, c));
                break;
            case HealthcheckInstructionSyntax node:
                Visit(node, context, static (rule, node, c) => rule.VisitHealthcheck(node, c));
                break;
            case LabelInstructionSyntax node:
                Visit(node, context, static (rule, node, c) => rule.VisitLabel(node, c));
                break;
            case MaintainerInstructionSyntax node:
                Visit(node, context, static (rule, node, c) => rule.VisitMaintainer(node, c));
                break;
            case OnbuildInstructionSyntax node:
                Visit(node, context, static (rule, node, c) => rule.VisitOnbuild(node, c));
                if (node.Trigger is { } trigger)
                {
                    VisitInstruction(trigger, context);
                }

                break;
            case RunInstructionSyntax node:
                Visit(node, context, static (rule, node, c) => rule.VisitRun(node, c));
                VisitCommands(node, context);
                break;
            case ShellInstructionSyntax node:
                Visit(node, context, static (rule, node, c) => rule.VisitShell(node, c));
                break;
            case StopsignalInstructionSyntax node:
                Visit(node, context, static (rule, node, c) => rule.VisitStopsignal(node, c));
                break;
            case UserInstructionSyntax node:
                Visit(node, context, static (rule, node, c) => rule.VisitUser(node, c));
                break;
            case VolumeInstructionSyntax node:
                Visit(node, context, static (rule, node, c) => rule.VisitVolume(node, c));
                break;
            case WorkdirInstructionSyntax node:
                Visit(node, context, static (rule, node, c) => rule.VisitWorkdir(node, c));
                break;
            default:
                break;
        }
    }

    private void VisitCommands(RunInstructionSyntax run, Context context)
    {
        if (_commandRules.IsEmpty || context.Model.GetScript(run) is not { } script)
        {
            return;
        }

        context.VisitsTrigger = run.IsTrigger;
        if (!script.IsExecForm)
        {
            VisitCommands(_commandRules, script, context);
        }
        else
        {
            VisitCommands(_execFormRules, script, context);
            if (!_oneLineRules.IsEmpty)
            {
                VisitCommands(_oneLineRules, script.GetInOneLine(context.Cancellation), context);
            }
        }

        context.VisitsTrigger = false;
    }

    private static void VisitCommands(CommandRules rules, InstructionScript script, Context context)
    {
        foreach (RunCommand command in script.RunCommands)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            Visit(rules.Find(command.Name), command, context, static (rule, node, c) => rule.VisitRunCommand(node, c));
        }
    }

    private void Visit<T>(T instruction, Context context, Action<DockerfileRule, T, DockerfileRuleContext> visit)
        where T : InstructionSyntax
    {
        context.VisitsTrigger = instruction.IsTrigger;
        Visit(_rulesByElement[(int)instruction.Kind], instruction, context, visit);
        context.VisitsTrigger = false;
    }

    private static void Visit<T>(
        (DockerfileRule Rule, RuleOptionValues Options)[] rules,
        T node,
        Context context,
        Action<DockerfileRule, T, DockerfileRuleContext> visit
    )
    {
        CancellationToken cancellation = context.Cancellation;
        context.Rules = rules;
        for (int i = 0; i < rules.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            DockerfileRule rule = rules[i].Rule;
            if (context.VisitsTrigger && !rule.VisitsTriggers)
            {
                continue;
            }

            context.Running = i;
            if (context.Sink.HasCrashed && context.Sink.Crashed(context.Options.Rule))
            {
                continue;
            }

            try
            {
                visit(rule, node, context);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                context.Sink.Crash(context.Options.Rule, exception);
            }
        }
    }

    /// <summary>The rules for a command, by the name of its program.</summary>
    private sealed class CommandRules
    {
        private readonly Dictionary<string, (DockerfileRule Rule, RuleOptionValues Options)[]> _byProgram = new(
            StringComparer.Ordinal
        );

        // Those that look at every command.
        private readonly (DockerfileRule Rule, RuleOptionValues Options)[] _others;

        internal CommandRules((DockerfileRule Rule, RuleOptionValues Options)[] rules)
        {
            _others = Array.FindAll(rules, each => each.Rule.Programs is null);
            foreach (string program in rules.SelectMany(each => each.Rule.Programs ?? []))
            {
                if (!_byProgram.ContainsKey(program))
                {
                    _byProgram.Add(
                        program,
                        Array.FindAll(rules, each => each.Rule.Programs?.Contains(program) != false)
                    );
                }
            }
        }

        internal bool IsEmpty => _others.Length == 0 && _byProgram.Count == 0;

        internal (DockerfileRule Rule, RuleOptionValues Options)[] Find(string program) =>
            _byProgram.TryGetValue(program, out (DockerfileRule Rule, RuleOptionValues Options)[]? rules)
                ? rules
                : _others;
    }

    private sealed class Context(
        DockerfileModel model,
        ProjectReader files,
        Func<IReadOnlyList<BuildConsumer>> findConsumers,
        DiagnosticSink sink
    ) : DockerfileRuleContext(model, files, files.Cancellation)
    {
        private LogicalLocation? _stageLocation;

        internal DiagnosticSink Sink => sink;

        /// <summary>The rules of the element that is visited.</summary>
        internal (DockerfileRule Rule, RuleOptionValues Options)[] Rules { get; set; } = [];

        /// <summary>Which of <see cref="Rules"/> is running: set for each visit of each rule.</summary>
        internal int Running { get; set; }

        internal override RuleOptionValues Options => Rules[Running].Options;

        internal bool VisitsTrigger { get; set; }

        internal void Enter(Stage stage)
        {
            Stage = stage;
            _stageLocation = null;
        }

        private protected override IReadOnlyList<BuildConsumer> FindConsumers() => findConsumers();

        private protected override void ReportCore(
            SourceSpan span,
            DiagnosticMessage message,
            string? tier,
            ImmutableArray<RelatedLocation> related
        )
        {
            if (Stage is { } stage)
            {
                _stageLocation ??= StageLocation.Of(stage);
            }

            sink.Report(Options.Rule, span, message, tier, related, _stageLocation);
        }
    }
}
