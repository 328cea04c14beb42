using DockerfileLint.Diagnostics;
using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules;

internal sealed class LastUserIsRootTests() : RuleTest("DL3002")
{
    [TestCase("USER [|root|]")]
    [TestCase("USER [|0|]")]
    [TestCase("USER [|00|]")]
    [TestCase("USER [|0:0|]")]
    [TestCase("USER [|root:staff|]")]
    [TestCase("USER [|:1000|]")]
    [TestCase("USER [|\"root\"|]")]
    [TestCase("USER [|'0'|]")]
    [TestCase("user [|root|]")]
    [TestCase("USER [|ro\\\not|]")]
    [TestCase("USER 1\nUSER [|root|]")]
    [TestCase("ARG U=0\nUSER [|$U|]")]
    [TestCase("ARG U\nUSER [|${U:-root}:${U:-root}|]")]
    [TestCase("ENV U=root\nUSER [|$U|]")]
    [TestCase("USER root\nUSER 1")]
    [TestCase("USER ROOT")]
    [TestCase("USER 10")]
    [TestCase("USER 1000:0")]
    [TestCase("USER app:root")]
    [TestCase("USER $U")]
    [TestCase("ARG U\nUSER $U")]
    [TestCase("ARG U=1\nUSER $U")]
    [TestCase("USER")]
    [TestCase("RUN su root")]
    [TestCase("USER [|+0|]")]
    [TestCase("USER [|-0|]")]
    [TestCase("USER [|+00:1000|]")]
    [TestCase("USER 0x0")]
    [TestCase("USER 0_0")]
    [TestCase("USER +")]
    [TestCase("USER +1")]
    public void The_last_USER_of_the_only_stage_counts(string instructions) => Verify($"FROM a\n{instructions}\n");

    [TestCase("ARG X\nUSER [|${X}root|]")]
    [TestCase("ARG X\nUSER [|ro${X}ot|]")]
    [TestCase("ARG X\nARG Y=$X\nENV Z=${Y}\nUSER [|${Z}root|]")]
    [TestCase("ARG X\nUSER [|${X:+app}root|]")]
    [TestCase("ARG X\nUSER [|root${X#a}|]")]
    [TestCase("ARG X\nENV U=${X}0\nUSER [|$U|]")]
    [TestCase("ARG TARGETVARIANT\nUSER [|${TARGETVARIANT}root|]")]
    [TestCase("ARG HTTP_PROXY\nUSER [|${HTTP_PROXY}0|]")]
    [TestCase("USER [|${X}root|]")]
    [TestCase("ARG X\nUSER ${X}app")]
    [TestCase("ARG X\nUSER ${X:-app}")]
    [TestCase("ARG X\nUSER ${X:?is missing}root")]
    [TestCase("ARG X=app-\nUSER ${X}root")]
    [TestCase("ARG TARGETARCH\nUSER ${TARGETARCH}root")]
    public void A_variable_that_nothing_sets_is_empty(string instructions) =>
        Verify($"FROM debian:12\n{instructions}\n");

    [Test]
    public void A_finding_that_rests_on_a_variable_without_a_value_says_so()
    {
        Finding finding = Verify("FROM debian:12\nARG X\nUSER [|${X}root|]\n").Single();

        finding.Message.ToString().Should().Contain("root by default");
        finding
            .RelatedLocations.Should()
            .ContainSingle()
            .Which.Message.Should()
            .Be("'X' is taken for empty, since nothing in the file sets it.");
    }

    [TestCase("USER [|${X}root|]")]
    [TestCase("ENV U=${X}root\nUSER [|$U|]")]
    [TestCase("USER ${X}")]
    [TestCase("USER ${X}:0")]
    [TestCase("USER ${X}app")]
    public void What_an_unknown_base_may_set_may_be_root(string instructions)
    {
        foreach (Finding finding in Verify($"FROM registry.example.com/a\n{instructions}\n"))
        {
            finding.Message.ToString().Should().Contain("may be root");
        }
    }

