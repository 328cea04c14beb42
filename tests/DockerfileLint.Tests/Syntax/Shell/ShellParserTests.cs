using DockerfileLint.Syntax;
using DockerfileLint.Syntax.Shell;
using DockerfileLint.Tests.Testing;
using DockerfileLint.Text;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Syntax.Shell;

/// <summary>What the shell makes of scripts; the outline shows commands in square brackets.</summary>
internal sealed class ShellParserTests
{
    [TestCase("", "")]
    [TestCase("# a", "")]
    [TestCase("a", "[a]")]
    [TestCase(" a  b\tc ", "[a b c]")]
    [TestCase("a && b || c; d | e & f\ng", "[a] && [b] || [c]; [d] | [e]& [f]⏎ [g]")]
    [TestCase("a |& b", "[a] |& [b]")]
    [TestCase("a &&\n\n# c\n b |\n c", "[a] && [b] | [c]")]
    [TestCase("! a", "! [a]")]
    [TestCase("time -p a; time; time -v b", "time [a]; time ; [time -v b]")]
    [TestCase("a # b; c\nd", "[a]⏎ [d]")]
    [TestCase("a#b c", "[a#b c]")]
    [TestCase("a \\\n b\\\nc", "[a bc]")]
    [TestCase("a \\\r\n b\r\nc", "[a b]⏎ [c]")]
    [TestCase("echo if then; a", "[echo if then]; [a]")]
    [TestCase("ifa; dot; [[a", "[ifa]; [dot]; [[[a]")]
    [TestCase("'if' a; \\if b", "['if' a]; [if b]")]
    public void Lists(string script, string outline) => Check(script, outline);

    [TestCase("(a; b) > c", "([a]; [b]) < Output c>")]
    [TestCase("(a)", "([a])")]
    [TestCase("((a); b)", "(([a]); [b])")]
    [TestCase("{ a; b; } 2>c", "{[a]; [b];} <2 Output c>")]
    [TestCase("{a,b} c", "[{a,b} c]")]
    [TestCase(
        "if a; then b; elif c; then d; else e; fi >f",
        "if([a]; then [b];)([c]; then [d];)else([e];) < Output f>"
    )]
    [TestCase("if a\nthen b\nfi | c", "if([a]⏎ then [b]⏎)else() | [c]")]
    [TestCase("if (a) then (b) fi", "if(([a]) then ([b]))else()")]
    [TestCase("while a; do b; done < c", "while([a]; do [b];) < Input c>")]
    [TestCase("until a; do b; done; c", "until([a]; do [b];); [c]")]
    [TestCase("for x in y 'z' $w; do a; done", "for(x in y 'z' ${w} do [a];)")]
    [TestCase("for x; do a; done", "for(x do [a];)")]
    [TestCase("for x do a; done", "for(x do [a];)")]
    [TestCase("for x\nin a\ndo b\ndone", "for(x in a do [b]⏎)")]
    [TestCase("for x in; do a; done", "for(x in do [a];)")]
    [TestCase("for ((i=0; i<$n; i++)); do a; done", "for(((i=0; i<${n}; i++)) do [a];)")]
    [TestCase("for x in a; { b; }", "for(x in a do [b];)")]
    [TestCase("select x in a; do b; done", "select(x in a do [b];)")]
    [TestCase("case $x in y) a;; z|w) b;; *) c;; esac; d", "case(${x} y:([a]) z|w:([b]) *:([c])); [d]")]
    [TestCase("case x in (y) a;& (z) b;;& w) c; esac", "case(x y:([a]) z:([b]) w:([c];))")]
    [TestCase("case x in y) case z in w) a;; esac;; v) b;; esac", "case(x y:(case(z w:([a]))) v:([b]))")]
    [TestCase("case x in esac", "case(x)")]
    [TestCase("case x\nin\n# c\n a\n|\nb)\n;;\nesac", "case(x a|b:())")]
    [TestCase("f() { a; }; f", "function f {[a];}; [f]")]
    [TestCase("f ( ) (a)", "function f ([a])")]
    [TestCase("function f { a; } > b", "function f {[a];} < Output b>")]
    [TestCase("function f()\n{ a; }", "function f {[a];}")]
    [TestCase("[[ -f $a && ( b == c* || ! d =~ ^(x|y z)$ ) ]] && e", "[[-f ${a} b == c* ! d =~ ^(x|y z)$]] && [e]")]
    [TestCase("[[ a < b ]]; [[ a==b ]]; [ a ]", "[[a b]]; [[a==b]]; [[ a ]]")]
    [TestCase("[[ (a == b) ]]", "[[a == b]]")]
    [TestCase("((x++)); a", "((x++)); [a]")]
    [TestCase("(( $(a) > (1 + 2) ))", "(( $([a]) > (1 + 2) ))")]
    public void Compound_commands(string script, string outline) => Check(script, outline);

