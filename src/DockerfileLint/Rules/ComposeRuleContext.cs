using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules;

/// <summary>What a rule may ask and say while it visits a Compose file.</summary>
[Experimental(ExperimentalApi.Id)]
public abstract class ComposeRuleContext : RuleContext
{
    private protected ComposeRuleContext(ComposeModel model, ComposeTarget target)
        : base(model.File)
    {
        Model = model;
        Target = target;
    }

    /// <summary>The model of the file.</summary>
    public ComposeModel Model { get; }

    /// <summary>What runs the file.</summary>
    public ComposeTarget Target { get; }
}
