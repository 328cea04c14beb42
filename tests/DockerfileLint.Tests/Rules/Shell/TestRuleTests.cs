using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Shell;

/// <summary>Rules that look at <c>[ … ]</c>, <c>[[ … ]]</c> and <c>test …</c>.</summary>
internal sealed class TestRuleTests
{
    [TestCase("SC2050", "[ a [|=|] b ]; [ 1 [|-lt|] 2 ]; [[ c [|!=|] d ]]")]
    [TestCase("SC2050", "[ a = $b ]; [ a -nt b ]; [[ a = b* ]]; [[ a =~ b ]]; [[ a -eq b ]]; [ \"$a\" = b ]")]
    [TestCase("SC2077", "[ \"$a\"[|=|]b ]; [ $c[|==|]d ]; [ $e[|!=|]f ]; [ a[|=|]$b ]; [[ $g[|=|]h ]]")]
    [TestCase("SC2077", "[ $a = b ]; [ \"$a=b\" ]; [ a=b ]; [ -n $a=b ]; test $a=b; a $b=c")]
    [TestCase("SC2078", "[ [|a|] ]; [[ [|b|] ]]; test [|c|]; [ ! [|d|] ]; [ [|\"\"|] ]; [ -f e -a [|f|] ]")]
    [TestCase("SC2078", "[ $a ]; [ -f b ]; [ c* ]; [ hash d ]; [ ]; [ \"$e\" = f ]; [ 1 ]; [ true ]; g [ h ]")]
    [TestCase("SC2157", "[ -n [|a|] ]; [ -z \"[|b|]\" ]; [ -n [|a|]$b ]; [ [|a|]$b ]; [ \"[|c|]$d\" ]; [[ -n [|e|] ]]")]
    [TestCase("SC2157", "[ -n \"$a\" ]; [ -z \"\" ]; [ -n b* ]; [ -d c ]; [ $d=e ]; [ ! $f ]")]
    [TestCase("SC2158", "[ [|false|] ]; false")]
    [TestCase("SC2159", "[ [|0|] ]; [ 0 = $a ]")]
    [TestCase("SC2160", "while [ [|true|] ]; do a; done; while true; do b; done")]
    [TestCase("SC2161", "while [ [|1|] ]; do a; done; [ [|\"1\"|] ] || test [|1|]")]
    [TestCase("SC2268", "[ [|\"x$a\"|] = x ]; [ [|x$a|] != x$b ]; [ [|X\"$a\"|] == X ]; [[ [|x$a|] = x ]]")]
    [TestCase("SC2268", "[ \"$a\"x = x ]; [ \"x$a\" = \"$b\" ]; [ .$a = . ]; [ \"x$a\" -eq x ]; test \"x$a\" = x")]
    [TestCase("SC1014", "[ [||]hash a 2> b ]; [ [||]grep c d ]; [ -f e ]; [ \"$f\" = g ]; [ h ]; [ a = b ]")]
    [TestCase(
        "SC2070",
        "[ -n [|$a|] ]; [ ! -n [|$(b)|] ]; [ -n [|`c`|] ]; test -n $g; [ -n \"$d\" ]; [[ -n $e ]]; [ -z $f ]"
    )]
    [TestCase("SC2081", "[ $a = [|b*|] ]; [ c != [|[de]|] ]; [ $f = \"g*\" ]; [[ $h = i* ]]; [ $j -eq 1* ]")]
    [TestCase("SC2144", "[ -e [|a*|] ]; [ -f [|*.b|] ] && [ -d [|$c*|] ]; [ -d \"d*\" ]; [ -e e ]; [ -e f\\* ]")]
    [TestCase("SC2166", "[ $a [|-a|] $b ]; [ -f c [|-o|] -f d [|-a|] $e = f ]; [ -a g ]; [[ h ]]; test $i -a $j")]
    [TestCase("SC2202", "[ [|a*|] = $b ]; [ $c = d ]")]
    public void As_ShellCheck_finds_them(string id, string script) => ShellRules.VerifyExact(id, script);

    [TestCase("[[ -f a && ( [|b|] || -f c ) ]]")]
    [TestCase("[[ -f a && [|b|] && $c < d ]]")]
    [TestCase("[ \\( -f a \\) -a [|b|] ]")]
    [TestCase("[ ! -f a -o ! [|b|] ]")]
    public void Parts_of_a_test_are_told_apart(string script) => ShellRules.VerifyExact("SC2078", script);
}
