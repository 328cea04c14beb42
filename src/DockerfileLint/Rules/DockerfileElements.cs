using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules;

/// <summary>What a <see cref="DockerfileRule"/> visits.</summary>
[Flags]
[Experimental(ExperimentalApi.Id)]
public enum DockerfileElements
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>ADD.</summary>
    Add = 1 << (int)InstructionKind.Add,

    /// <summary>ARG.</summary>
    Arg = 1 << (int)InstructionKind.Arg,

    /// <summary>CMD.</summary>
    Cmd = 1 << (int)InstructionKind.Cmd,

    /// <summary>COPY.</summary>
    Copy = 1 << (int)InstructionKind.Copy,

    /// <summary>ENTRYPOINT.</summary>
    Entrypoint = 1 << (int)InstructionKind.Entrypoint,

    /// <summary>ENV.</summary>
    Env = 1 << (int)InstructionKind.Env,

    /// <summary>EXPOSE.</summary>
    Expose = 1 << (int)InstructionKind.Expose,

    /// <summary>FROM.</summary>
    From = 1 << (int)InstructionKind.From,

    /// <summary>HEALTHCHECK.</summary>
    Healthcheck = 1 << (int)InstructionKind.Healthcheck,

    /// <summary>LABEL.</summary>
    Label = 1 << (int)InstructionKind.Label,

    /// <summary>MAINTAINER.</summary>
    Maintainer = 1 << (int)InstructionKind.Maintainer,

    /// <summary>ONBUILD.</summary>
    Onbuild = 1 << (int)InstructionKind.Onbuild,

    /// <summary>RUN.</summary>
    Run = 1 << (int)InstructionKind.Run,

    /// <summary>SHELL.</summary>
    Shell = 1 << (int)InstructionKind.Shell,

    /// <summary>STOPSIGNAL.</summary>
    Stopsignal = 1 << (int)InstructionKind.Stopsignal,

    /// <summary>USER.</summary>
    User = 1 << (int)InstructionKind.User,

    /// <summary>VOLUME.</summary>
    Volume = 1 << (int)InstructionKind.Volume,

    /// <summary>WORKDIR.</summary>
    Workdir = 1 << (int)InstructionKind.Workdir,

    /// <summary>The stages.</summary>
    Stage = 1 << 24,

    /// <summary>The simple commands of RUN.</summary>
    RunCommand = 1 << 25,

    /// <summary>Instructions of any kind.</summary>
    Instruction = 1 << 26,

    /// <summary>Everything.</summary>
    All = ~0,
}
