FROM debian:12
#@ FromInstruction [0..14]
#@   Word [5..14] 'debian:12'
#@ tokens Keyword[0..4] Argument[5..14] NewLine[14..+1:0]
RUN <<EOF
#@ RunInstruction [0..+3:3]
#@   Command [4..9] shell form
#@ tokens Keyword[0..3] Argument[4..9] NewLine[9..+1:0]
apt-get update
#@   Heredoc [0..+2:3] 'EOF' body [0..+2:0] expands
#@ tokens HeredocBody[0..+2:0]
# no comment of the file \
EOF
#@ tokens HeredocTerminator[0..3] NewLine[3..+1:0]
RUN cat <<-"A B" 3<<C \
#@ RunInstruction [0..+5:1]
#@   Command [4..+1:8] shell form
#@ tokens Keyword[0..3] Argument[4..21] Continuation[22..23] NewLine[23..+1:0]
    | sh
#@ tokens Argument[4..8] NewLine[8..+1:0]
	tabs
#@   Heredoc [0..+1:5] 'A B' body [0..+1:0] strips tabs
#@ tokens HeredocBody[0..+1:0]
		A B
#@ tokens HeredocTerminator[0..5] NewLine[5..+1:0]
FROM here is text
#@   Heredoc [0..+1:1] 'C' body [0..+1:0] expands
#@ tokens HeredocBody[0..+1:0]
C
#@ tokens HeredocTerminator[0..1] NewLine[1..+1:0]
COPY <<first <<'second' /etc/
#@ CopyInstruction [0..+4:6]
#@   Word [5..12] '<<first'
#@   Word [13..23] '<<'second''
#@   Word [24..29] '/etc/'
#@ tokens Keyword[0..4] Argument[5..12] Argument[13..23] Argument[24..29] NewLine[29..+1:0]
$HOME
#@   Heredoc [0..+1:5] 'first' body [0..+1:0] expands
#@ tokens HeredocBody[0..+1:0]
first
#@ tokens HeredocTerminator[0..5] NewLine[5..+1:0]
$HOME
#@   Heredoc [0..+1:6] 'second' body [0..+1:0]
#@ tokens HeredocBody[0..+1:0]
second
#@ tokens HeredocTerminator[0..6] NewLine[6..+1:0]
ADD <<one two /etc/
#@ AddInstruction [0..+2:3]
#@   Word [4..9] '<<one'
#@   Word [10..13] 'two'
#@   Word [14..19] '/etc/'
#@ tokens Keyword[0..3] Argument[4..9] Argument[10..13] Argument[14..19] NewLine[19..+1:0]
1
#@   Heredoc [0..+1:3] 'one' body [0..+1:0] expands
#@ tokens HeredocBody[0..+1:0]
one
#@ tokens HeredocTerminator[0..3] NewLine[3..+1:0]
ONBUILD RUN <<EOF
#@ OnbuildInstruction [0..+2:3]
#@   RunInstruction [8..+2:3]
#@     Command [12..17] shell form
#@ tokens Keyword[0..7] Keyword[8..11] Argument[12..17] NewLine[17..+1:0]
echo later
#@     Heredoc [0..+1:3] 'EOF' body [0..+1:0] expands
#@ tokens HeredocBody[0..+1:0]
EOF
#@ tokens HeredocTerminator[0..3] NewLine[3..+1:0]
RUN cat <<GLUED>/out
#@ RunInstruction [0..+2:5]
#@   Command [4..20] shell form
#@ tokens Keyword[0..3] Argument[4..20] NewLine[20..+1:0]
#@ ! DL1000 [8..20] heredoc-terminator
text
#@   Heredoc [0..+1:5] 'GLUED>/out' body [0..+1:0] expands unterminated
#@ tokens HeredocBody[0..+1:0]
GLUED
#@ tokens HeredocTerminator[0..5] NewLine[5..+1:0]
RUN cat <<OPEN
#@ RunInstruction [0..+2:0]
#@   Command [4..14] shell form
#@ tokens Keyword[0..3] Argument[4..14] NewLine[14..+1:0]
#@ ! DL1000 [8..14] unterminated-heredoc
lost
#@   Heredoc [0..+1:0] 'OPEN' body [0..+1:0] expands unterminated
#@ tokens HeredocBody[0..+1:0]
USER 10001
#@ UserInstruction [0..10]
#@   Word [5..10] '10001'
#@ tokens Keyword[0..4] Argument[5..10] NewLine[10..+1:0]
