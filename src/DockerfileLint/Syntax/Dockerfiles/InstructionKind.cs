using System.Diagnostics.CodeAnalysis;

namespace DockerfileLint.Syntax.Dockerfiles;

/// <summary>The instructions of the Dockerfile language.</summary>
[Experimental(ExperimentalApi.Id)]
public enum InstructionKind
{
    /// <summary>A name that is no instruction.</summary>
    Unknown,

    /// <summary>ADD.</summary>
    Add,

    /// <summary>ARG.</summary>
    Arg,

    /// <summary>CMD.</summary>
    Cmd,

    /// <summary>COPY.</summary>
    Copy,

    /// <summary>ENTRYPOINT.</summary>
    Entrypoint,

    /// <summary>ENV.</summary>
    Env,

    /// <summary>EXPOSE.</summary>
    Expose,

    /// <summary>FROM.</summary>
    From,

    /// <summary>HEALTHCHECK.</summary>
    Healthcheck,

    /// <summary>LABEL.</summary>
    Label,

    /// <summary>MAINTAINER, deprecated.</summary>
    Maintainer,

    /// <summary>ONBUILD.</summary>
    Onbuild,

    /// <summary>RUN.</summary>
    Run,

    /// <summary>SHELL.</summary>
    Shell,

    /// <summary>STOPSIGNAL.</summary>
    Stopsignal,

    /// <summary>USER.</summary>
    User,

    /// <summary>VOLUME.</summary>
    Volume,

    /// <summary>WORKDIR.</summary>
    Workdir,
}
