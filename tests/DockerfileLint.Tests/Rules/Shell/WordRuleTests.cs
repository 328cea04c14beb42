using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Shell;

/// <summary>Rules that look at single words.</summary>
internal sealed class WordRuleTests
{
    [TestCase("SC1001", "a [||]\\b c[||]\\=d e[||]\\-f")]
    [TestCase("SC1001", "\\ls \\$a \\; \\( \\[ \\{ \\* \\~ \\# \\. \\, '\\a' \"\\a\" a\\ b \\\\ \\n")]
    [TestCase("SC1001", "[[ a =~ \\b ]]")]
    [TestCase("SC1001", "a=b[||]\\c; d > e[||]\\f; case g in [||]\\h) ;; esac; i `j [||]\\k`")]
    [TestCase("SC1003", "a 'b[||]\\'")]
    [TestCase("SC1003", "a 'b\\c' \"d\\\\\" $'e\\'f'")]
    [TestCase("SC1007", "A=[| |]b c")]
    [TestCase("SC1007", "A= ; B=; IFS= read c; D=e f; G='' h")]
    [TestCase("SC1010", "a [||]do b; c d [||]done; e [||]then; f [||]fi; g [||]esac; h > i [||]do")]
    [TestCase("SC1010", "for i in do; do a; done; b 'do' else elif while dodo")]
    [TestCase("SC1012", "a [||]\\n b[||]\\tc [||]\\r \\a '\\n'")]
    [TestCase("SC1083", "a [||]{ b[||]{c[||]} [||]} [||]{$d[||]} [||]{e,f g[||]}")]
    [TestCase("SC1083", "a {} b{}c {d,e} {1..2} \\{f\\} \"{g}\" '{h}' ${i} {j,{k,l}}")]
    [TestCase("SC1083", "a=[||]{b[||]}; c > [||]{d[||]}; [ [||]{ ]; find . -exec e {} \\;")]
    [TestCase("SC1083", "[[ a =~ b{2} ]]")]
    [TestCase("SC1110", "a [|“|]b[|”|] [|‘|]c[|’|] \"“d”\" '“e”'")]
    [TestCase("SC1111", "a \"b[||]“c[||]”\" “ '“' \"’\"")]
    [TestCase("SC1112", "a 'b[||]’c' ’ \"’\" '“'")]
    [TestCase("SC2026", "a 'b'[|c|]'d' 'e'[|f|] 'g'[|h|]@i 'j'/k 'l'_m 'n' o $'p'q")]
    [TestCase("SC2027", "a \"b\"[|$c|]\"d\" \"e\"[|${f}|]\"g\"[|$(h)|]\"i\" \"\"[|$j|]\"\"")]
    [TestCase("SC2027", "a \"b\"$c \"d\"`e`\"f\" \"g\"$h$i\"j\" \"k\"$((1))\"l\" \"m\"\"$n\"\"o\"")]
    [TestCase("SC2088", "a \"[|~/b|]\" [|'~/c'|] \"[|~/|]$d\"; e=\"[|~/f|]\"; g > \"[|~/h|]\"")]
    [TestCase("SC2088", "a ~/b \"~\" \"c~/d\" e=\"~/f\" \"~g/h\" ~\"/i\"")]
    [TestCase("SC2101", "a [|[:digit:]|]b [[:alpha:]] [:] \"[:digit:]\"; tr [:upper:] [:lower:]")]
    [TestCase("SC2102", "a b[|[all]|] c[|[d,d]|] [|[10-15]|] [|[!ee]|] [|[f\\]f]|]")]
    [TestCase("SC2102", "a [abc] [0-9][0-9] \"[aa]\" [[:alpha:]] [b$c] \\[aa]; tr [aa] b")]
    [TestCase("SC2140", "a \"b\"[|c|]\"d\" \"e\"[|/f/|]\"g\" \"h\"[|.|]\"i\" \"j\"[|@|]\"k\"")]
    [TestCase("SC2140", "a \"b\"=\"c\" \"d\":\"e\" \"f\"/\"g\" \"$h\"i\"$j\" \"k\"l*\"m\" \"n\"o $p\"q\"r")]
    [TestCase("SC2140", "[[ a =~ \"b\"c\"d\" ]]")]
    public void As_ShellCheck_finds_them(string id, string script) => ShellRules.VerifyExact(id, script);

    [TestCase("SC1001", "a [|\\b|]")]
    [TestCase("SC1003", "a 'b[|\\'|]")]
    [TestCase("SC1010", "mix do a; b [|done|]")]
    [TestCase("SC1012", "tr [|\\n|] b")]
    [TestCase("SC1083", "a \\${B} {c} {{D}} @{E} \\{F} {1} }{ {G {H I} {X}")]
    [TestCase("SC1111", "echo \"“a”\"")]
    [TestCase("SC1112", "echo 'a’b'")]
    [TestCase("SC2088", "a \"[|~/b|]\"; npm config set prefix '~/c'; echo \"~/d\"; zsh -c \"~/e f\"")]
    public void As_they_matter(string id, string script) => ShellRules.Verify(id, script);

    [Test]
    public void Braces_are_those_of_a_variable() =>
        Lint.Run("FROM debian\nRUN a {VERSION} b-{$c}\n")
            .Findings.Where(finding => finding.Rule.Id == "SC1083")
            .Select(finding => finding.Location.Span.Start)
            .Should()
            .Equal(18, 30);

    [Test]
    public void Text_of_here_documents_is_no_word()
    {
        ShellRules.VerifyExact("SC1083", "cat <<E\n{a}\nE");
        ShellRules.VerifyExact("SC1001", "<<S\ncat <<E\n\\a\nE\nS");
        ShellRules.VerifyExact("SC2102", "<<S\ncat <<E\n[aa]\nE\nb [|[cc]|]\nS");
    }
}
