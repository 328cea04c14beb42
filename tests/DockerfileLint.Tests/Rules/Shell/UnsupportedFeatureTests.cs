using DockerfileLint.Diagnostics;
using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Shell;

internal sealed class UnsupportedFeatureTests
{
    [TestCase("SC3001", "a [|<(b)|] [|>(c)|] \"$(d [|<(e)|])\" '<(f)'")]
    [TestCase("SC3002", "a [|!(b|c)|] [|@(d)|] [|?(e)|] [|*(f)|] [|+(g)|]")]
    [TestCase("SC3003", "a [|$'b'|] \"$'c'\"")]
    [TestCase("SC3004", "a [|$\"b\"|]")]
    [TestCase("SC3005", "[|for|] ((i = 0; i < 3; )); do a; done")]
    [TestCase("SC3006", "[|((a))|] > b; if [|((c))|]; then d; fi")]
    [TestCase("SC3006", "(( find / | xargs rm ))", Description = "two subshells")]
    [TestCase("SC3007", "a [|$[1]|] \"[|$[2]|]\"; a '$[3]' \\$[4]")]
    [TestCase("SC3008", "[|select|] a in b; do c; done")]
    [TestCase("SC3009", "a [|{b,c}|] [|{1..3}|][|{d,e}|] f[|{,g}|] \"$h\"[|{i,j}|]")]
    [TestCase("SC3009", "a {b} {} \"{c,d}\" '{e,f}' \\{g,h} {i,j k} {\"l,m\"} ${n}{o}")]
    [TestCase("SC3009", "a > [|{b,c}|]; d [|{e,'f g'}|] [|{h,\\}}|]; for i in [|{1..3}|]; do j; done")]
    [TestCase("SC3010", "[|[[ a ]]|] > b && [|[[ -f c ]]|]")]
    [TestCase("SC3011", "a [|<<<|] b; c 0[|<<<|]d")]
    [TestCase("SC3012", "[ a [|\\<|] b ]; test c [|'>'|] d")]
    [TestCase("SC3013", "[ a [|-nt|] b ] || [ c [|-ef|] d ]")]
    [TestCase("SC3014", "[ a [|==|] b ]; [[ $c [|==|] d ]]; test e [|==|] f; [ g = h ]; [ == ]")]
    [TestCase("SC3015", "[[ a [|=~|] b ]]")]
    [TestCase("SC3016", "[ [|-v|] a ]; [ -n -v ]")]
    [TestCase("SC3017", "[ [|-a|] a ]; [ b -a c ]")]
    [TestCase("SC3018", "a $((b[|++|])) $(([|--|]c)) $((d - -e))")]
    [TestCase("SC3019", "a $((b [|**|] 2)) $((c * 2))")]
    [TestCase("SC3020", "a [|&> b|]; c [|&>/dev/null|]")]
    [TestCase("SC3021", "a [|>& b|]; c >&2; d 2>&1; e >&-; f >&$g; h [|>&/dev/null|]")]
    [TestCase("SC3022", "a [|{b}>c|]")]
    [TestCase("SC3023", "a [|10>b|] 9>c")]
    [TestCase("SC3024", "[|abc|]+=d; [|e|]+=f g")]
    [TestCase("SC3025", "a [|> /dev/tcp/b/1|]; c < /dev/null")]
    [TestCase("SC3026", "a [|[^b]|] c[|[^d-e]|]f \"[^g]\" [!h] [^ \\[^i]")]
    [TestCase("SC3028", "a [|$RANDOM|] [|${UID:-1}|] $((b + [|SECONDS|])) [|$_|] $BASH $PPID")]
    [TestCase("SC3028", "UID=1; export EUID=2; read HOSTNAME; a $UID $EUID $HOSTNAME; RANDOM=1 [|$RANDOM|]")]
    [TestCase("SC3029", "a [||&|] b | c || d")]
    [TestCase("SC3030", "a=[|(b c)|]; d+=[|(e)|]")]
    [TestCase("SC3032", "[|coproc a b|]")]
    [TestCase("SC3033", "[|a-b() { c; }|]; d_e() { f; }")]
    [TestCase("SC3034", "a=[|$(<b)|] c=$(< d e) f=$(cat <g)")]
    [TestCase("SC3035", "a=[|`< b`|]")]
    [TestCase(
        "SC3037",
        "echo [|-n|] a; echo [|-ne|] b; echo [|'-e'|]; echo -- c; echo -nz; echo d -e; /bin/echo [|-e|] f"
    )]
    [TestCase("SC3038", "exec [|-a|] b c; exec d")]
    [TestCase("SC3039", "[|let a=1|]")]
    [TestCase("SC3040", "set -o [|pipefail|]; set -euxo [|pipefail|]; set -o errexit; set +o [|posix|]")]
    [TestCase("SC3041", "set [|-E|]; set [|-eET|]; set -eux; set -- -E")]
    [TestCase("SC3042", "set [|--posix|]; set --")]
    [TestCase("SC3043", "[|local a|]=1; [|local b|]")]
    [TestCase("SC3044", "[|pushd a|]; [|popd|]; [|declare -x b|]=1; [|shopt -s c|]; ./popd")]
    [TestCase(
        "SC3045",
        "read -r a; read [|-rp|] b c; ulimit [|-n|] 1; export [|-f|] d; export -p; type [|-a|] e; cd -P f"
    )]
    [TestCase("SC3046", "[|source a > b|]; . c; d source")]
    [TestCase("SC3047", "trap a [|ERR|] EXIT; trap - [|debug|]")]
    [TestCase("SC3048", "trap a [|SIGINT|] TERM")]
    [TestCase("SC3049", "trap a [|int|] TERM")]
    [TestCase("SC3050", "printf [|'%s %q'|] a; printf '%s' %q")]
    [TestCase("SC3052", "a $(([|2#|]1 + 10))")]
    [TestCase("SC3053", "a [|${!b}|] [|${!c*}|] ${#d}")]
    [TestCase("SC3054", "a [|${b[0]}|] \"[|${c[@]}|]\" ${#d[@]} ${e:-[f]}")]
    [TestCase("SC3055", "a [|${!b[@]}|] ${!c}")]
    [TestCase("SC3056", "a [|${!b*}|] [|${!c@}|] ${!d}")]
    [TestCase("SC3057", "a [|${b:1}|] [|${c: -1}|] [|${@:2}|] ${d:-1} ${e:=1} ${f:?} ${g:+1}")]
    [TestCase("SC3058", "a [|${*%b}|] [|${@#c}|] ${d%e} ${##}")]
    [TestCase("SC3059", "a [|${b^}|] [|${c,,}|]")]
    [TestCase("SC3060", "a [|${b/c/d}|] [|${e//f}|] ${g#/}")]
    [TestCase("SC3062", "[ [|-o|] errexit ]; [ a -o b ]")]
    [TestCase("SC3063", "[ [|-R|] a ]")]
    [TestCase("SC3064", "[ [|-N|] a ]")]
    [TestCase("SC3065", "[ [|-k|] a ]")]
    [TestCase("SC3066", "[ [|-G|] a ]")]
    [TestCase("SC3067", "[ [|-O|] a ]")]
    public void Sh_has_what_POSIX_has(string id, string script) => ShellRules.VerifyExact(id, script);

