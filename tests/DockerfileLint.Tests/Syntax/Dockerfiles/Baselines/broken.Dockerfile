# escape=\
#@ Directive [0..10] escape = '\'
#@ tokens ParserDirective[0..10] NewLine[10..+1:0]
# escape=\
#@ Directive [0..10] escape = '\'
#@ tokens ParserDirective[0..10] NewLine[10..+1:0]
#@ ! DL1003 [0..10] repeated
FORM alpine
#@ UnknownInstruction [0..11]
#@ tokens Keyword[0..4] Argument[5..11] NewLine[11..+1:0]
#@ ! DL1007 [0..4] similar-instruction
USER app
#@ UserInstruction [0..8]
#@   Word [5..8] 'app'
#@ tokens Keyword[0..4] Argument[5..8] NewLine[8..+1:0]
FROM alpine as 1st
#@ FromInstruction [0..18]
#@   Word [5..11] 'alpine'
#@   Word [12..14] 'as'
#@   Word [15..18] '1st'
#@ tokens Keyword[0..4] Argument[5..11] Argument[12..14] Argument[15..18] NewLine[18..+1:0]
#@ ! DL1007 [15..18] stage-name
FROM alpine AS base extra
#@ FromInstruction [0..25]
#@   Word [5..11] 'alpine'
#@   Word [12..14] 'AS'
#@   Word [15..19] 'base'
#@   Word [20..25] 'extra'
#@ tokens Keyword[0..4] Argument[5..11] Argument[12..14] Argument[15..19] Argument[20..25] NewLine[25..+1:0]
#@ ! DL1007 [0..25] from-arguments
XYZZY nothing --known
#@ UnknownInstruction [0..21]
#@ tokens Keyword[0..5] Argument[6..21] NewLine[21..+1:0]
#@ ! DL1007 [0..5] unknown-instruction
COPY --form=build --link=maybe one
#@ CopyInstruction [0..34]
#@   Flag [5..17] 'form'
#@     Word [12..17] 'build'
#@   Flag [18..30] 'link'
#@     Word [25..30] 'maybe'
#@   Word [31..34] 'one'
#@ tokens Keyword[0..4] Flag[5..17] Flag[18..30] Argument[31..34] NewLine[34..+1:0]
#@ ! DL1007 [0..34] missing-destination
#@ ! DL1007 [5..17] similar-flag
#@ ! DL1007 [18..30] flag-not-boolean
ADD
#@ AddInstruction [0..3]
#@ tokens Keyword[0..3] NewLine[3..+1:0]
#@ ! DL1007 [0..3] missing-source
ENV a=b c d=e
#@ EnvInstruction [0..13]
#@   KeyValue [4..7]
#@     Word [4..5] 'a'
#@     Word [6..7] 'b'
#@   KeyValue [8..9]
#@     Word [8..9] 'c'
#@   KeyValue [10..13]
#@     Word [10..11] 'd'
#@     Word [12..13] 'e'
#@ tokens Keyword[0..3] Argument[4..7] Argument[8..9] Argument[10..13] NewLine[13..+1:0]
#@ ! DL1000 [8..9] missing-equals
ENV lonely
#@ EnvInstruction [0..10] legacy
#@   KeyValue [4..10]
#@     Word [4..10] 'lonely'
#@ tokens Keyword[0..3] Argument[4..10] NewLine[10..+1:0]
#@ ! DL1000 [4..10] missing-value
LABEL =empty x
#@ LabelInstruction [0..14]
#@   KeyValue [6..12]
#@     Word [6..6] ''
#@     Word [7..12] 'empty'
#@   KeyValue [13..14]
#@     Word [13..14] 'x'
#@ tokens Keyword[0..5] Argument[6..12] Argument[13..14] NewLine[14..+1:0]
#@ ! DL1007 [6..12] blank-name
#@ ! DL1000 [13..14] missing-equals
ARG =
#@ ArgInstruction [0..5]
#@   KeyValue [4..5]
#@     Word [4..4] ''
#@     Word [5..5] ''
#@ tokens Keyword[0..3] Argument[4..5] NewLine[5..+1:0]
#@ ! DL1007 [4..5] blank-name
CMD ["sleep", 60]
#@ CmdInstruction [0..17]
#@   Command [4..17] shell form
#@ tokens Keyword[0..3] Argument[4..17] NewLine[17..+1:0]
#@ ! DL1000 [14..16] not-a-string
SHELL bash -c
#@ ShellInstruction [0..13]
#@   Command [6..13] shell form
#@ tokens Keyword[0..5] Argument[6..13] NewLine[13..+1:0]
#@ ! DL1007 [0..13] shell-form
HEALTHCHECK --interval=30 --retries=x CMD
#@ HealthcheckInstruction [0..41]
#@   Flag [12..25] 'interval'
#@     Word [23..25] '30'
#@   Flag [26..37] 'retries'
#@     Word [36..37] 'x'
#@   Word [38..41] 'CMD'
#@ tokens Keyword[0..11] Flag[12..25] Flag[26..37] Argument[38..41] NewLine[41..+1:0]
#@ ! DL1007 [23..25] duration
#@ ! DL1007 [36..37] retries
#@ ! DL1007 [38..41] healthcheck-command
HEALTHCHECK NONE today
#@ HealthcheckInstruction [0..22]
#@   Word [12..16] 'NONE'
#@   Command [17..22] shell form
#@ tokens Keyword[0..11] Argument[12..16] Argument[17..22] NewLine[22..+1:0]
#@ ! DL1007 [17..22] healthcheck-none
ONBUILD ONBUILD RUN x
#@ OnbuildInstruction [0..21]
#@   UnknownInstruction [8..21]
#@ tokens Keyword[0..7] Keyword[8..15] Argument[16..21] NewLine[21..+1:0]
#@ ! DL1007 [8..15] onbuild-trigger
ONBUILD FROM alpine
#@ OnbuildInstruction [0..19]
#@   FromInstruction [8..19]
#@     Word [13..19] 'alpine'
#@ tokens Keyword[0..7] Keyword[8..12] Argument[13..19] NewLine[19..+1:0]
#@ ! DL1007 [8..12] onbuild-trigger
EXPOSE
#@ ExposeInstruction [0..6]
#@ tokens Keyword[0..6] NewLine[6..+1:0]
#@ ! DL1007 [0..6] missing-argument
VOLUME [""]
#@ VolumeInstruction [0..11]
#@   Word [8..10] ''
#@ tokens Keyword[0..6] Argument[7..8] Argument[8..10] Argument[10..11] NewLine[11..+1:0]
#@ ! DL1007 [8..10] blank-volume
ENTRYPOINT ['single']
#@ EntrypointInstruction [0..21]
#@   Command [11..21] shell form
#@ tokens Keyword[0..10] Argument[11..21] NewLine[21..+1:0]
