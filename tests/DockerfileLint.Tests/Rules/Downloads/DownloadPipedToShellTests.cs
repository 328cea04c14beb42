using DockerfileLint.Diagnostics;
using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Downloads;

internal sealed class DownloadPipedToShellTests() : RuleTest("DL5010")
{
    [TestCase("[|curl -fsSL https://a | bash|]")]
    [TestCase("[|curl -fsSL https://a | bash|] -s -- --yes")]
    [TestCase("[|wget -qO- https://a | sh|] -e")]
    [TestCase("[|curl https://a | sudo -E bash|] -")]
    [TestCase("[|curl https://a | gunzip | sh|]")]
    [TestCase("[|curl https://a | python3|] -")]
    [TestCase("[|curl https://a | php|] -- --install-dir=/usr/bin")]
    [TestCase("true && ([|curl https://a | X=1 sh|])")]
    [TestCase("bash <([|curl|] https://a)")]
    [TestCase("source <([|curl|] https://a)")]
    [TestCase("sh -c \"$([|curl|] https://a)\"")]
    [TestCase("eval \"$([|curl|] https://a)\"")]
    [TestCase("eval `[|curl|] https://a`")]
    [TestCase("bash < <([|curl|] https://a)")]
    [TestCase(". <([|curl|] https://a)")]
    [TestCase("sh <<<\"$([|curl|] https://a)\"")]
    [TestCase("sh <<E\n$([|curl|] https://a)\nE")]
    [TestCase("python3 -c \"$([|curl|] https://a)\"")]
    [TestCase("perl -e \"$([|curl|] https://a)\"")]
    [TestCase("node --eval \"$([|wget|] -qO- https://a)\"")]
    [TestCase("[|curl https://a | base64 -d | sh|]")]
    [TestCase("[|wget -O- https://a | tee a | sh|]")]
    [TestCase("[|wget -O- https://a | sudo tee a | sudo sh|]")]
    [TestCase("[|curl https://a -o - | sh|]")]
    [TestCase("[|curl https://a | { sh|]; }")]
    [TestCase("[|curl https://a | (cd /tmp && bash|])")]
    [TestCase("[|curl https://a | sh -c 'bash|]'")]
    [TestCase("[|curl https://a | xargs -0 sh|] -c")]
    [TestCase("[|curl https://a | xargs -I @ sh|] -c @")]
    [TestCase("[|aria2c -o - https://a | sh|]")]
    [TestCase("echo \"$([|curl https://a)\" | sh|]")]
    [TestCase("bash -c \"$([|curl|] https://a | base64 -d)\"")]
    [TestCase("python3 -c [|'import urllib.request as u; exec(u.urlopen(\"https://a\").read())'|]")]
    public void What_runs_unseen_is_reported(string command) =>
        Verify($"FROM a\nSHELL [\"/bin/bash\", \"-c\"]\nRUN {command}\n");

    [TestCase("curl https://a | tar -xz")]
    [TestCase("curl https://a | python3 -m json.tool")]
    [TestCase("curl https://a | python3 -c 'import sys'")]
    [TestCase("curl https://a | perl -ne 'print'")]
    [TestCase("curl https://a | bash -c 'cat > x'")]
    [TestCase("curl https://a | sh ./read.sh")]
    [TestCase("echo curl https://a '|' sh")]
    [TestCase("VERSION=$(curl https://a) && sh b.sh $VERSION")]
    [TestCase("bash build.sh \"$(curl https://a)\"")]
    [TestCase("diff <(curl https://a) b")]
    [TestCase("cat a.sh | sh")]
    public void Data_is_left_alone(string command) => Verify($"FROM a\nSHELL [\"/bin/bash\", \"-c\"]\nRUN {command}\n");

