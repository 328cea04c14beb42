using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Shell;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Semantics.Dockerfiles;

internal sealed class InstructionScriptTests
{
    [TestCase("RUN a b && c", "a b; c")]
    [TestCase("RUN a \\\n# c\n\n  b", "a b")]
    [TestCase("CMD a", "a")]
    [TestCase("ENTRYPOINT [\"a\", \"b c\", \"$d\"]", "a 'b c' $d")]
    [TestCase("HEALTHCHECK CMD a || exit 1", "a; exit 1")]
    [TestCase("ONBUILD RUN a", "a")]
    [TestCase("RUN [\"sh\", \"-c\", \"a && \\\"b c\\\"\"]", "sh -c 'a && \"b c\"'; a; 'b c'")]
    [TestCase("RUN [\"a\\u0062\", \"c\"]", "ab c")]
    [TestCase("RUN [\"bash\", \"-euo\", \"pipefail\", \"-c\", \"a\"]", "bash -euo pipefail -c a; a")]
    [TestCase("RUN []", "")]
    [TestCase("RUN <<E\na\nb c\nE", "a; b c")]
    [TestCase("RUN <<E\n#!/usr/bin/env bash\na\nE", "a")]
    [TestCase("RUN <<E\n#!/usr/bin/python3\na\nE", "")]
    [TestCase("RUN <<-E\n\ta\n\tE", "a")]
    [TestCase("RUN bash <<E\na $(b)\nE", "bash; a ${_}; b")]
    [TestCase("RUN sudo -Hu app sh -c 'a b'", "sudo -Hu app sh -c 'a b'; a b")]
    [TestCase("RUN chroot /mnt $QEMU /bin/sh -c 'a b'", "chroot /mnt ${QEMU} /bin/sh -c 'a b'; a b")]
    [TestCase("RUN sudo ssh host sh -c 'a b'", "sudo ssh host sh -c 'a b'")]
    [TestCase("RUN sudo bash -s <<'E' && c\na $(b)\nE", "sudo bash -s; a ${...}; b; c")]
    [TestCase("RUN python3 <<E\nimport os\nE", "python3")]
    [TestCase("RUN cat <<E > /x && a\nb\nE", "cat; a")]
    [TestCase("RUN cat <<E <<F\na\nE\n$(b)\nF", "cat; b")]
    [TestCase("RUN bash x.sh <<E\na\nE", "bash x.sh")]
    [TestCase("RUN bash <<< 'a b'", "bash; a b")]
    [TestCase("RUN sh -c 'a; sh -c \"b c\"' d; e", "sh -c 'a; sh -c \"b c\"' d; a; sh -c 'b c'; b c; e")]
    [TestCase("RUN bash -lc \"a $X \\$Y \\\"z\\\" $(b)\"", "bash -lc 'a ${X} $Y \"z\" ${...}'; a ${X} ${Y} z ${_}; b")]
    [TestCase("RUN su - app -c 'a && b'", "su - app -c 'a && b'; a; b")]
    [TestCase("RUN su app --command \"a\"", "su app --command a; a")]
    [TestCase("RUN eval \"a $(b)\" c", "eval 'a ${...}' c; a ${_} c; b")]
    [TestCase("RUN env X=1 /bin/bash -c 'a'", "env X=1 /bin/bash -c a; a")]
    [TestCase("RUN sh x.sh -c 'a'", "sh x.sh -c a")]
    [TestCase("RUN a | xargs sh -c 'b'", "a; xargs sh -c b; b")]
    public void All_commands_are_found(string instruction, string commands)
    {
        (DockerfileModel model, InstructionScript script) = Read($"FROM a\n{instruction}\n");

        string.Join("; ", script.Commands.Select(command => string.Join(" ", command.Words.Select(Show))))
            .Should()
            .Be(commands);
        script.NestedScripts.SelectMany(nested => nested.Errors).Should().BeEmpty();
        model.GetScript(script.Instruction).Should().BeSameAs(script);
    }

