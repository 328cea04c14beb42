using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Shell;

/// <summary>Rules that look at commands, their lists and their redirections.</summary>
internal sealed class CommandRuleTests
{
    [TestCase("SC1105", "[||](( find / | xargs rm || true )) && [||]((cd a))")]
    [TestCase("SC1105", "((a)) && ((1 + 2)) && (( $b * (c - 1) )) && ( (cd d); e) && (( f[1] ))")]
    [TestCase("SC2004", "a $(([|$b|] + 1)) $((c * [|${d}|])) $(( $1 + $# ))")]
    [TestCase("SC2004", "a $((b + 1)) $((0x$c)) $(($d$e)) $((${f:-1})) $b")]
    [TestCase("SC2015", "a [|&&|] b || c; d && e [|&&|] f || g")]
    [TestCase("SC2015", "a && b || true; a && b || echo c; a && b || exit 1; a && b || c=d; a && [ b ] || c")]
    [TestCase("SC2015", "a && b || c && d; a || b && c; if a && b || c; then d; fi; { a && b || c; } && d")]
    [TestCase("SC2022", "grep [|\"en_US*\"|] a; grep -ve [|'ab*c'|] d; grep -i -e [|ab*|]")]
    [TestCase("SC2022", "grep 'a.*' b; grep '^ab*' c; grep -F 'ab*' d; grep 'a*' e; grep '[a]*' f; grep \"$a*\" g")]
    [TestCase("SC2024", "sudo a [|>|] b; sudo c [|>>|] d; sudo e &[|>|] f; sudo g [|<|] h; a | sudo i [|>|] /tmp/j")]
    [TestCase("SC2024", "sudo a > /dev/null; sudo b 2> c; a > b; { sudo c; } > d; sudo e 2>&1; sudo f | tee g")]
    [TestCase("SC2063", "grep [|'*.c'|] a; grep [|*.d|] e; grep [|'f*'|] g; grep 'gh*' i; grep -F '*' j")]
    [TestCase("SC2091", "[|$(a)|]; if [|$(b)|]; then c; fi; [|$(d)|] || e")]
    [TestCase("SC2091", "$(a) b; c $(d); \"$(e)\"; f=$(g); $(h)i; `j`")]
    [TestCase("SC2092", "[|`a`|] && [|`# b`|] && `c` d && e=`f`")]
    [TestCase("SC2094", "sed a [|b|] > [|b|]; cat [|c|] | d >> [|c|]; e < [|f|] > [|f|]; { cat [|g|]; } > [|g|]")]
    [TestCase("SC2094", "a b > c; echo d > d; cat e; f > e; g /dev/null > /dev/null; h \"i\" > i; cat j | tee j")]
    [TestCase("SC2094", "echo $(cat a) > a; touch b | echo c > b; printf d > d")]
    [TestCase("SC2114", "rm -rf [|/usr|] [|/lib64/|] [|\"/home\"|] [|/{etc,a}|] [|/|]; rm --recursive [|/var|]")]
    [TestCase("SC2114", "rm /usr; rm -rf /opt /tmp /usr/* /usr/lib $a/usr; rm -f /etc; sudo rm -r /usr; rm -- -r /usr")]
    [TestCase("SC2117", "[|su|]; [|su -|] && a; [|/bin/su b|]")]
    [TestCase("SC2117", "su -c a; su - a -c b; a | su b; su a b; su --login; su a < b; sudo su")]
    [TestCase("SC2121", "set [|a=b|]; set [|c|] d; set [|$e=f|] g; set [|/p=h|]")]
    [TestCase("SC2121", "set -e; set -- a=b; set a; set \"b=c\"; set +x; set - d; setx e=f")]
    [TestCase("SC2126", "[|grep a b|] | wc -l; c | [|grep -v d|] | wc --lines")]
    [TestCase(
        "SC2126",
        "grep -o a | wc -l; grep a | wc; grep a | wc -w; grep -rl a | wc -l; egrep a | wc -l; a | wc -l"
    )]
    [TestCase("SC2129", "[|a >> b|]; c >> b; d >> b; e >> b; [|f >> g|]; h 2>> g; i >> g")]
    [TestCase("SC2129", "a >> b; c >> b; d; e >> b; f > g; h > g; i > g; j >> k && l >> k && m >> k")]
    [TestCase("SC2129", "if a; then [|b >> c|]; d >> c; e | f >> c; fi; { g | [|h >> i|]; j >> i; k >> i; }")]
    [TestCase("SC2151", "f() { return [|1|] 2; }")]
    [TestCase("SC2152", "f() { return [|a|]; return [|-1|]; return [|256|]; return 255; return $a; return; }")]
    [TestCase(
        "SC2174",
        "mkdir -p [|-m|] 700 a/b; mkdir [|-m700|] -p /c; mkdir [|-pm|] 7 $d; mkdir --parents [|--mode=7|] e/"
    )]
    [TestCase(
        "SC2174",
        "mkdir -m 700 a/b; mkdir -p a/b; mkdir -p -m 7 a; mkdir -p -m 7 ./a ../b; mkdir -mp a/b; sudo mkdir -p -m 7 a/b"
    )]
    [TestCase("SC2176", "[|time|] a | b; time c")]
    [TestCase("SC2177", "time [|{ a; }|]; time [|(b)|]; time c")]
    [TestCase(
        "SC2182",
        "printf [|\"a\"|] b; printf [|'%%'|] c; printf -- [|d|] e; printf f; printf \"%s\" g; printf $h i"
    )]
    [TestCase("SC2183", "printf [|'%s'|]; printf [|'%s %s'|] a; printf [|'%s%s'|] a b c")]
    [TestCase(
        "SC2183",
        "printf '%s %s' a b c d; printf '%s %s' $a; printf '%s %s' \"$@\"; printf '%*d' 1 2; printf '%s' *"
    )]
    [TestCase("SC2188", "[|> a|]; [|>> b|] < c; d && [|> e|]")]
    [TestCase("SC2188", "a > b; : > c; f=$(< g)")]
    [TestCase("SC2196", "[|egrep|] a; b | [|/bin/egrep|] c; \\[|egrep|] d; xargs egrep; sudo egrep e; grep -E f")]
    [TestCase("SC2197", "[|fgrep|] a; grep -F b")]
    [TestCase("SC2211", "[|/a/*/b|] c; [|d?|]; f *")]
    [TestCase(
        "SC2216",
        "a | [|ls -l|]; b | [|echo c|] | d; e | [|cp f g > h|]; yes | [|rm i|]; j | [|command echo k|]"
    )]
    [TestCase("SC2216", "a | cat; b | tee c; d | true; ls | e; f | rm $(g); h | xargs rm; i | sudo ls")]
    [TestCase("SC2217", "[|cd a b < c|]; [|echo < d|]; [|ls <<< e|]; cat < f; rm $(g) < h; { echo; } < i")]
    [TestCase("SC2226", "[|ln -s a|]; [|ln b|]; [|ln -sf \"$c\"|]")]
    [TestCase(
        "SC2226",
        "ln -s a b; ln; ln -s -t a b; ln -s $a; ln -s a*; ln -s {a,b}; ln --target-directory=a b; ln \"$@\"; ln -s -- a"
    )]
    [TestCase("SC2238", "a > [|crontab|]; b < [|cat|]; c >> [|mkdir|]; d > \"cat\"; e > ./cat; f > g 2> h")]
    [TestCase("SC2241", "a || exit [|1|] b; exit 1")]
    [TestCase("SC2242", "exit [|a|]; exit [|-1|]; exit [|256|]; exit 255; exit $a; exit; exit 1 b")]
    [TestCase("SC2251", "[|!|] a; b")]
    [TestCase("SC2251", "a; if ! c; then d; fi; while ! g; do h; done; ! i")]
    [TestCase("SC2261", "a [|>|] b [|>|] c; d [|>>|] e [|>|] f; g [|<|] h [|<|] i; pip install j[|>|]=1 k[|>|]=2")]
    [TestCase("SC2261", "a > b 2> c; d > e 2>&1; f > g < h; i 2>&1 > j; k &> l; m > n")]
    [TestCase("SC2286", "[|\"\"|] a; [|''|]; \"$b\"")]
    [TestCase("SC2287", "[|\"cd /a && b /c/\"|]; [|/a/|]; /b")]
    [TestCase("SC2288", "[|a,|] b; [|c.|]; [|\"(d)\"|]; . e; [ f ]; g")]
    [TestCase("SC2291", "[|echo a    b|]; [|echo -n a     b    c > d|]")]
    [TestCase("SC2291", "echo a b; echo a   b; echo    a; printf a    b; echo \"a    b\"; echo a    > b")]
    [TestCase("SC2291", "[|echo a \\\n      b|]")]
    [TestCase("SC2018", "tr [|a-z|] A-Z; tr [|'a-z'|] b; tr '[:lower:]' c; tr a-zA-Z d")]
    [TestCase("SC2019", "tr a-z [|A-Z|]; sed A-Z")]
    [TestCase("SC2020", "tr [|'hello'|] world; tr abc xyz; tr -s '  '; tr -dd e")]
    [TestCase("SC2021", "tr -d [|'[a-z]'|]; tr '[:lower:]' '[]'; tr [b-c] d")]
    [TestCase("SC2041", "for i in [|'a'|]; do b; done; for i in a 'b'; do c; done; for i in \"a\"; do d; done")]
    [TestCase("SC2042", "for i in [|a,b|]; do c; done; for i in {a,b}; do c; done; for i in a, b; do c; done")]
    [TestCase("SC2064", "trap \"a [|$b|] [|$(c)|]\" EXIT; trap 'd $e' EXIT; trap \"f\" EXIT; trap \"$g\"")]
    [TestCase(
        "SC2066",
        "for i in [|\"$a\"|]; do b; done; for i in [|\"*.c\"|]; do d; done; for i in [|\"$(e)\"|]; do f; done"
    )]
    [TestCase(
        "SC2066",
        "for i in \"$@\" ; do a; done; for i in \"${b[@]}\"; do c; done; for i in \"$d\" e; do f; done"
    )]
    [TestCase("SC2069", "a [|2>&1|] > b; c [|2>&1|] >> d; e 2>&1 > f | g; h > i 2>&1; j=$(k 2>&1 > l); m 2>&1 2> n")]
    [TestCase("SC2093", "[|exec a b|]; c")]
    [TestCase("SC2093", "exec > a; b || exec c; d; if e; then exec f; fi; exec g")]
    [TestCase("SC2104", "f() { [|break|]; while a; do break; done; }; for i in a b; do continue; done")]
    [TestCase("SC2105", "a || [|break|]; { [|continue|]; }; f() { break; }; until b; do break; done")]
    [TestCase("SC2112", "[|function a() { b; }|]; function c { d; }; e() { f; }")]
    [TestCase("SC2113", "[|function a { b; }|]; function c() { d; }; e() { f; }")]
    [TestCase("SC2163", "export [|$a|] \"[|${b}|]\" $c=d e ${f:-g}")]
    [TestCase("SC2194", "case [|a|] in b) ;; esac; case $a in b) ;; esac; case \"c$d\" in e) ;; esac")]
    [TestCase("SC2215", "a; [|-b|] c; d -e")]
    [TestCase("SC2229", "read -r [|$a|]; read b")]
    [TestCase("SC2276", "[|a-b=c|]; [|d.e=f|] g; h=i; j[1]=k; $l=m; 1=2; './n=o'; p/q=r")]
    [TestCase("SC2281", "[|$a|]=b; [|${c}|]=d e; $f; $g == h; $i$j=k; l=$m")]
    [TestCase("SC2282", "[|4a=b|]; a4=b; 4=c")]
    [TestCase("SC2283", "a [|=|] b; c [|=d|]; e == f; g h = i; [ j = k ]; $l = m")]
    public void As_ShellCheck_finds_them(string id, string script) => ShellRules.VerifyExact(id, script);

