FROM debian:12 AS debian
RUN apt-get update && apt-get install -y curl git=1:2.39.* && apt install vim && rm -rf /var/lib/apt/lists/*
RUN curl -sSL https://example.org/key | gpg --dearmor -o /usr/share/keyrings/example.gpg \
    && echo "deb [signed-by=/usr/share/keyrings/example.gpg] https://example.org/debian bookworm main" \
        > /etc/apt/sources.list.d/example.list

FROM alpine:3.22 AS alpine
RUN apk add --no-cache --virtual .build-deps gcc musl-dev~1.2 && apk del .build-deps
RUN apk update && apk upgrade && apk add bash

FROM fedora:42 AS fedora
RUN dnf -y install 'dnf-command(copr)' nginx-1.28.0 && dnf clean all
RUN microdnf install -y tar && microdnf clean all && yum -y update && yum install httpd

FROM opensuse/leap:15.6 AS suse
RUN zypper --non-interactive install --no-recommends git=2.43 && zypper clean --all && zypper dup

FROM python:3.13 AS languages
RUN pip install --upgrade pip && pip3 install 'django>=5,<6' requests==2.32.4 -r requirements.txt git+https://example.org/p.git@v1
RUN npm install -g yarn@1.22.22 typescript && yarn add left-pad && yarn cache clean
RUN gem install bundler:2.6.0 rake && go install example.org/tool@v1.2.3 && go get example.org/other@latest
RUN cargo install ripgrep --version 14.1.1 && composer require vendor/package:^2.0
RUN sudo apt-get -y dist-upgrade && useradd -l -u 4000000000 big && chmod 777 /opt && chmod u+s /bin/tool
RUN cd /tmp && wget --progress=dot:giga https://example.org/a.tgz && curl -k https://example.org/b && ssh-keyscan host
