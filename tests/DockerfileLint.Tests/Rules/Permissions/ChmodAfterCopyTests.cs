using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Permissions;

internal sealed class ChmodAfterCopyTests() : RuleTest("DL5032")
{
    [TestCase("COPY a.sh /a.sh\nRUN [|chmod|] +x /a.sh")]
    [TestCase("COPY a.sh /b/\nRUN [|chmod|] 755 /b/a.sh")]
    [TestCase("WORKDIR /b\nCOPY a.sh .\nRUN [|chmod|] u+x ./a.sh")]
    [TestCase("COPY a.sh b.sh /c/\nRUN [|chmod|] +x /c/*.sh")]
    [TestCase("COPY *.sh /c/\nRUN [|chmod|] +x /c/*.sh")]
    [TestCase("COPY tool /usr/bin/tool\nRUN [|chmod|] +x /usr/bin/tool")]
    [TestCase("ADD https://a.example/b.bin /b\nRUN [|chmod|] +x /b")]
    [TestCase("COPY --from=b /x.sh /\nRUN [|chmod|] +x /x.sh && /x.sh")]
    [TestCase("COPY . /b\nRUN [|chown|] -R c:c /b")]
    [TestCase("WORKDIR /b\nCOPY . .\nRUN useradd c && mkdir /d && [|chown|] -R c /b")]
    [TestCase("COPY . /b/\nRUN [|chmod|] -R 755 /b /c")]
    [TestCase("ENV U=c\nCOPY . /b\nRUN [|chown|] -R $U:$U /b")]
    [TestCase("COPY a.conf /etc/a.conf\nRUN [|chown|] b /etc/a.conf")]
    [TestCase("COPY a.sh /\nRUN [|chmod|] +x /a.sh && chown b /a.sh\nRUN [|chown|] c /a.sh")]
    public void What_COPY_could_set_is_reported(string instructions) => Verify($"FROM a\n{instructions}\n");

    [TestCase("RUN chmod +x /a.sh\nCOPY a.sh /a.sh")]
    [TestCase("COPY . /b\nRUN chmod +x /b/a.sh")]
    [TestCase("COPY a.sh b.sh /c/\nRUN chmod +x /c/a.sh")]
    [TestCase("COPY a.sh /c/\nRUN chmod +x /d/a.sh")]
    [TestCase("COPY a.sh /a.sh\nRUN chmod g=u /a.sh")]
    [TestCase("COPY a.sh /a.sh\nRUN chmod 777 /a.sh")]
    [TestCase("COPY a.xml /b/\nRUN chown -R c /b")]
    [TestCase("COPY a/* /b/\nRUN chown -R c /b")]
    [TestCase("COPY a.sh /b\nRUN chown -R c /b")]
    [TestCase("COPY .gitmodules .\nRUN chown -R c .")]
    [TestCase("COPY conf /etc/b\nRUN chown -R c /etc/b")]
    [TestCase("RUN cd /srv && unzip b.zip && mv b-1 b\nCOPY . /srv/b\nRUN chown -R c /srv/b")]
    [TestCase("RUN tar -C /b/c -xf b.tgz\nCOPY . /b\nRUN chown -R c /b")]
    [TestCase("COPY a.sh /a.sh\nRUN sed -i s/x/y/ /a.sh && chmod +x /a.sh")]
    [TestCase("COPY a.sh /a.sh\nRUN chmod +x /a.sh && /a.sh && rm /a.sh")]
    [TestCase("COPY . /b\nRUN npm ci && chown -R c /b")]
    [TestCase("COPY . /b\nRUN make\nRUN chown -R c /b")]
    [TestCase("COPY . /b\nRUN mkdir /b/d && chown -R c /b")]
    [TestCase("COPY . /b\nRUN chown c /b")]
    [TestCase("COPY data /b\nRUN chown c /b")]
    [TestCase("COPY . /b\nRUN chown -R $(id -u) /b")]
    [TestCase("COPY . /b\nRUN chown -R --reference=/c /b")]
    [TestCase("ADD b.tgz /b/\nRUN chmod +x /b/b.tgz")]
    [TestCase("COPY . /b\nRUN chgrp -R c /b")]
    [TestCase("COPY a.sh /a.sh\nRUN chmod +x /a.sh\nFROM b")]
    public void What_it_could_not_is_left_alone(string instructions) => Verify($"FROM a\n{instructions}\n");

    [TestCase("useradd f", "f", true)]
    [TestCase("apk add f", "f:f", true)]
    [TestCase("useradd f", "1000:1000", false)]
    [TestCase("apk add f", "root", false)]
    [TestCase("cat f", "f", false)]
    public void An_owner_that_a_step_in_between_adds_has_to_come_first(string step, string owner, bool comesFirst) =>
        Verify($"FROM a\nCOPY . /b\nRUN {step} && [|chown|] -R {owner} /b\n")
            .Single()
            .Message.Help!.StartsWith("Copy it below", StringComparison.Ordinal)
            .Should()
            .Be(comesFirst);

    [Test]
    public void The_help_gives_the_flag_to_write() =>
        Verify(
                "FROM a\nCOPY a.sh /\nRUN [|chmod|] +x /a.sh\nCOPY . /b\nRUN [|chown|] -R c:d /b\n"
                    + "COPY . /e\nRUN useradd f && [|chown|] -R f /e\nCOPY . /g\nRUN [|chown|] -R root:root /g\n"
            )
            .Select(finding => finding.Message.Help)
            .Should()
            .Equal(
                "Write 'COPY --chmod=755', and take the file out of this command.",
                "Write 'COPY --chown=c:d'; a folder that must be writable needs 'chown' without '-R'.",
                "Copy it below the step that adds the user, with 'COPY --chown=f'.",
                "Leave this command out, since COPY and ADD give files to root."
            );
}
