using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules;

/// <summary>
/// A rule over Dockerfiles. Override the <c>Visit…</c> methods for the elements it judges. Instructions come in text
/// order, those before the first FROM and those that the builder refuses included;
/// triggers of ONBUILD come to rules that ask for them.
/// </summary>
[Experimental(ExperimentalApi.Id)]
public abstract class DockerfileRule : Rule
{
    /// <summary>
    /// The elements whose <c>Visit…</c> method the rule overrides; others are never dispatched to it. Generated for the
    /// rules of this library.
    /// </summary>
    public virtual DockerfileElements Elements => DockerfileElements.All;

    /// <summary>Whether the rule judges the triggers of ONBUILD as it does other instructions.</summary>
    public virtual bool VisitsTriggers => false;

    /// <summary>
    /// The programs whose commands <see cref="VisitRunCommand"/> is called for, by their names without a path and with
    /// case; <c>null</c>, the default, for all commands.
    /// </summary>
    public virtual IReadOnlyCollection<string>? Programs => null;

    /// <summary>Visits each stage in order, after its instructions.</summary>
    public virtual void VisitStage(Stage stage, DockerfileRuleContext context) { }

    /// <summary>Visits each instruction of any kind, lines that are no instruction included.</summary>
    public virtual void VisitInstruction(InstructionSyntax instruction, DockerfileRuleContext context) { }

    /// <summary>
    /// Visits each simple command of each RUN in order, or those of <see cref="Programs"/> where the rule names some.
    /// </summary>
    public virtual void VisitRunCommand(RunCommand command, DockerfileRuleContext context) { }

    /// <summary>Visits each ADD.</summary>
    public virtual void VisitAdd(AddInstructionSyntax instruction, DockerfileRuleContext context) { }

    /// <summary>Visits each ARG.</summary>
    public virtual void VisitArg(ArgInstructionSyntax instruction, DockerfileRuleContext context) { }

    /// <summary>Visits each CMD.</summary>
    public virtual void VisitCmd(CmdInstructionSyntax instruction, DockerfileRuleContext context) { }

    /// <summary>Visits each COPY.</summary>
    public virtual void VisitCopy(CopyInstructionSyntax instruction, DockerfileRuleContext context) { }

    /// <summary>Visits each ENTRYPOINT.</summary>
    public virtual void VisitEntrypoint(EntrypointInstructionSyntax instruction, DockerfileRuleContext context) { }

    /// <summary>Visits each ENV.</summary>
    public virtual void VisitEnv(EnvInstructionSyntax instruction, DockerfileRuleContext context) { }

    /// <summary>Visits each EXPOSE.</summary>
    public virtual void VisitExpose(ExposeInstructionSyntax instruction, DockerfileRuleContext context) { }

    /// <summary>Visits each FROM.</summary>
    public virtual void VisitFrom(FromInstructionSyntax instruction, DockerfileRuleContext context) { }

    /// <summary>Visits each HEALTHCHECK.</summary>
    public virtual void VisitHealthcheck(HealthcheckInstructionSyntax instruction, DockerfileRuleContext context) { }

    /// <summary>Visits each LABEL.</summary>
    public virtual void VisitLabel(LabelInstructionSyntax instruction, DockerfileRuleContext context) { }

    /// <summary>Visits each MAINTAINER.</summary>
    public virtual void VisitMaintainer(MaintainerInstructionSyntax instruction, DockerfileRuleContext context) { }

    /// <summary>Visits each ONBUILD.</summary>
    public virtual void VisitOnbuild(OnbuildInstructionSyntax instruction, DockerfileRuleContext context) { }

    /// <summary>Visits each RUN.</summary>
    public virtual void VisitRun(RunInstructionSyntax instruction, DockerfileRuleContext context) { }

    /// <summary>Visits each SHELL.</summary>
    public virtual void VisitShell(ShellInstructionSyntax instruction, DockerfileRuleContext context) { }

    /// <summary>Visits each STOPSIGNAL.</summary>
    public virtual void VisitStopsignal(StopsignalInstructionSyntax instruction, DockerfileRuleContext context) { }

    /// <summary>Visits each USER.</summary>
    public virtual void VisitUser(UserInstructionSyntax instruction, DockerfileRuleContext context) { }

    /// <summary>Visits each VOLUME.</summary>
    public virtual void VisitVolume(VolumeInstructionSyntax instruction, DockerfileRuleContext context) { }

    /// <summary>Visits each WORKDIR.</summary>
    public virtual void VisitWorkdir(WorkdirInstructionSyntax instruction, DockerfileRuleContext context) { }
}
