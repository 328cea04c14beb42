using DockerfileLint.Syntax.Shell;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Syntax.Shell;

internal sealed class ShellCommandScannerTests
{
    [TestCase("a", "a")]
    [TestCase(" a b c", "a")]
    [TestCase("a && b || c; d | e & f\ng", "a b c d e f g")]
    [TestCase("a |& b", "a b")]
    [TestCase("X=1 Y='a b' c", "c")]
    [TestCase("X=1", "")]
    [TestCase("a x=1", "a")]
    [TestCase("(a; b)", "a b")]
    [TestCase("{ a; b; }", "a b")]
    [TestCase("! a", "a")]
    [TestCase("if a; then b; elif c; then d; else e; fi", "a b c d e")]
    [TestCase("while a; do b; done", "a b")]
    [TestCase("until a; do b; done; c", "a b c")]
    [TestCase("for x in y z; do a; done", "a")]
    [TestCase("for x; do a; done", "a")]
    [TestCase("case $x in y) a;; z|w) b;; *) c;; esac; d", "a b c d")]
    [TestCase("case x in (y) a;; esac", "a")]
    [TestCase("case x in y) case z in w) a;; esac;; v) b;; esac; c", "a b c")]
    [TestCase("f() { a; }; f", "f a f")]
    [TestCase("a $(b c) \"$(d)\" `e`", "b d e a")]
    [TestCase("a '$(b)' \\$(c)", "a c")]
    [TestCase("x=$(a)", "a")]
    [TestCase("$(a) b", "a $(a)")]
    [TestCase("a ${x:-$(b)}", "b a")]
    [TestCase("a $((1 + (2))) ; b", "a b")]
    [TestCase("((x++)); a", "a")]
    [TestCase("a <(b) >(c)", "a b c")]
    [TestCase("a > f 2>&1 < g; b", "a b")]
    [TestCase("> f a", "a")]
    [TestCase("2>f a", "a")]
    [TestCase("a; 2>f 3<g b 4>h", "a b")]
    [TestCase("a2>f b", "a2")]
    [TestCase("a # b; c\nd", "a d")]
    [TestCase("a#b c", "a#b")]
    [TestCase("'a' b", "'a'")]
    [TestCase("a \"it's\" ; b", "a b")]
    [TestCase("a 'x \" y' ; b", "a b")]
    [TestCase("a \"$(b \"c\")\" d; e", "b a e")]
    [TestCase("env X=1 a b", "env a")]
    [TestCase("exec a", "exec a")]
    [TestCase("command -v a", "command a")]
    [TestCase("busybox a", "busybox a")]
    [TestCase("nohup env X=1 a", "nohup env a")]
    [TestCase("time a", "time a")]
    [TestCase("sudo a", "sudo")]
    [TestCase("xargs a", "xargs")]
    [TestCase("echo if then; a", "echo a")]
    [TestCase("", "")]
    [TestCase("# a", "")]
    public void Commands_are_found_where_the_shell_looks_for_them(string script, string commands)
    {
        IEnumerable<string> found = new ShellCommandScanner().Scan(script.AsSpan()).Select(span => script.Substring(span.Start, span.Length));

        found.Order(StringComparer.Ordinal).Should().Equal(commands.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
    }

    [TestCase("'a")]
    [TestCase("\"a")]
    [TestCase("$(a")]
    [TestCase("`a")]
    [TestCase("${a")]
    [TestCase("((a")]
    [TestCase("case a in")]
    [TestCase("case a in b")]
    [TestCase("a )")]
    [TestCase("a ;; b")]
    [TestCase("a >")]
    [TestCase("\\")]
    [TestCase("$")]
    [TestCase("esac fi done }")]
    public void A_broken_script_is_scanned_to_its_end(string script)
    {
        foreach (var span in new ShellCommandScanner().Scan(script.AsSpan()))
        {
            span.End.Should().BeLessThanOrEqualTo(script.Length);
        }
    }
}