    [TestCase("SC3036", "echo [|-e|] a; echo -n b")]
    [TestCase("SC3037", "echo -n a; echo -e b")]
    [TestCase("SC3040", "set -o pipefail")]
    [TestCase("SC3043", "local a")]
    [TestCase("SC3045", "read -p a b; read [|-t|] 1 c; ulimit -n 1")]
    [TestCase("SC3010", "[|[[ a ]]|]")]
    [TestCase("SC3028", "a $_ [|$UID|]")]
    public void Dash_and_ash_are_one_to_ShellCheck(string id, string script)
    {
        ShellRules.VerifyExact(id, script, "FROM alpine\nSHELL [\"/bin/ash\", \"-c\"]");
        ShellRules.VerifyExact(id, script, "FROM alpine\nSHELL [\"/bin/dash\", \"-c\"]");
    }

    [TestCase("SC3036", "echo -e a")]
    [TestCase("SC3037", "echo [|-e|] a; echo -n b; /bin/echo -e c")]
    [TestCase("SC3013", "[ a -nt b ]")]
    [TestCase("SC3043", "f() { local a; }")]
    [TestCase("SC3045", "read -p a b; ulimit -n 1; ulimit [|-u|] 1")]
    [TestCase("SC3010", "[|[[ a ]]|]")]
    [TestCase("SC3020", "a [|&> b|]; c [|&>> d|]")]
    [TestCase("SC3028", "a $_ [|$UID|]")]
    public void The_sh_of_Debian_is_dash(string id, string script) => ShellRules.Verify(id, script, "FROM node:22");

