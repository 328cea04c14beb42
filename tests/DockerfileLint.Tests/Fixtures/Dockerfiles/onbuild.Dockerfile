FROM golang:1.25 AS onbuild-base
ONBUILD ARG PACKAGE=./...
ONBUILD ENV CGO_ENABLED=0
ONBUILD WORKDIR /src
ONBUILD COPY --link go.mod go.sum ./
ONBUILD RUN --mount=type=cache,target=/go/pkg/mod go mod download
ONBUILD COPY . .
ONBUILD ADD https://example.org/extra.tar.gz /extra/
ONBUILD RUN set -ex; \
    go vet $PACKAGE; \
    go build -o /out/ $PACKAGE
ONBUILD LABEL built.by=onbuild
ONBUILD EXPOSE 8080
ONBUILD VOLUME /data
ONBUILD USER 65532
ONBUILD STOPSIGNAL SIGQUIT
ONBUILD HEALTHCHECK --timeout=1s CMD ["/out/app", "-health"]
ONBUILD SHELL ["/bin/bash", "-c"]
ONBUILD ENTRYPOINT ["/out/app"]
ONBUILD CMD ["-serve"]

FROM onbuild-base
CMD ["true"]
