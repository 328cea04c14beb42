using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules;

/// <summary>A rule over Dockerfiles. Override the <c>Visit…</c> methods for the elements it judges.</summary>
public abstract class DockerfileRule : Rule
{
    /// <summary>The elements whose <c>Visit…</c> method the rule overrides; others are never dispatched to it. Generated for the rules of this library.</summary>
    public virtual DockerfileElements Elements => DockerfileElements.All;

    /// <summary>Visits the whole file once.</summary>
    public virtual void VisitFile(DockerfileModel model, RuleContext context)
    {
    }

    /// <summary>Visits each stage in order.</summary>
    public virtual void VisitStage(Stage stage, RuleContext context)
    {
    }
}

/// <summary>What a <see cref="DockerfileRule"/> visits.</summary>
[Flags]
public enum DockerfileElements
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The file.</summary>
    File = 1 << 0,

    /// <summary>The stages.</summary>
    Stage = 1 << 1,

    /// <summary>Everything.</summary>
    All = ~0,
}
