using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Semantics.Projects;

namespace DockerfileLint.Rules;

/// <summary>What a rule may ask and say while it visits a Compose project.</summary>
/// <remarks>
/// What a rule reports in a file that the project only includes or extends is left out: it is reported with the project
/// that the file is part of.
/// </remarks>
[Experimental(ExperimentalApi.Id)]
public abstract class ComposeRuleContext : RuleContext
{
    private protected ComposeRuleContext(
        ComposeModel model,
        ProjectModel project,
        ComposeTarget target,
        CancellationToken cancellation
    )
        : base(cancellation)
    {
        Model = model;
        Project = project;
        Target = target;
    }

    /// <summary>The model of the project.</summary>
    public ComposeModel Model { get; }

    /// <summary>The project together with its Dockerfiles, which are read when something is asked of them.</summary>
    public ProjectModel Project { get; }

    /// <summary>What runs the project.</summary>
    public ComposeTarget Target { get; }
}
