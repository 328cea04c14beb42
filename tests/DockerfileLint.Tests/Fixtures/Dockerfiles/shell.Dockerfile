FROM ubuntu:24.04
SHELL ["/bin/bash", "-euxo", "pipefail", "-c"]
RUN if [ -f /etc/debian_version ]; then echo debian; elif [[ $OSTYPE == linux* && ! -e /x ]]; then echo linux; \
    else echo "something else" >&2; fi
RUN for arch in amd64 arm64 "armhf"; do dpkg --add-architecture $arch; done
RUN for ((i = 0; i < 3; i++)); do echo $i; done
RUN while read -r line; do echo "${line%%#*}"; done < /etc/fstab; until ping -c1 db; do sleep 1; done
RUN select choice in a b; do break; done </dev/null || true
RUN case "$(uname -m)" in \
      x86_64|amd64) ARCH=x64 ;; \
      aarch64) ARCH=arm64 ;& \
      arm*) ARCH=arm ;;& \
      *) echo "unsupported" ; exit 1 ;; \
    esac \
    && echo "${ARCH:?}" > /arch
RUN function cleanup { rm -rf "${1:-/tmp}"/*; }; retry() { for _ in 1 2 3; do "$@" && return 0; done; return 1; }; \
    retry curl -fsSL https://example.org/a | tar -xz -C /opt --strip-components=1; cleanup
RUN { echo one; echo two; } | sort -u > /list 2>&1 &
RUN (cd /src && make) || (cat /src/config.log && false)
RUN diff <(sort /a) <(sort /b) > >(tee /diff) || :
RUN (( COUNT = 1 + (2 * 3) )); echo $((COUNT * 2)) ${#COUNT} ${!COUNT} ${COUNT:1:2} ${COUNT/1/2} ${COUNT^^} ${LIST[@]} ${LIST[0]:-x}
RUN LIST=(a "b c" $'d\te'); LIST+=(f); MAP[key]=value; export LIST; PATH+=:/opt/bin DEBUG=1 env
RUN echo $"translated" `date +%F` "nested $(echo "in $(echo 'deep')")" \$escaped \
      "back\`tick\`s" 'single' un"quo"ted *.txt ~user {a,b}
RUN cat <<< "a here-string" && exec 3>&1 4<&0 5<>/dev/null && echo x >| /clobber && echo y >> /append && make &>/all &>>/more
RUN ! grep -q x /etc/passwd && time sleep 0 && [[ a =~ ^[a-z]+$ && "$b" != 'c' || -n ${d:-} ]]
RUN bash -c 'set -e; apt-get -y install "$0"' vim && sh -ec "echo \"inner \$HOME\"" && su -c 'id' nobody && eval "ls -l"
RUN sudo -u postgres env PGDATA=/data nice -n 5 timeout 30 xargs -0 -n1 initdb < /files
RUN test -e /a -a -r /b; [ "$x" = y ] && : ; true; . /etc/profile; source ~/.bashrc
RUN echo one;echo two;# a comment in the line
RUN curl -fsSL https://example.org/install.sh | bash -s -- --yes ; wget -qO- http://example.org/key.asc | apt-key add -
RUN cat <<END
text of a here-document of the builder
END
CMD exec supervisord -c /etc/supervisord.conf