    [TestCase("RUN sh -c 'a && [b c]'")]
    [TestCase("RUN sh -c \"a \\\"x\\\" && [b c]\"")]
    [TestCase("RUN sh -c \"a && sh -c '[b c]'\"")]
    [TestCase("RUN sh -c 'a && \\\n # x\n [b \\\n c]'")]
    [TestCase("RUN [\"sh\", \"-c\", \"a && [b c]\"]")]
    [TestCase("RUN [\"sh\", \"-c\", \"a \\\"x\\\"\\n[b c]\"]")]
    [TestCase("RUN bash <<E\na\n[b c]\nE")]
    [TestCase("RUN cat <<E && \\\n [b c]\na\nE")]
    [TestCase("RUN a \"`x \\`[b \\\"c\\\"]\\``\"")]
    [TestCase("RUN eval 'a;' \"[b c]\"")]
    public void A_command_has_its_place_in_the_file(string marked)
    {
        string text = $"FROM a\n{marked}\n";
        int start = text.LastIndexOf("[b", StringComparison.Ordinal);
        int end = text.IndexOf(']', start) - 1;
        (_, InstructionScript script) = Read(text.Remove(end + 1, 1).Remove(start, 1));

        ShellSimpleCommandSyntax command = script.Commands.Single(command => command.Name!.Is("b"));

        (command.Span.Start, command.Span.End).Should().Be((start, end));
    }

    [TestCase("RUN a && b", SyntaxKind.Command)]
    [TestCase("RUN [\"a\"]", SyntaxKind.Command)]
    [TestCase("HEALTHCHECK CMD a", SyntaxKind.Command)]
    [TestCase("RUN <<E\na\nE", SyntaxKind.Heredoc)]
    [TestCase("RUN a <<E\nb\nE", SyntaxKind.RunInstruction)]
    [TestCase("ONBUILD RUN a <<E\nb\nE", SyntaxKind.RunInstruction)]
    public void A_script_hangs_on_what_holds_it(string instruction, SyntaxKind kind)
    {
        (DockerfileModel model, InstructionScript script) = Read($"FROM a\n{instruction}\n");

        script.Script.Parent!.SyntaxKind.Should().Be(kind);
        script.Script.Tree.Should().BeSameAs(model.Tree);
        script.Script.Host.Should().BeNull();
    }

    [Test]
    public void A_nested_script_hangs_on_the_command_that_runs_it()
    {
        (DockerfileModel model, InstructionScript script) = Read("FROM a\nRUN x; sh -c 'a' && eval ''\n");

        script.NestedScripts.Select(nested => nested.Parent).Should().Equal(script.Commands[1], script.Commands[3]);
        script.NestedScripts.Select(nested => nested.Host).Should().Equal(script.Commands[1], script.Commands[3]);
        script.NestedScripts[1].Span.Should().Be(script.Commands[3].Words[1].Span, "nothing of it is left");
        script.Commands[2].Script.Should().BeSameAs(script.NestedScripts[0]);
        script.Commands[2].Tree.Should().BeSameAs(model.Tree);
    }