    [TestCase("X=1 Y='a b' c", "[X=1 Y='a b' c]")]
    [TestCase("X=", "[X=]")]
    [TestCase("a x=1", "[a x=1]")]
    [TestCase("x+=1 y[2]=3 z[$i]+=4", "[x+=1 y[2]=3 z[${i}]+=4]")]
    [TestCase("a=(b 'c d' # e\n [1]=f $g)", "[a=(b 'c d' [1]=f ${g})]")]
    [TestCase("a+=(); b", "[a+=()]; [b]")]
    [TestCase("declare -a x=(a b) y", "[declare -a x=(a b) y]")]
    [TestCase("1x=2 =3 a-b=c", "[1x=2 =3 a-b=c]")]
    [TestCase("x=$(a) b", "[x=$([a]) b]")]
    public void Assignments(string script, string outline) => Check(script, outline);

    [TestCase("> f a", "[a] < Output f>")]
    [TestCase("2>f 3<g b 4>h", "[b] <2 Output f> <3 Input g> <4 Output h>")]
    [TestCase("a2>f b", "[a2 b] < Output f>")]
    [TestCase(
        "a 2>&1 <&- >&2 &>b &>>c >|d <>e >>f",
        "[a] <2 DuplicateOutput 1> < DuplicateInput -> < DuplicateOutput 2> < OutputAndError b> < "
            + "AppendOutputAndError c> < Clobber d> < InputOutput e> < Append f>"
    )]
    [TestCase("exec {fd}>a {b}", "[exec {b}] <{fd} Output a>")]
    [TestCase("a <<< \"$b\" c", "[a c] < HereString \"${b}\">")]
    [TestCase(
        "a << E1 <<-'E2' b\nx $y\nE1\n\tz $w\n\tE2\nc",
        "[a b] < HereDocument E1 x ${y}⏎> < HereDocumentWithoutTabs 'E2' \tz $w⏎>⏎ [c]"
    )]
    [TestCase("a <<E | b\n$(c)\\$d\nE\ne", "[a] < HereDocument E $([c])$d⏎> | [b]⏎ [e]")]
    [TestCase("x=$(a <<E\nb\nE\n) c", "[x=$([a] < HereDocument E b⏎>⏎) c]")]
    [TestCase("a <<E && b\r\nc\r\nE\r\nd", "[a] < HereDocument E c\r⏎> && [b]⏎ [d]")]
    [TestCase("{ a; } <<E\nE\nb", "{[a];} < HereDocument E >⏎ [b]")]
    public void Redirections(string script, string outline) => Check(script, outline);

