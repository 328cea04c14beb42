# A comment before the first instruction ends the directives.
# syntax=not/a-directive

   # indented
# dockerfile-lint ignore-file=DL3007 until=2999-12-31 -- the tag is what is tested
# hadolint global ignore=DL3008,DL3018
FROM alpine:latest AS one
# dockerfile-lint ignore=DL3018 -- pinned by the mirror
RUN apk add --no-cache bash \
    # in a continuation

    curl \
	# with a tab
    git

# hadolint ignore=DL3002
USER root
# dockerfile-lint ignore-stage=DL5001
# hadolint shell=/bin/bash
RUN echo "# no comment" '# neither' \# nor # but this is the shell's
LABEL a="# value"
ENV B=c#d
CMD [ "a", \
      # between elements
      "b" ]
# The last line has no line end.
# end