    [TestCase("RUN useradd -o -u 0 app")]
    [TestCase("RUN useradd --non-unique --uid=0 app")]
    [TestCase("RUN useradd -ou0 app")]
    [TestCase("RUN adduser -D -u 0 app")]
    [TestCase("RUN adduser --uid 00 app")]
    [TestCase("RUN useradd app && usermod -ou +0 app")]
    [TestCase("RUN usermod -l app root")]
    [TestCase("RUN sudo sh -c 'useradd -o -u 0 app'")]
    [TestCase("RUN echo 'app:x:0:0::/:/bin/sh' >> /etc/passwd")]
    [TestCase("RUN printf 'app:x:0:0::/:/bin/sh\\n' | tee -a /etc/passwd")]
    [TestCase("RUN cat >> /etc/passwd <<E\napp:x:0:0::/:/bin/sh\nE")]
    [TestCase("COPY <<E /etc/passwd\nroot:x:0:0::/:/bin/sh\napp:x:0:0::/:/bin/sh\nE")]
    [TestCase("RUN sed -i 's/^app:x:1000:/app:x:0:/' /etc/passwd")]
    [TestCase("RUN sed -i s/1000/0/ /etc/passwd")]
    [TestCase("ARG N=app\nARG I=0\nRUN useradd -o -u $I \"${N}\"")]
    [TestCase("RUN sed -i '$ a app:x:0:0::/:/bin/sh' /etc/passwd")]
    [TestCase("RUN sed -i -e 's|:1000:1000:|:0:0:|' /etc/passwd")]
    public void A_user_with_the_number_of_root_is_root(string instruction)
    {
        Verify($"FROM a\n{instruction}\nUSER [|app|]\n").Single().RelatedLocations.Should().ContainSingle();
        Verify($"FROM a AS base\n{instruction}\nFROM base\nUSER [|app:app|]\n");
    }

    [TestCase("RUN useradd -u 1000 app")]
    [TestCase("RUN I=100; useradd -u ${I}0 app")]
    [TestCase("RUN useradd -o -u 0 other")]
    [TestCase("RUN useradd -g 0 app")]
    [TestCase("RUN echo 'app:x:1000:0::/:/bin/sh' >> /etc/passwd")]
    [TestCase("RUN echo 'webapp:x:0:0::/:/bin/sh' >> /etc/passwd")]
    [TestCase("RUN echo 'app:x:0:0' > /tmp/notes")]
    [TestCase("RUN sed -i 's/app:x:0:/app:x:1000:/' /etc/passwd")]
    [TestCase("RUN sed -i 's/root:x:0:0:root/root:x:0:0:admin/' /etc/passwd")]
    [TestCase("RUN sed -i s/1000/10/ /etc/passwd")]
    public void A_user_with_a_number_of_its_own_is_not(string instruction) =>
        Verify($"FROM a\n{instruction}\nUSER app\n");

    [TestCase("ONBUILD USER [|root|]")]
    [TestCase("USER 1\nONBUILD USER app\nONBUILD USER [|0|]")]
    [TestCase("ONBUILD USER root\nONBUILD RUN a\nONBUILD USER app")]
    [TestCase("ONBUILD RUN su root")]
    public void The_last_trigger_that_sets_a_user_counts(string instructions) => Verify($"FROM a\n{instructions}\n");

    [Test]
    public void A_stage_that_only_builds_is_not_judged() => Verify("FROM a AS b\nUSER root\nFROM c\nUSER 1\n");

    [Test]
    public void An_inherited_root_is_reported_where_it_is_set() =>
        Verify("FROM a AS b\nUSER [|root|]\nFROM b AS c\nRUN d\nFROM c\nCMD e\n");

    [Test]
    public void A_trigger_of_the_base_sets_the_user() => Verify("FROM a AS b\nUSER 1\nONBUILD USER [|root|]\nFROM b\n");

    [Test]
    public void A_user_before_the_first_FROM_is_no_users() => Verify("USER root\nFROM a\n");

    [Test]
    public void A_variable_is_shown_with_its_value() =>
        Verify("FROM a\nARG U=0\nUSER [|${U}|]\n")
            .Should()
            .ContainSingle()
            .Which.Message.Arguments.Should()
            .Equal("${U}", "0");

    [TestCase("USER [|root|]")]
    [TestCase("USER [|0|]")]
    [TestCase("USER [|root:x|]")]
    [TestCase("USER [|0:0|]")]
    [TestCase("USER 1\nUSER [|root|]\nFROM b\nUSER 1", Description = "every stage")]
    [TestCase("USER [|root|]\nFROM b\nUSER [|0|]")]
    [TestCase("USER root\nUSER 1")]
    [TestCase("USER 00")]
    [TestCase("USER ROOT")]
    [TestCase("USER \"root\"")]
    [TestCase("ARG U=root\nUSER $U")]
    [TestCase("USER :0")]
    [TestCase("ONBUILD USER root")]
    public void As_hadolint_judges(string instructions) =>
        Verify($"FROM a AS x\n{instructions}\n", "behaviour=hadolint");

    [Test]
    public void Hadolint_does_not_inherit() =>
        Verify("FROM a AS b\nUSER [|root|]\nFROM b\nRUN c\n", "behaviour=hadolint");
}