    [TestCase("FROM a", ShellKind.Sh, Certainty.Default)]
    [TestCase("FROM a\nSHELL [\"/bin/bash\", \"-o\", \"pipefail\", \"-c\"]", ShellKind.Bash, Certainty.Known)]
    [TestCase("FROM a\nSHELL [\"/usr/bin/env\", \"zsh\", \"-c\"]", ShellKind.Zsh, Certainty.Known)]
    [TestCase("FROM a\nSHELL [\"python\", \"-c\"]", ShellKind.Other, Certainty.Known)]
    [TestCase("FROM a\nSHELL bash", ShellKind.Sh, Certainty.Default)]
    [TestCase("FROM a AS b\nSHELL [\"ash\", \"-c\"]\nFROM b", ShellKind.Ash, Certainty.Known)]
    [TestCase("FROM a AS b\nONBUILD SHELL [\"bash\", \"-c\"]\nFROM b", ShellKind.Bash, Certainty.Known)]
    [TestCase("FROM a AS b\nSHELL [\"ash\", \"-c\"]\nFROM a", ShellKind.Sh, Certainty.Default)]
    [TestCase("FROM mcr.microsoft.com/windows/servercore:ltsc2022", ShellKind.Cmd, Certainty.Default)]
    [TestCase("FROM mcr.microsoft.com/dotnet/sdk:8.0-nanoserver-ltsc2022", ShellKind.Cmd, Certainty.Default)]
    [TestCase("FROM --platform=windows/amd64 a", ShellKind.Cmd, Certainty.Default)]
    [TestCase("# escape=`\nFROM a\nWORKDIR C:\\b", ShellKind.Cmd, Certainty.Default)]
    [TestCase("# escape=`\nFROM a", ShellKind.Sh, Certainty.Default)]
    [TestCase("# escape=`\nFROM --platform=linux/amd64 a", ShellKind.Sh, Certainty.Default)]
    [TestCase("FROM a\nSHELL [\"powershell.exe\", \"-Command\"]", ShellKind.PowerShell, Certainty.Known)]
    public void The_shell_is_known(string start, ShellKind kind, Certainty certainty)
    {
        (_, InstructionScript script) = Read($"{start}\nRUN x\nSHELL [\"cmd\"]\n");

        script.Shell.Kind.Should().Be(kind);
        script.Shell.Certainty.Should().Be(certainty);
        script.Script.Kind.Should().Be(kind);
    }

    [TestCase("cmd", "a /b && c \"d & e\" | f & g", "a /b; c 'd & e'; f; g")]
    [TestCase("cmd", "if exist %x% (a b)", "if exist %x%; a b")]
    [TestCase("cmd", "powershell -Command \"a; b\"", "powershell -Command 'a; b'; a; b")]
    [TestCase(
        "powershell",
        "$x = 'a; b'; Get-Item \"c | $d\" | foreach { e } ; f -g",
        "$x = 'a; b'; Get-Item 'c | $d'; foreach; e; f -g"
    )]
    [TestCase("powershell", "& 'a b.exe' c", "'a b.exe' c")]
    [TestCase("pwsh", "a `; b", "a '`; b'")]
    public void Commands_of_Windows_shells_are_found(string shell, string script, string commands)
    {
        (_, InstructionScript read) = Read($"# escape=`\nFROM a\nSHELL [\"{shell}\", \"/c\"]\nRUN {script}\n");

        string.Join("; ", read.Commands.Select(command => string.Join(" ", command.Words.Select(Show))))
            .Should()
            .Be(commands.Replace("'`; b'", "`; b", StringComparison.Ordinal));
    }

    [Test]
    public void Other_instructions_have_no_script()
    {
        var model = DockerfileModel.Create(DockerfileSyntaxTree.Parse("FROM a\nCOPY b c\nHEALTHCHECK NONE\n"));

        model.Tree.Root.Instructions.Select(model.GetScript).Should().OnlyContain(script => script == null);
    }

    private static string Show(ShellWordSyntax word) =>
        word.DisplayText.Contains(' ', StringComparison.Ordinal) && !word.DisplayText.StartsWith('`')
            ? $"'{word.DisplayText}'"
            : word.DisplayText;

    private static (DockerfileModel Model, InstructionScript Script) Read(string text)
    {
        var model = DockerfileModel.Create(DockerfileSyntaxTree.Parse(text));
        IEnumerable<InstructionSyntax> instructions = model
            .Tree.Root.DescendantNodesAndSelf()
            .OfType<InstructionSyntax>();
        return (model, instructions.Select(model.GetScript).First(script => script is not null)!);
    }
}
