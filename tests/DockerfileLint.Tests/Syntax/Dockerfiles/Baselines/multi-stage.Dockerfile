# syntax=docker/dockerfile:1
#@ Directive [0..28] syntax = 'docker/dockerfile:1'
#@ tokens ParserDirective[0..28] NewLine[28..+1:0]
# check=skip=JSONArgsRecommended
#@ Directive [0..32] check = 'skip=JSONArgsRecommended'
#@ tokens ParserDirective[0..32] NewLine[32..+1:0]

#@ tokens NewLine[0..+1:0]
# What the stages share.
#@ tokens Comment[0..24] NewLine[24..+1:0]
ARG GO_VERSION=1.23 \
#@ ArgInstruction [0..+1:10]
#@   KeyValue [4..19]
#@     Word [4..14] 'GO_VERSION'
#@     Word [15..19] '1.23'
#@ tokens Keyword[0..3] Argument[4..19] Continuation[20..21] NewLine[21..+1:0]
    TARGET
#@   KeyValue [4..10]
#@     Word [4..10] 'TARGET'
#@ tokens Argument[4..10] NewLine[10..+1:0]

#@ tokens NewLine[0..+1:0]
FROM --platform=$BUILDPLATFORM golang:${GO_VERSION}-alpine AS build
#@ FromInstruction [0..67]
#@   Flag [5..30] 'platform'
#@     Word [16..30] '$BUILDPLATFORM'
#@   Word [31..58] 'golang:${GO_VERSION}-alpine'
#@   Word [59..61] 'AS'
#@   Word [62..67] 'build'
#@ tokens Keyword[0..4] Flag[5..30] Argument[31..58] Argument[59..61] Argument[62..67] NewLine[67..+1:0]
WORKDIR /src
#@ WorkdirInstruction [0..12]
#@   Word [8..12] '/src'
#@ tokens Keyword[0..7] Argument[8..12] NewLine[12..+1:0]
COPY --link go.mod go.sum ./
#@ CopyInstruction [0..28]
#@   Flag [5..11] 'link'
#@   Word [12..18] 'go.mod'
#@   Word [19..25] 'go.sum'
#@   Word [26..28] './'
#@ tokens Keyword[0..4] Flag[5..11] Argument[12..18] Argument[19..25] Argument[26..28] NewLine[28..+1:0]
RUN --mount=type=cache,target=/go/pkg/mod \
#@ RunInstruction [0..+5:20]
#@   Flag [4..41] 'mount'
#@     Word [12..41] 'type=cache,target=/go/pkg/mod'
#@ tokens Keyword[0..3] Flag[4..41] Continuation[42..43] NewLine[43..+1:0]
    --mount=type=secret,id=token \
#@   Flag [4..32] 'mount'
#@     Word [12..32] 'type=secret,id=token'
#@ tokens Flag[4..32] Continuation[33..34] NewLine[34..+1:0]
    # modules first
#@ tokens Comment[4..19] NewLine[19..+1:0]
    go mod download \
#@   Command [4..+2:20] shell form
#@ tokens Argument[4..19] Continuation[20..21] NewLine[21..+1:0]

#@ tokens NewLine[0..+1:0]
    && go mod verify
#@ tokens Argument[4..20] NewLine[20..+1:0]
COPY . .
#@ CopyInstruction [0..8]
#@   Word [5..6] '.'
#@   Word [7..8] '.'
#@ tokens Keyword[0..4] Argument[5..6] Argument[7..8] NewLine[8..+1:0]
RUN ["go", "build", "-o", "/out/app", "./cmd/app"]
#@ RunInstruction [0..50]
#@   Command [4..50] exec form
#@     Word [5..9] 'go'
#@     Word [11..18] 'build'
#@     Word [20..24] '-o'
#@     Word [26..36] '/out/app'
#@     Word [38..49] './cmd/app'
#@ tokens Keyword[0..3] Argument[4..5] Argument[5..9] Argument[9..10] Argument[11..18] Argument[18..19] Argument[20..24] Argument[24..25] Argument[26..36] Argument[36..37] Argument[38..49] Argument[49..50] NewLine[50..+1:0]