    [TestCase("SC3009", "a [|{b,c}|]")]
    [TestCase("SC3010", "[[ a = b ]]")]
    [TestCase("SC3014", "[ a == b ]")]
    [TestCase("SC3020", "a &> b")]
    [TestCase("SC3030", "a=[|(b)|]")]
    [TestCase("SC3037", "echo -e a")]
    [TestCase("SC3040", "set -o pipefail; set -o [|posix|]")]
    [TestCase("SC3044", "[|pushd a|]")]
    [TestCase("SC3046", "source a")]
    [TestCase("SC3057", "a ${b:0:1}")]
    [TestCase("SC3059", "a [|${b^^}|]")]
    public void The_sh_of_Alpine_is_that_of_BusyBox(string id, string script) =>
        ShellRules.Verify(id, script, "FROM alpine:3.22");

    [TestCase("FROM centos:7")]
    [TestCase("FROM debian\nRUN ln -sf /bin/bash /bin/sh")]
    [TestCase("FROM debian\nRUN echo no | dpkg-reconfigure dash")]
    [TestCase("FROM debian AS a\nRUN ln -sf bash /bin/sh\nFROM a")]
    [TestCase("FROM fedora:40\nSHELL [\"/bin/sh\", \"-e\", \"-c\"]")]
    [TestCase("FROM debian\nSHELL [\"/bin/bash\", \"-c\"]")]
    [TestCase("FROM debian AS a\nSHELL [\"/bin/bash\", \"-c\"]\nFROM a")]
    public void Bash_has_all_of_it(string head) => ShellRules.Verify("SC3010", "[[ a ]] && b", head);

    [Test]
    public void A_step_that_puts_bash_in_its_place_still_runs_in_the_old_one() =>
        ShellRules.Verify("SC3010", "ln -sf /bin/bash /bin/sh && [|[[ a ]]|]");

    [TestCase("FROM debian\nENV UID=1")]
    [TestCase("FROM debian\nARG UID")]
    public void What_the_file_sets_is_no_variable_of_bash(string head) =>
        ShellRules.VerifyExact("SC3028", "a $UID", head);

    [Test]
    public void What_a_trigger_sets_the_next_one_has() =>
        new Exact("SC3028").Check("FROM debian\nONBUILD ARG UID=1\nONBUILD RUN a $UID [|$EUID|]\n");

    [TestCase("FROM debian:12-slim", "warning")]
    [TestCase("FROM python:3.13", "warning")]
    [TestCase("FROM alpine AS a\nFROM ubuntu", "warning")]
    [TestCase("FROM example.com/base", "info")]
    [TestCase("FROM tomcat:9-jre8-oraclelinux", "info")]
    [TestCase("ARG A\nFROM $A", "info")]
    public void Where_the_image_is_unknown_the_finding_is_a_hint(string head, string severity) =>
        Lint.Run($"{head}\nRUN source a && b\n")
            .Findings.Should()
            .ContainSingle(finding => finding.Rule.Id == "SC3046")
            .Which.Severity.Should()
            .Be(Enum.Parse<Severity>(severity, ignoreCase: true));

    private sealed class Exact(string id) : RuleTest(id)
    {
        internal void Check(string markup) => Verify(markup, "behaviour=hadolint");
    }
}
