# What the builder itself refuses.
FROM alpine:3.22
INSTALL curl
COPY <<EOF /etc/motd
This document never ends.
USER 1000
