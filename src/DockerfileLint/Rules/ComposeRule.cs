using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Semantics.Compose;

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

    /// <summary>Visits the file as a whole, before its services.</summary>
    public virtual void VisitFile(ComposeModel model, ComposeRuleContext context) { }

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

    /// <summary>The file as a whole.</summary>
    File = 1 << 1,

    /// <summary>Everything.</summary>
    All = ~0,
}