    [TestCase("a 'x \" y' \"it's\" \\\" b\\ c", "[a 'x \" y' \"it's\" \" b c]")]
    [TestCase("a $'x\\n\\'y' $\"z\"", "[a 'x\n'y' \"z\"]")]
    [TestCase("a\"b\"'c'd", "[a\"b\"'c'd]")]
    [TestCase("\"a\\$b\\\"\\c\\\nd\"", "[\"a$b\"\\cd\"]")]
    [TestCase("a $ $/ \"$\" $% 100$", "[a $ $/ \"$\" $% 100$]")]
    [TestCase("$a ${b} $1 $10 $@ ${#} $? $$ $! $- ${12}", "[${a} ${b} ${1} ${1}0 ${@} ${#} ${?} ${$} ${!} ${-} ${12}]")]
    [TestCase("${a:-b} ${a:=$c} ${a:?d e} ${a+'f}'} ${a-}", "[${a :- b} ${a := ${c}} ${a :? d e} ${a + 'f}'} ${a -}]")]
    [TestCase(
        "${a#b} ${a##*/} ${a%.*} ${a%%\\}} ${a/b/c} ${a//\\//-} ${a^^} ${a,}",
        "[${a # b} ${a ## */} ${a % .*} ${a %% }} ${a / b/c} ${a // //-} ${a ^^} ${a ,}]"
    )]
    [TestCase(
        "${#a} ${!a} ${!a@} ${a[1]} ${#a[@]} ${a[@]:1:2} ${a@Q} ${@:2}",
        "[${#a} ${!a} ${!a @} ${a 1} ${#a @} ${a : @1:2} ${a @Q} ${@ : 2}]"
    )]
    [TestCase(
        "\"${a:-it's}\" \"${a:-\"b c\"}\" \"${a#'\"'}\"",
        "[\"${a :- it's}\" \"${a :- \"b c\"}\" \"${a # '\"'}\"]"
    )]
    [TestCase("a $(b $(c) \"$(d \"e\")\") `f \\`g\\``", "[a $([b $([c]) \"$([d \"e\"])\"]) $([f $([g])])]")]
    [TestCase("\"`a \\\"b\\\"`\" `c \\$d \\\\e`", "[\"$([a \"b\"])\" $([c ${d} e])]")]
    [TestCase(
        "$((1 + (2))) $(( $a << 2 )) $((a); b) \"$((c))\"",
        "[((1 + (2))) (( ${a} << 2 )) $(([a]); [b]) \"((c))\"]"
    )]
    [TestCase("a <(b) >(c) --d=<(e)", "[a <([b]) >([c]) --d=<([e])]")]
    [TestCase("a @(b|c d) !(e) x+(f|(g))", "[a @(b|c d) !(e) x+(f|(g))]")]
    [TestCase("$(a) b", "[$([a]) b]")]
    [TestCase("$(case x in a) b;; esac)", "[$(case(x a:([b])))]")]
    [TestCase("\"$(a 'b)' # c)\n)\"", "[\"$([a 'b)']⏎)\"]")]
    [TestCase("a ~/b *.c {d,e}[f]", "[a ~/b *.c {d,e}[f]]")]
    public void Words(string script, string outline) => Check(script, outline);

    [TestCase("a", "a", true, false)]
    [TestCase("'a b'", "a b", true, true)]
    [TestCase("\"a\"b\\ c", "ab c", true, true)]
    [TestCase("$'a\\tb\\x41\\u00e9\\101\\z'", "a\tbAéA\\z", true, true)]
    [TestCase("a$b", "a${b}", false, false)]
    [TestCase("\"${b}-$1\"", "${b}-${1}", false, true)]
    [TestCase("${b:-c}", "${b:-c}", false, false)]
    [TestCase("x$(a)y", "x${...}y", false, false)]
    [TestCase("`a`", "${...}", false, false)]
    [TestCase("$((1))", "${...}", false, false)]
    public void A_word_tells_its_value(string word, string display, bool isLiteral, bool isQuoted)
    {
        ShellWordSyntax parsed = ShellScriptSyntax.Parse($"x {word}").GetSimpleCommands()[0].Words[1];

        parsed.DisplayText.Should().Be(display);
        parsed.LiteralText.Should().Be(isLiteral ? display : null);
        parsed.IsQuoted.Should().Be(isQuoted);
        parsed.Is(display).Should().Be(isLiteral);
        parsed.StartsWith(display[..1]).Should().BeTrue();
    }

    [TestCase("‹'›a", "['a']")]
    [TestCase("x; \"a ‹$(›b", "[x]; [\"a $([b])\"]")]
    [TestCase("‹(›a; b", "([a]; [b])")]
    [TestCase("‹{› a", "{[a]}")]
    [TestCase("a ‹)›\nb", "[a] [b]")]
    [TestCase("a; ‹fi›; b", "[a]; [b]")]
    [TestCase("‹if› a; then b; c", "if([a]; then [b]; [c])else()")]
    [TestCase("‹if› a; fi; b", "if([a]; then )else(); [b]")]
    [TestCase("(‹if› a; then b; ) && c", "(if([a]; then [b];)else()) && [c]")]
    [TestCase("‹for›; do a; done", "for( do [a];)")]
    [TestCase("‹while› a; done; b", "while([a]; do ); [b]")]
    [TestCase("‹case› a", "case(a)")]
    [TestCase("a ‹&&› ; b", "[a]; [b]")]
    [TestCase("a ‹&&›", "[a]")]
    [TestCase("a ‹(›b) c; d", "[a]; [d]")]
    [TestCase("a ‹>› ; b", "[a] < Output ?>; [b]")]
    [TestCase("a ‹<<E›\nb", "[a] < HereDocument E b>⏎")]
    [TestCase("a ‹<<E›", "[a] < HereDocument E>")]
    [TestCase("‹${›a", "[${a}]")]
    [TestCase("‹${› a}", "[${ a}]")]
    [TestCase("‹`›a", "[$([a])]")]
    [TestCase("‹[[› a; b", "[[a]]; [b]")]
    [TestCase("a=‹(›b; c", "[a=(b)]; [c]")]
    [TestCase("‹;› a", "[a]")]
    public void After_an_error_reading_goes_on(string marked, string outline)
    {
        int start = marked.IndexOf('‹', StringComparison.Ordinal);
        int end = marked.IndexOf('›', StringComparison.Ordinal) - 1;
        ShellScriptSyntax parsed = ShellScriptSyntax.Parse(marked.Remove(end + 1, 1).Remove(start, 1));

        parsed.Errors.Select(error => error.Span).Should().Contain(TextSpan.FromBounds(start, end));
        ShellOutline.Of(parsed).Should().Be(outline);
    }

