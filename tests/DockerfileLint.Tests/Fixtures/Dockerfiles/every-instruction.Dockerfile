#syntax=docker/dockerfile:1.20-labs
#	escape = \
ARG REGISTRY=registry.example.org:5000 TAG
ARG EMPTY=
FROM --platform=linux/amd64 ${REGISTRY}/team/base:${TAG:-stable} AS base
MAINTAINER Ada Example <ada@example.org>
LABEL plain=value "quoted key"="quoted value" single='it is'
LABEL legacy a value with blanks
ENV A=1 B="two words" C=three\ words D='$A' E=${A:+set} F=${EMPTY-unset} G=${NONE:-default}
ENV LEGACY all of $A this
ENV P1=${PATH#/usr} P2=${PATH##*/} P3=${PATH%/bin} P4=${PATH%%:*} P5=${PATH/usr/opt} P6=${PATH//:/;}
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
ADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d \
    --unpack=true https://example.org/tool.tar.gz /opt/
ADD --keep-git-dir=true --link --exclude=*.md --exclude=docs https://example.org/tool.git#v1.4 /src
ADD --chown=1000:1000 --chmod=0644 ["a file", "another", "/data/"]
COPY --chown=app:app --chmod=u=rwX,go=rX one two*.txt /data/
COPY --link --parents ./a/./b/*.c /src/
COPY --exclude=*.log --exclude=**/*.tmp . /app
COPY --from=docker.io/library/alpine:3.22 /etc/os-release /etc/base-release
COPY <<inline /etc/motd
Welcome to $A.
inline
RUN --network=none --security=sandbox id
RUN --device=vendor1.com/device=foo,required nvidia-smi
RUN --mount=type=bind,from=debian:13-slim,source=/etc,target=/host,rw=false \
    --mount=type=cache,id=go,target=/root/.cache,uid=1000,gid=1000,mode=0755,sharing=private \
    --mount=type=tmpfs,target=/tmp,size=64m \
    --mount=type=secret,id=token,env=TOKEN \
    --mount=type=ssh,id=default,required=false \
    make -j "$(nproc)" all
RUN ["/bin/sh", "-c", "echo \"exec \u0066orm\" && exit 0"]
WORKDIR /app/$A
VOLUME /one /two
VOLUME ["/three", "/four"]
EXPOSE 80 443/tcp 53/udp 8000-8010 $A/tcp
STOPSIGNAL 9
HEALTHCHECK --interval=1m30s --timeout=2s --start-period=1m --start-interval=500ms --retries=5 CMD curl -f http://localhost/ || exit 1
ONBUILD COPY . /app
ONBUILD RUN make install
ENTRYPOINT exec /entrypoint.sh "$@"
CMD serve on port 80
USER app:app

FROM base AS last
HEALTHCHECK NONE
ENTRYPOINT ["/app/run"]
CMD ["--serve"]
USER 1000
