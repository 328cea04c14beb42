# escape=`
#@ Directive [0..10] escape = '`'
#@ tokens ParserDirective[0..10] NewLine[10..+1:0]
FROM mcr.microsoft.com/windows/servercore:ltsc2022
#@ FromInstruction [0..50]
#@   Word [5..50] 'mcr.microsoft.com/windows/servercore:ltsc2022'
#@ tokens Keyword[0..4] Argument[5..50] NewLine[50..+1:0]
SHELL ["powershell", "-Command"]
#@ ShellInstruction [0..32]
#@   Command [6..32] exec form
#@     Word [7..19] 'powershell'
#@     Word [21..31] '-Command'
#@ tokens Keyword[0..5] Argument[6..7] Argument[7..19] Argument[19..20] Argument[21..31] Argument[31..32] NewLine[32..+1:0]
RUN dir C:\ `
#@ RunInstruction [0..+1:16]
#@   Command [4..+1:16] shell form
#@ tokens Keyword[0..3] Argument[4..11] Continuation[12..13] NewLine[13..+1:0]
    ; dir D:\ ``
#@ tokens Argument[4..16] NewLine[16..+1:0]
COPY --chown="a` b" C:\src\ D:\dst\
#@ CopyInstruction [0..35]
#@   Flag [5..19] 'chown'
#@     Word [13..19] 'a b'
#@   Word [20..27] 'C:\src\'
#@   Word [28..35] 'D:\dst\'
#@ tokens Keyword[0..4] Flag[5..19] Argument[20..27] Argument[28..35] NewLine[35..+1:0]
RUN cat <<E\OF
#@ RunInstruction [0..+2:3]
#@   Command [4..14] shell form
#@ tokens Keyword[0..3] Argument[4..14] NewLine[14..+1:0]
x `
#@   Heredoc [0..+1:3] 'EOF' body [0..+1:0] expands
#@ tokens HeredocBody[0..+1:0]
EOF
#@ tokens HeredocTerminator[0..3] NewLine[3..+1:0]
WORKDIR C:\app dir
#@ WorkdirInstruction [0..18]
#@   Word [8..18] 'C:\app dir'
#@ tokens Keyword[0..7] Argument[8..18] NewLine[18..+1:0]
ENV X=a` b Y='c`' Z="d`" e"
#@ EnvInstruction [0..27]
#@   KeyValue [4..10]
#@     Word [4..5] 'X'
#@     Word [6..10] 'a` b'
#@   KeyValue [11..17]
#@     Word [11..12] 'Y'
#@     Word [13..17] ''c`''
#@   KeyValue [18..27]
#@     Word [18..19] 'Z'
#@     Word [20..27] '"d`" e"'
#@ tokens Keyword[0..3] Argument[4..10] Argument[11..17] Argument[18..27] NewLine[27..+1:0]
CMD dir
#@ CmdInstruction [0..7]
#@   Command [4..7] shell form
#@ tokens Keyword[0..3] Argument[4..7] NewLine[7..+1:0]