    [TestCase("curl -o a.sh https://a && [|sh a.sh|]")]
    [TestCase("curl https://a -o a.sh && [|sh a.sh|] -y && sh a.sh")]
    [TestCase("curl https://a > b; chmod +x b; [|./b|]")]
    [TestCase("curl -fsSLO https://a/b.sh && bash -e < c && [|bash b.sh|]")]
    [TestCase("wget https://a/b.sh?x=1 && [|sh b.sh|]")]
    [TestCase("wget -P /tmp https://a/b.sh && [|/tmp/b.sh|]")]
    [TestCase("wget -qO /tmp/b.sh https://a; cd /tmp; [|. ./b.sh|]")]
    [TestCase("curl https://a -o /tmp/b && [|source /tmp/b|]")]
    [TestCase("curl https://a -o b && [|python3 b|]")]
    [TestCase("curl https://a -o b && [|sh|] < b")]
    [TestCase("curl https://a -o b && cat b | [|sh|]")]
    [TestCase("curl https://a -o b && base64 -d b > c && [|sh c|]")]
    [TestCase("curl https://a | base64 -d > b && [|sh b|]")]
    [TestCase("curl https://a | sudo tee b && [|sh b|]")]
    [TestCase("curl https://a -o b && mv b c && sudo [|./c|]")]
    [TestCase("curl https://a -o b && cp b /usr/local/bin/ && [|b|] --version")]
    [TestCase("curl https://a -o /usr/local/bin/b && chmod +x /usr/local/bin/b && [|b|] --version")]
    [TestCase("curl https://a -o b && eval \"$([|cat|] b)\"")]
    [TestCase("curl https://a -o b && sh -c '[|./b|]'")]
    [TestCase("X=$(curl https://a); [|sh|] -c \"$X\"")]
    [TestCase("X=\"$(curl https://a | base64 -d)\"; [|eval|] \"$X\"")]
    [TestCase("export X=\"$(curl https://a)\" && echo \"$X\" | [|sh|]")]
    [TestCase("X=$(curl https://a); [|bash|] <<< \"$X\"")]
    [TestCase("X=$(curl https://a); echo \"$X\" > b; [|sh b|]")]
    [TestCase("curl https://a -o b\nRUN [|sh b|]")]
    [TestCase("true\nENV F=/tmp/b\nRUN curl https://a -o $F\nRUN [|sh /tmp/b|]")]
    [TestCase("curl https://a -o /b\nFROM c\nCOPY --from=0 /b /usr/bin/\nRUN [|b|]")]
    [TestCase("curl https://a -o b\nUSER c\nRUN chmod +x b\nRUN [|./b|]")]
    [TestCase("true\nADD https://a/b.sh /tmp/\nRUN [|sh /tmp/b.sh|]")]
    [TestCase("true\nADD https://a/b.sh /tmp/c\nRUN chmod +x /tmp/c && [|/tmp/c|]")]
    [TestCase("echo d | sha256sum -c - && curl https://a -o b && [|sh b|]")]
    [TestCase("curl https://a -o b && sha256sum b && [|sh b|]")]
    [TestCase("curl https://a -o b && [|sh b|] && sha256sum -c b.sum")]
    public void What_is_stored_and_run_is_reported_where_it_runs(string command)
    {
        Finding finding = Verify($"FROM a\nSHELL [\"/bin/bash\", \"-c\"]\nRUN {command}\n").Single();

        finding.RelatedLocations.Should().ContainSingle().Which.Message.Should().Be("It is fetched here.");
    }

    [TestCase("curl https://a -o b && echo 'c  b' | sha256sum -c - && sh b")]
    [TestCase("curl https://a -o b && [ \"$(sha256sum b | cut -d' ' -f1)\" = c ] && sh b")]
    [TestCase("curl https://a -o b && sha256sum b | grep -q c && sh b")]
    [TestCase("curl https://a -o b && gpg --verify b.asc b && sh b")]
    [TestCase("curl https://a -o b\nRUN sha256sum -c b.sum\nRUN sh b")]
    [TestCase("true\nADD --checksum=sha256:0 https://a/b.sh /tmp/\nRUN sh /tmp/b.sh")]
    [TestCase("true\nADD https://a/b.sh /tmp/\nRUN sha256sum -c /b.sum && sh /tmp/b.sh")]
    [TestCase("X=$(curl https://a) && echo $X | sha256sum -c && sh -c \"$X\"")]
    public void What_is_verified_before_may_run(string command) =>
        Verify($"FROM a\nSHELL [\"/bin/bash\", \"-c\"]\nRUN {command}\n");

    [TestCase("curl https://a -o a.tar && tar -xf a.tar && ./configure")]
    [TestCase("curl https://a -o a.json && python3 -m json.tool a.json")]
    [TestCase("curl https://a -o a.json && python3 b.py a.json")]
    [TestCase("curl https://a -o /opt/b && sh /srv/b")]
    [TestCase("curl https://a -o /usr/local/bin/b && chmod +x /usr/local/bin/b")]
    [TestCase("curl https://a -o /dev/null && null")]
    [TestCase("V=$(curl https://a) && sh -c \"install --version $V\"")]
    [TestCase("V=$(curl https://a) && echo $V > VERSION && make")]
    [TestCase("true\nONBUILD RUN curl https://a -o b\nRUN sh b")]
    [TestCase("true\nADD https://a.git /src/\nRUN sh /src/a.git")]
    [TestCase("curl https://a -o b\nFROM c\nRUN sh b")]
    public void What_is_not_run_is_left_alone(string command) =>
        Verify($"FROM a\nSHELL [\"/bin/bash\", \"-c\"]\nRUN {command}\n");

    [Test]
    public void A_stage_has_the_files_of_the_one_that_it_is_built_on() =>
        Verify("FROM a AS b\nRUN curl https://a -o b\nFROM b\nRUN [|sh b|]\nRUN sha256sum -c c\nRUN sh b\n");
}