    [TestCase("SC1105", "(( find / | xargs rm ))", Description = "dash sees two subshells")]
    [TestCase("SC2024", "sudo a [|>|] b; sudo c > /tmp/d; sudo e < f")]
    [TestCase("SC2091", "[|$(curl a)|]; $(aws ecr get-login); $(echo b)")]
    [TestCase("SC2092", "`# a` && [|`b`|]")]
    [TestCase("SC2094", "sed a [|b|] > [|b|]; cat c | d >> c; mv e f > e; sort [|g|] | h > [|g|]")]
    [TestCase("SC2114", "rm -rf [|/usr|] [|/lib|] /media /mnt /boot /home /usr/local")]
    [TestCase("SC2216", "a | [|ls|]; yes | rm b; c | cp /dev/stdin d; e | [|echo f|]")]
    [TestCase("SC2291", "[|echo a    b|]; echo c \\\n      d; echo -e     e")]
    public void As_they_matter(string id, string script) => ShellRules.Verify(id, script);

    [TestCase("[|((|]a b)) && c")]
    [TestCase("[|((|]cd a) | b)")]
    public void Bash_takes_two_parentheses_for_an_expression(string script) =>
        ShellRules.Verify("SC1105", script, "FROM debian\nSHELL [\"/bin/bash\", \"-c\"]");

    [TestCase("a [|'|]b")]
    [TestCase("a [|$(|]b")]
    [TestCase("[|if|] a; then b")]
    [TestCase("a && b [|)|]")]
    [TestCase("a '' \"\" $(b) `c` && { d; }")]
    [TestCase("{{A(\"b\", c)}}", Description = "a template")]
    [TestCase("<% if a %> && b", Description = "a template")]
    public void What_a_shell_cannot_read_breaks_the_build(string script) => ShellRules.Verify("SC1072", script);

    [TestCase("SC1009", "[||]a b 'c")]
    [TestCase("SC1073", "a b [||]'c")]
    [TestCase("SC1072", "a b 'c[||]")]
    [TestCase("SC1009", "[||]a > && b")]
    [TestCase("SC1073", "a [||]> && b")]
    [TestCase("SC1072", "a > [||]&& b")]
    public void ShellCheck_tells_the_construct_and_the_command_too(string id, string script) =>
        ShellRules.VerifyExact(id, script);

    [Test]
    public void A_tab_is_as_wide_as_it_looks()
    {
        ShellRules.VerifyExact("SC2291", "echo ab\tc");
        ShellRules.VerifyExact("SC2291", "[|echo abcd\tc|]");
    }
}