    [TestCase("‹'›a", ShellSyntaxErrorKind.UnclosedQuote)]
    [TestCase("a ‹)›", ShellSyntaxErrorKind.UnexpectedCloser)]
    [TestCase("‹if› a; then b", ShellSyntaxErrorKind.MissingFi)]
    [TestCase("a ‹<<E›\nb", ShellSyntaxErrorKind.UnclosedHereDocument)]
    [TestCase("a ‹&&›", ShellSyntaxErrorKind.MissingCommandAfterOperator)]
    public void An_error_has_a_kind(string marked, ShellSyntaxErrorKind kind)
    {
        int start = marked.IndexOf('‹', StringComparison.Ordinal);
        int end = marked.IndexOf('›', StringComparison.Ordinal) - 1;

        ShellScriptSyntax
            .Parse(marked.Remove(end + 1, 1).Remove(start, 1))
            .Errors.Should()
            .Equal(new ShellSyntaxError(kind, TextSpan.FromBounds(start, end)));
    }

    [Test]
    public void Every_kind_of_error_has_a_message_of_its_own() =>
        Enum.GetValues<ShellSyntaxErrorKind>()
            .Select(kind => new ShellSyntaxError(kind, default).Message)
            .Should()
            .OnlyHaveUniqueItems();

    [TestCase("a # b\n# c\n\n d", "# b|# c")]
    [TestCase("#a\r\n#b", "#a|#b")]
    [TestCase("a '#b' #c\\\nd #e", "#c\\|#e")]
    [TestCase("a#b \"#c\" ${#d} $# #e", "#e")]
    [TestCase("a <<E # b\n# c\n$(d # e\n)\nE\n#f", "# b|# e|#f")]
    [TestCase("x=$( # a\n) `b # c`; y=( # d\n)", "# a|# c|# d")]
    [TestCase("if a # b\nthen # c\n d\nfi # e", "# b|# c|# e")]
    public void Comments_are_kept(string script, string comments)
    {
        ShellSyntaxTree tree = ShellSyntaxTree.Parse(script);

        string.Join('|', tree.Root.Comments.Select(comment => tree.Text.ToString(comment.Span))).Should().Be(comments);
        tree.Tokens.Where(token => token.Kind == SyntaxKind.Comment).Should().Equal(tree.Root.Comments);
    }

    [TestCase("> a b 2>c d >e", "> a|b|2>c|d|>e")]
    [TestCase("x=1 >a y=2 b", "x=1|>a|y=2|b")]
    [TestCase(">a >b", ">a|>b")]
    [TestCase("x=1 b >a", "x=1|b|>a")]
    public void Redirections_stand_where_they_are_written(string command, string children)
    {
        SyntaxNode simple = ShellScriptSyntax.Parse(command).GetSimpleCommands()[0];

        string.Join('|', simple.ChildNodes).Should().Be(children);
        simple.ChildNodes[^1].ToString().Should().Be(children.Split('|')[^1]);
    }

    [Test]
    public void A_command_knows_where_it_stands()
    {
        IReadOnlyList<ShellSimpleCommandSyntax> commands = ShellScriptSyntax
            .Parse("a | b $(c | d); f() { e; }; x <(g)")
            .GetSimpleCommands();

        commands
            .Select(command =>
                $"{command.Name}{command.PipelineIndex}{(command.IsInSubstitution ? "s" : "")}{(command.IsInFunction ? "f" : "")}"
            )
            .Should()
            .Equal("a0", "b1", "c0s", "d1s", "e0f", "x0", "g0s");
        commands.Select(command => command.Script).Should().OnlyContain(script => script.Parent == null);
    }

    private static void Check(string script, string outline)
    {
        ShellScriptSyntax parsed = ShellScriptSyntax.Parse(script);

        ShellOutline.Of(parsed).Should().Be(outline);
        parsed.Errors.Should().BeEmpty();
    }
}
