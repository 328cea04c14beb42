using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Syntax.Compose;

namespace DockerfileLint.Rules;

/// <summary>A rule over Compose files. Override the <c>Visit…</c> methods for the elements it judges.</summary>
[Experimental(ExperimentalApi.Id)]
public abstract class ComposeRule : Rule
{
    /// <summary>
    /// The elements whose <c>Visit…</c> method the rule overrides; others are never dispatched to it. Generated for the
    /// rules of this library.
    /// </summary>
    public virtual ComposeElements Elements => ComposeElements.All;

    /// <summary>Visits the project as a whole, before its files and services.</summary>
    public virtual void VisitProject(ComposeModel model, ComposeRuleContext context) { }

    /// <summary>
    /// Visits each file of the project as it is written, in the order in which they are merged; those that are included
    /// or extended are not among them.
    /// </summary>
    public virtual void VisitFile(ComposeFileSyntax file, ComposeRuleContext context) { }

    /// <summary>Visits each effective service in order.</summary>
    public virtual void VisitService(Service service, ComposeRuleContext context) { }
}

/// <summary>What a <see cref="ComposeRule"/> visits.</summary>
[Flags]
[Experimental(ExperimentalApi.Id)]
public enum ComposeElements
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The effective services.</summary>
    Service = 1 << 0,

    /// <summary>The files as they are written.</summary>
    File = 1 << 1,

    /// <summary>The project as a whole.</summary>
    Project = 1 << 2,

    /// <summary>Everything.</summary>
    All = ~0,
}
