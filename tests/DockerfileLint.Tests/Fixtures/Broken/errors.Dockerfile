# escape=x
RUN before-from
FORM alpine
FROM alpine as 1st
FROM alpine AS base extra
FROM base AS base
FROM ${UNDEFINED}
FROM --platform=plan9/vax alpine
XYZZY --known nothing
COPY --form=base --link=maybe one
COPY one
COPY --from=nowhere /a /b
ADD
ADD --checksum=md5:1 https://example.org/a /b
ENV a=b c d=e
ENV lonely
ENV ="x"
LABEL
ARG =x
ARG
CMD ["sleep", 60]
CMD ["open", "array"
SHELL bash -c
SHELL []
RUN --mount=type=wat,target=/x --mount=type=cache id
RUN --mount=type=secret,required=perhaps id
RUN --network=wide --security=none id
HEALTHCHECK --interval=30 --retries=x CMD
HEALTHCHECK NONE today
HEALTHCHECK SOMETIMES
ONBUILD ONBUILD RUN x
ONBUILD FROM alpine
ONBUILD MAINTAINER x
ONBUILD
EXPOSE
EXPOSE 99999 80/icmp a-b
VOLUME [""]
VOLUME
USER
WORKDIR
STOPSIGNAL
STOPSIGNAL SIGNOTHING
ENTRYPOINT ['single']
MAINTAINER
RUN
USER ${A
ENV A=${B!c}
LABEL "open=quote
