using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Semantics.Projects;

namespace DockerfileLint.Rules;

/// <summary>
/// A rule over Compose projects together with the Dockerfiles of their services. Override the <c>Visit…</c> methods for
/// the elements it judges. Its findings lie in the Compose files.
/// </summary>
[Experimental(ExperimentalApi.Id)]
public abstract class ProjectRule : Rule
{
    /// <summary>
    /// The elements whose <c>Visit…</c> method the rule overrides; others are never dispatched to it. Generated for the
    /// rules of this library.
    /// </summary>
    public virtual ProjectElements Elements => ProjectElements.All;

    /// <summary>Visits what really runs for each service, in order.</summary>
    public virtual void VisitContainer(EffectiveContainer container, ProjectRuleContext context) { }
}

/// <summary>What a <see cref="ProjectRule"/> visits.</summary>
[Flags]
[Experimental(ExperimentalApi.Id)]
public enum ProjectElements
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>What runs for the services.</summary>
    Container = 1 << 0,

    /// <summary>Everything.</summary>
    All = ~0,
}
