# syntax=docker/dockerfile:1
FROM debian:13-slim AS tools
RUN <<EOF
set -eu
apt-get update
apt-get install -y --no-install-recommends ca-certificates=20250419 curl='8.*'
rm -rf /var/lib/apt/lists/*
EOF
RUN <<-"NO EXPANSION" bash
	set -euo pipefail
	for name in one two; do
		printf '%s\n' "$name" >>/etc/names
	done
	NO EXPANSION
RUN <<SCRIPT
#!/usr/bin/env python3
import sys
print(f"{sys.version_info[0]} is no shell: $HOME `date`")
SCRIPT
RUN python3 <<PY > /out.txt && cat <<NEXT >> /out.txt
print("one")
PY
two $HOME
NEXT
COPY <<nginx.conf <<'mime.types' /etc/nginx/
server_name $HOST;
nginx.conf
text/plain $txt;
mime.types
ADD <<-list /etc/list
	a
	b
	list
RUN 3<<FD cat /dev/fd/3
third
FD
ONBUILD RUN <<LATER
apk add curl
LATER
RUN cat <<A ; cat <<B
a
A
b
B
RUN if true; then cat <<EOF ; fi
inner
EOF
USER 10001
