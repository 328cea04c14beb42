from alpine \
#@ FromInstruction [0..+3:6]
#@   Word [5..11] 'alpine'
#@ tokens Keyword[0..4] Argument[5..11] Continuation[12..13] NewLine[13..+1:0]
	as \
#@   Word [1..3] 'as'
#@ tokens Argument[1..3] Continuation[4..5] NewLine[5..+1:0]
# between
#@ tokens Comment[0..9] NewLine[9..+1:0]
  base
#@   Word [2..6] 'base'
#@ tokens Argument[2..6] NewLine[6..+1:0]
	RUN   a \\
#@ RunInstruction [1..11]
#@   Command [7..11] shell form
#@ tokens Keyword[1..4] Argument[7..11] NewLine[11..+1:0]
run a \
#@ RunInstruction [0..+6:2]
#@   Command [4..+6:2] shell form
#@ tokens Keyword[0..3] Argument[4..5] Continuation[6..7] NewLine[7..+1:0]
   b \   
#@ tokens Argument[3..4] Continuation[5..9] NewLine[9..+1:0]

#@ tokens NewLine[0..+1:0]
 # c
#@ tokens Comment[1..4] NewLine[4..+1:0]

#@ tokens NewLine[0..+1:0]
   "d \
#@ tokens Argument[3..5] Continuation[6..7] NewLine[7..+1:0]
e"
#@ tokens Argument[0..2] NewLine[2..+1:0]
ENV KEY  value with  blanks \
#@ EnvInstruction [0..+1:10] legacy
#@   KeyValue [4..+1:10]
#@     Word [4..7] 'KEY'
#@     Word [9..+1:10] 'value with  blanks   and more'
#@ tokens Keyword[0..3] Argument[4..7] Argument[9..28] Continuation[28..29] NewLine[29..+1:0]
  and more
#@ tokens Argument[0..10] NewLine[10..+1:0]
ENV A=1 \
#@ EnvInstruction [0..+3:9]
#@   KeyValue [4..7]
#@     Word [4..5] 'A'
#@     Word [6..7] '1'
#@ tokens Keyword[0..3] Argument[4..7] Continuation[8..9] NewLine[9..+1:0]
    B="two \
#@   KeyValue [4..+1:6]
#@     Word [4..5] 'B'
#@     Word [6..+1:6] '"two words"'
#@ tokens Argument[4..11] Continuation[11..12] NewLine[12..+1:0]
words" \
#@ tokens Argument[0..6] Continuation[7..8] NewLine[8..+1:0]
    C=\ 3
#@   KeyValue [4..9]
#@     Word [4..5] 'C'
#@     Word [6..9] '\ 3'
#@ tokens Argument[4..9] NewLine[9..+1:0]
COPY --fr\
#@ CopyInstruction [0..+1:13]
#@   Flag [5..+1:7] 'from'
#@ tokens Keyword[0..4] Flag[5..9] Continuation[9..10] NewLine[10..+1:0]
om=base /x /y
#@     Word [3..7] 'base'
#@   Word [8..10] '/x'
#@   Word [11..13] '/y'
#@ tokens Flag[0..7] Argument[8..10] Argument[11..13] NewLine[13..+1:0]
USER ro\
#@ UserInstruction [0..+1:2]
#@   Word [5..+1:2] 'root'
#@ tokens Keyword[0..4] Argument[5..7] Continuation[7..8] NewLine[8..+1:0]
ot
#@ tokens Argument[0..2] NewLine[2..+1:0]
CMD [ "a", \
#@ CmdInstruction [0..+2:18]
#@   Command [4..+2:18] exec form
#@     Word [6..9] 'a'
#@ tokens Keyword[0..3] Argument[4..5] Argument[6..9] Argument[9..10] Continuation[11..12] NewLine[12..+1:0]
      # first
#@ tokens Comment[6..13] NewLine[13..+1:0]
      "b\u0020c" ]
#@     Word [6..16] 'b c'
#@ tokens Argument[6..16] Argument[17..18] NewLine[18..+1:0]
RUN ends \
#@ RunInstruction [0..8]
#@   Command [4..8] shell form
#@ tokens Keyword[0..3] Argument[4..8] Continuation[9..10] NewLine[10..+1:0]
