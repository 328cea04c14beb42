using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Downloads;

internal sealed class UnverifiedDownloadTests() : RuleTest("DL5027")
{
    [TestCase("RUN curl -O [|https://a.example/b.tar.gz|]")]
    [TestCase("RUN wget -q [|https://a.example/b.zip?raw=1|] && unzip b.zip")]
    [TestCase("ARG V=1\nRUN wget [|https://a.example/b-${V}.deb|] && dpkg -i b-${V}.deb")]
    [TestCase("ENV B=b.tgz\nRUN wget [|https://a.example/$B|]")]
    [TestCase("RUN curl -L [|https://a.example/b|] | tar xz")]
    [TestCase("RUN curl -L [|\"$URL\"|] | sudo tar -xz -C /b")]
    [TestCase("RUN curl -L [|https://a.example/b|] -o /usr/local/bin/b")]
    [TestCase("RUN curl -L [|https://a.example/b|] > /b && chmod +x /b")]
    [TestCase("RUN curl -L [|https://a.example/b|] -o c && chmod 0755 c")]
    [TestCase("RUN curl -L [|https://a.example/b|] -o c && install -m 755 c /usr/bin")]
    [TestCase("RUN sha256sum -c sums\nRUN curl -O [|https://a.example/b.jar|]")]
    [TestCase("RUN curl -O [|https://a.example/b.jar|] && sha256sum b.jar")]
    [TestCase("RUN curl -O [|https://a.example/b.jar|]\nFROM a\nRUN sha256sum -c sums")]
    public void What_nothing_verifies_is_reported(string instructions) => Verify($"FROM a\n{instructions}\n");

    [TestCase("RUN curl -O https://a.example/b.tgz && echo '0  b.tgz' | sha256sum -c -")]
    [TestCase("RUN curl -O https://a.example/b.tgz\nRUN gpg --verify b.tgz.asc b.tgz")]
    [TestCase("RUN check() { sha256sum -c; } && curl -O https://a.example/b.tgz && check b.tgz")]
    [TestCase("RUN curl -O https://a.example/b.tgz && openssl dgst -sha256 b.tgz | grep 0")]
    [TestCase("RUN curl -O https://a.example/b.rpm && rpm -K b.rpm")]
    [TestCase("RUN curl -O https://a.example/b.apk && apk add b.apk")]
    [TestCase("RUN curl -o /usr/bin/b https://a.example/b && gpg --verify-files /b.asc")]
    [TestCase("RUN curl -O https://a.example/b.tgz && /verify.sh b.tgz")]
    [TestCase("RUN curl -O https://a.example/b.tgz && python3 -c 'import hashlib; f()'")]
    [TestCase("RUN aria2c --checksum=sha-256=0 https://a.example/b.tgz")]
    public void What_something_verifies_is_left_alone(string instructions) => Verify($"FROM a\n{instructions}\n");

    [TestCase("RUN curl https://a.example/b.json -o b.json && curl https://a.example/key.asc | gpg --dearmor > /b.gpg")]
    [TestCase("RUN curl -O https://a.example/b.tgz.sha256 && curl -o /usr/bin/b.asc https://a.example/b.asc")]
    [TestCase("RUN curl -I https://a.example/b.tgz && wget --spider https://a.example/b.tgz")]
    [TestCase("RUN curl -T b.tgz https://a.example/b.tgz")]
    [TestCase("RUN curl -O https://localhost:8080/b.tgz && curl -O file:///b.tgz")]
    [TestCase("RUN curl -o b https://a.example/b && chmod 644 b")]
    public void What_is_no_program_from_elsewhere_is_left_alone(string instructions) =>
        Verify($"FROM a\n{instructions}\n");

    [TestCase("RUN {|DL5010:curl -fsSL https://a.example/b.bin | sh|}")]
    [TestCase("RUN curl -fsSLo /b.bin https://a.example/b.bin && chmod +x /b.bin && {|DL5010:/b.bin|}")]
    [TestCase("RUN curl -fsSLO {|DL5008:http://a.example/b.tgz|}")]
    [TestCase("RUN curl {|DL5006:-k|} -fsSLO https://a.example/b.tgz")]
    public void One_defect_is_one_finding(string instructions) =>
        VerifyAll(
            $"FROM a@sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d\nUSER 1\n{instructions}\n"
        );

    [Test]
    public void The_message_names_program_and_host() =>
        Verify("FROM a\nRUN curl -O [|https://a.example/b.tgz|] && wget -O- [|https://c.example/d|] | tar x\n")
            .Select(finding => finding.Message.ToString())
            .Should()
            .Equal(
                "Nothing verifies what 'curl' fetches from 'a.example'.",
                "'wget' fetches an archive from 'c.example', and nothing verifies it."
            );
}
