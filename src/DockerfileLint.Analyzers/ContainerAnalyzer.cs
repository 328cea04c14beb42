using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DockerfileLint.Analyzers;

/// <summary>
/// Judges containers that C# declares with Testcontainers, Aspire or Docker.DotNet by the rules for Compose files.
/// Costs nothing where none of them is referenced.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ContainerAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => ContainerRules.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (KnownTypes.Find(start.Compilation) is { } types)
            {
                var fields = new ReadOnlyFields();
                start.RegisterOperationBlockAction(block => Analyze(block, types, fields));
            }
        });
    }

    private static void Analyze(OperationBlockAnalysisContext context, KnownTypes types, ReadOnlyFields fields)
    {
        var sink = new FindingSink(context.ReportDiagnostic);
        var locals = new Locals();
        var values = new ConstantValues(fields, locals, context.CancellationToken);
        var settings = new ContainerSettings(sink);
        var images = new ImageJudge(sink);
        var testcontainers = new TestcontainersCalls(types, values, settings, images);
        var aspire = new AspireCalls(values, settings, images);
        var engine = new EngineSettings(types, values, settings, images);

        // A local may be set behind the place that asks for it, so nothing is judged before all is seen.
        var judgements = new List<Action>();
        foreach (IOperation operation in context.OperationBlocks.SelectMany(block => block.DescendantsAndSelf()))
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            locals.Visit(operation);
            switch (operation)
            {
                case IInvocationOperation call:
                    KnownType owner = types.GetOwner(call.TargetMethod);
                    aspire.Collect(call, owner == KnownType.AspireExtensions);
                    if (owner == KnownType.TestcontainersBuilder)
                    {
                        judgements.Add(() => testcontainers.Visit(call));
                    }
                    else if (owner == KnownType.AspireExtensions)
                    {
                        judgements.Add(() => aspire.Judge(call));
                    }
                    else if (call is { TargetMethod.Name: "Add", Arguments.Length: 1 })
                    {
                        if (
                            call.Instance is IPropertyReferenceOperation { Property: { Name: "Args" } arguments }
                            && types.Get(arguments.ContainingType) == KnownType.AspireRuntimeArguments
                        )
                        {
                            judgements.Add(() => aspire.JudgeRuntimeArgument(call.Arguments[0].Value));
                        }
                        else
                        {
                            judgements.Add(() => engine.Visit(call));
                        }
                    }

                    break;
                case IObjectCreationOperation creation
                    when types.IsOrDerivesFrom(creation.Type, KnownType.TestcontainersBuilder):
                    judgements.Add(() => testcontainers.Visit(creation));
                    break;
                case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { } property } } set
                    when types.Get(property.ContainingType) != KnownType.None:
                    judgements.Add(() => engine.Visit(set));
                    break;
            }
        }

        foreach (Action judge in judgements)
        {
            judge();
        }

        aspire.JudgeImages();
    }
}