#@ tokens NewLine[0..+1:0]
FROM scratch
#@ FromInstruction [0..12]
#@   Word [5..12] 'scratch'
#@ tokens Keyword[0..4] Argument[5..12] NewLine[12..+1:0]
LABEL org.example.title="An app" org.example.note='It''s "quoted"'
#@ LabelInstruction [0..66]
#@   KeyValue [6..32]
#@     Word [6..23] 'org.example.title'
#@     Word [24..32] '"An app"'
#@   KeyValue [33..66]
#@     Word [33..49] 'org.example.note'
#@     Word [50..66] ''It''s "quoted"''
#@ tokens Keyword[0..5] Argument[6..32] Argument[33..66] NewLine[66..+1:0]
ENV HOME=/home/app PATH="/bin:${PATH}"
#@ EnvInstruction [0..38]
#@   KeyValue [4..18]
#@     Word [4..8] 'HOME'
#@     Word [9..18] '/home/app'
#@   KeyValue [19..38]
#@     Word [19..23] 'PATH'
#@     Word [24..38] '"/bin:${PATH}"'
#@ tokens Keyword[0..3] Argument[4..18] Argument[19..38] NewLine[38..+1:0]
COPY --from=build --chown=10001:10001 /out/app /app
#@ CopyInstruction [0..51]
#@   Flag [5..17] 'from'
#@     Word [12..17] 'build'
#@   Flag [18..37] 'chown'
#@     Word [26..37] '10001:10001'
#@   Word [38..46] '/out/app'
#@   Word [47..51] '/app'
#@ tokens Keyword[0..4] Flag[5..17] Flag[18..37] Argument[38..46] Argument[47..51] NewLine[51..+1:0]
EXPOSE 8080/tcp 8443
#@ ExposeInstruction [0..20]
#@   Word [7..15] '8080/tcp'
#@   Word [16..20] '8443'
#@ tokens Keyword[0..6] Argument[7..15] Argument[16..20] NewLine[20..+1:0]
VOLUME ["/data", "/var/lib/app"]
#@ VolumeInstruction [0..32]
#@   Word [8..15] '/data'
#@   Word [17..31] '/var/lib/app'
#@ tokens Keyword[0..6] Argument[7..8] Argument[8..15] Argument[15..16] Argument[17..31] Argument[31..32] NewLine[32..+1:0]
HEALTHCHECK --interval=30s --timeout=3s CMD ["/app", "health"]
#@ HealthcheckInstruction [0..62]
#@   Flag [12..26] 'interval'
#@     Word [23..26] '30s'
#@   Flag [27..39] 'timeout'
#@     Word [37..39] '3s'
#@   Word [40..43] 'CMD'
#@   Command [44..62] exec form
#@     Word [45..51] '/app'
#@     Word [53..61] 'health'
#@ tokens Keyword[0..11] Flag[12..26] Flag[27..39] Argument[40..43] Argument[44..45] Argument[45..51] Argument[51..52] Argument[53..61] Argument[61..62] NewLine[62..+1:0]
STOPSIGNAL SIGTERM
#@ StopsignalInstruction [0..18]
#@   Word [11..18] 'SIGTERM'
#@ tokens Keyword[0..10] Argument[11..18] NewLine[18..+1:0]
USER 10001:10001
#@ UserInstruction [0..16]
#@   Word [5..16] '10001:10001'
#@ tokens Keyword[0..4] Argument[5..16] NewLine[16..+1:0]
ENTRYPOINT ["/app"]
#@ EntrypointInstruction [0..19]
#@   Command [11..19] exec form
#@     Word [12..18] '/app'
#@ tokens Keyword[0..10] Argument[11..12] Argument[12..18] Argument[18..19] NewLine[19..+1:0]
CMD ["serve"]
#@ CmdInstruction [0..13]
#@   Command [4..13] exec form
#@     Word [5..12] 'serve'
#@ tokens Keyword[0..3] Argument[4..5] Argument[5..12] Argument[12..13] NewLine[13..+1:0]
