using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules;

internal sealed class SudoInRunTests() : RuleTest("DL3004")
{
    [TestCase("RUN [|sudo|] a")]
    [TestCase("RUN a && [|sudo|] b || [|sudo|] c; [|sudo|] d")]
    [TestCase("RUN a | [|sudo|] tee b")]
    [TestCase("RUN ([|sudo|] a)")]
    [TestCase("RUN x=$([|sudo|] a)")]
    [TestCase("RUN `[|sudo|] a`")]
    [TestCase("RUN if [|sudo|] a; then [|sudo|] b; fi")]
    [TestCase("RUN for x in y; do [|sudo|] a; done")]
    [TestCase("RUN case x in y) [|sudo|] a;; esac")]
    [TestCase("RUN f() { [|sudo|] a; }; f")]
    [TestCase("RUN X=1 [|sudo|] a")]
    [TestCase("RUN 2>/dev/null [|sudo|] a")]
    [TestCase("RUN exec [|sudo|] a")]
    [TestCase("RUN command [|sudo|] a")]
    [TestCase("RUN env X=1 [|sudo|] a")]
    [TestCase("RUN [|\"sudo\"|] a")]
    [TestCase("RUN [|\\sudo|] a")]
    [TestCase("RUN a && \\\n    [|sudo|] b")]
    [TestCase("RUN a && \\\n# c\n\n    [|su\\\ndo|] b")]
    [TestCase("RUN --mount=type=cache,target=/a [|sudo|] b")]
    [TestCase("RUN <<E\na\n[|sudo|] b\nE")]
    [TestCase("RUN bash <<E\n[|sudo|] a\nE")]
    [TestCase("RUN <<E\n#!/bin/bash\n[|sudo|] a\nE")]
    [TestCase("RUN [\"[|sudo|]\", \"a\"]")]
    [TestCase("RUN [\"sh\", \"-c\", \"a && [|sudo|] b\"]")]
    [TestCase("ONBUILD RUN [|sudo|] a")]
    [TestCase("run [|sudo|] a")]
    [TestCase("RUN [|/usr/bin/sudo|] a")]
    public void Sudo_in_command_position_is_found(string instruction) => Verify($"FROM a\n{instruction}\n");

    [TestCase("sudo -u app a", "'app'")]
    [TestCase("sudo -EHu app a", "'app'")]
    [TestCase("sudo --user=$APP a", "'${APP}'")]
    [TestCase("sudo -u root a", "as root")]
    [TestCase("sudo a -u app", "as root")]
    public void The_message_says_which_user_is_meant(string command, string part) =>
        Verify($"FROM a\nRUN {command.Replace("sudo", "[|sudo|]")}\n")
            .Single()
            .Message.ToString()
            .Should()
            .Contain(part);

    [TestCase("RUN echo sudo")]
    [TestCase("RUN apt-get install -y sudo")]
    [TestCase("RUN sudoedit a")]
    [TestCase("RUN a # sudo b")]
    [TestCase("RUN echo 'x && sudo y'")]
    [TestCase("RUN a > sudo")]
    [TestCase("RUN a sudo=b")]
    [TestCase("RUN for sudo in a; do b; done")]
    [TestCase("RUN case x in sudo) a;; esac")]
    [TestCase("RUN [\"echo\", \"sudo\"]")]
    [TestCase("RUN [\"sh\", \"-x\", \"sudo a\"]")]
    [TestCase("RUN cat <<E > /a\nsudo b\nE")]
    [TestCase("RUN <<E\n#!/usr/bin/env python3\nsudo a\nE")]
    [TestCase("COPY <<E /a\nsudo b\nE")]
    [TestCase("CMD sudo a")]
    [TestCase("ENTRYPOINT [\"sudo\", \"a\"]")]
    [TestCase("HEALTHCHECK CMD sudo a")]
    [TestCase("RUN a \\\n# sudo b\n c")]
    public void The_word_alone_is_not(string instruction) => Verify($"FROM a\n{instruction}\n");
}
