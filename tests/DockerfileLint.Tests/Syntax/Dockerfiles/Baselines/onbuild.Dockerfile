FROM node:22 AS base
#@ FromInstruction [0..20]
#@   Word [5..12] 'node:22'
#@   Word [13..15] 'AS'
#@   Word [16..20] 'base'
#@ tokens Keyword[0..4] Argument[5..12] Argument[13..15] Argument[16..20] NewLine[20..+1:0]
ONBUILD ARG NODE_ENV=production OTHER
#@ OnbuildInstruction [0..37]
#@   ArgInstruction [8..37]
#@     KeyValue [12..31]
#@       Word [12..20] 'NODE_ENV'
#@       Word [21..31] 'production'
#@     KeyValue [32..37]
#@       Word [32..37] 'OTHER'
#@ tokens Keyword[0..7] Keyword[8..11] Argument[12..31] Argument[32..37] NewLine[37..+1:0]
ONBUILD ENV NODE_ENV $NODE_ENV
#@ OnbuildInstruction [0..30]
#@   EnvInstruction [8..30] legacy
#@     KeyValue [12..30]
#@       Word [12..20] 'NODE_ENV'
#@       Word [21..30] '$NODE_ENV'
#@ tokens Keyword[0..7] Keyword[8..11] Argument[12..20] Argument[21..30] NewLine[30..+1:0]
ONBUILD COPY --chown=node:node ["package.json", "./"]
#@ OnbuildInstruction [0..53]
#@   CopyInstruction [8..53] JSON
#@     Flag [13..30] 'chown'
#@       Word [21..30] 'node:node'
#@     Word [32..46] 'package.json'
#@     Word [48..52] './'
#@ tokens Keyword[0..7] Keyword[8..12] Flag[13..30] Argument[31..32] Argument[32..46] Argument[46..47] Argument[48..52] Argument[52..53] NewLine[53..+1:0]
onbuild run --mount=type=cache,target=/root/.npm \
#@ OnbuildInstruction [0..+1:10]
#@   RunInstruction [8..+1:10]
#@     Flag [12..48] 'mount'
#@       Word [20..48] 'type=cache,target=/root/.npm'
#@ tokens Keyword[0..7] Keyword[8..11] Flag[12..48] Continuation[49..50] NewLine[50..+1:0]
    npm ci
#@     Command [4..10] shell form
#@ tokens Argument[4..10] NewLine[10..+1:0]
ONBUILD HEALTHCHECK NONE
#@ OnbuildInstruction [0..24]
#@   HealthcheckInstruction [8..24]
#@     Word [20..24] 'NONE'
#@ tokens Keyword[0..7] Keyword[8..19] Argument[20..24] NewLine[24..+1:0]
ONBUILD USER node
#@ OnbuildInstruction [0..17]
#@   UserInstruction [8..17]
#@     Word [13..17] 'node'
#@ tokens Keyword[0..7] Keyword[8..12] Argument[13..17] NewLine[17..+1:0]
MAINTAINER Jane Doe <jane@example.org>
#@ MaintainerInstruction [0..38]
#@   Word [11..38] 'Jane Doe <jane@example.org>'
#@ tokens Keyword[0..10] Argument[11..38] NewLine[38..+1:0]
