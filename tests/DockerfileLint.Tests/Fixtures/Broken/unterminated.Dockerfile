FROM alpine:3.22
RUN <<EOF
echo lost
USER nobody
EFO
