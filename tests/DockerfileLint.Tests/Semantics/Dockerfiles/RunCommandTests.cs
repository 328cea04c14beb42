using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Semantics.Dockerfiles;

internal sealed class RunCommandTests
{
    [TestCase("a", "a")]
    [TestCase(" a b c", "a")]
    [TestCase("a && b || c; d | e & f", "a b c d e f")]
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
    [TestCase("case x in y) case z in w) a;; esac;; v) b;; esac; c", "a b c")]
    [TestCase("f() { a; }; f", "a f")]
    [TestCase("a $(b c) \"$(d)\" `e`", "a b d e")]
    [TestCase("a '$(b)' \\$c", "a")]
    [TestCase("x=$(a)", "a")]
    [TestCase("a ${x:-$(b)}", "a b")]
    [TestCase("a $((1 + (2))) ; b", "a b")]
    [TestCase("((x++)); a", "a")]
    [TestCase("a <(b) >(c)", "a b c")]
    [TestCase("a > f 2>&1 < g; b", "a b")]
    [TestCase("> f a", "a")]
    [TestCase("a; 2>f 3<g b 4>h", "a b")]
    [TestCase("a2>f b", "a2")]
    [TestCase("a # b; c", "a")]
    [TestCase("a#b c", "a#b")]
    [TestCase("'a' b", "a")]
    [TestCase("/usr/bin/a b", "a")]
    [TestCase("a 'x \" y' ; b", "a b")]
    [TestCase("a \"$(b \"c\")\" d; e", "a b e")]
    [TestCase("env X=1 a b", "env a")]
    [TestCase("env -u X -C /y a b", "env a")]
    [TestCase("exec a", "exec a")]
    [TestCase("command a", "command a")]
    [TestCase("command -v a", "command")]
    [TestCase("busybox a", "busybox a")]
    [TestCase("nohup env X=1 a", "nohup env a")]
    [TestCase("time a", "a")]
    [TestCase("sudo -E -u root -- X=1 a -b", "sudo a")]
    [TestCase("sudo -Hu app a -u b", "sudo a")]
    [TestCase("xargs -0 -n 1 a", "xargs a")]
    [TestCase("timeout -k 5 30s a", "timeout a")]
    [TestCase("gosu app a", "gosu a")]
    [TestCase("find / -name x -exec a {} +", "find a")]
    [TestCase("python3 -m pip install b", "python3 pip")]
    [TestCase("python3 -c 'import pip'", "python3")]
    [TestCase("sudo", "sudo")]
    [TestCase("$SUDO a", "${SUDO}")]
    [TestCase("echo if then; a", "echo a")]
    [TestCase("sh -c 'a && b'", "sh a b")]
    public void Commands_are_found_where_the_shell_looks_for_them(string script, string commands) =>
        Find($"RUN {script}")
            .Select(command => command.Name)
            .Should()
            .BeEquivalentTo(commands.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    [Test]
    public void Spans_lie_in_the_file_across_continuations()
    {
        const string Text = "RUN sudo \\\n  # why\n  apt-get install \\\n  -y cu\\\nrl";

        RunCommand apt = Find(Text)[1];

        apt.Wrapper!.Name.Should().Be("sudo");
        Text.Substring(apt.Span.Start, apt.Span.Length).Should().Be("apt-get");
        apt.Line.Operands.Should().ContainSingle().Which.Text.Should().Be("curl");
        apt.FullSpan.End.Should().Be(Text.Length);
    }

    [Test]
    public void An_array_is_one_command_whose_strings_are_its_words()
    {
        const string Text = "RUN [\"apt-get\", \"install\", \"-y\", \"a b\"]";

        RunCommand command = Find(Text).Should().ContainSingle().Subject;

        command.Subcommand.Should().Be("install");
        command.Line.Operands.Should().ContainSingle().Which.Text.Should().Be("a b");
    }

    private static IReadOnlyList<RunCommand> Find(string text)
    {
        DockerfileModel model = DockerfileModel.Create(DockerfileSyntaxTree.Parse(Lint.CreateFile(text)));
        return model.GetScript(model.Tree.Root.Instructions[0])?.RunCommands ?? [];
    }
}
