using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Downloads;

internal sealed class ArchiveKeptTests() : RuleTest("DL5030")
{
    [TestCase("RUN [|wget|] https://a.example/b.tgz && tar xzf b.tgz")]
    [TestCase("RUN [|curl|] -L https://a.example/b > /tmp/c && tar -C /d -xf /tmp/c")]
    [TestCase("RUN [|curl|] -O https://a.example/b.zip && unzip -q b.zip -d /c")]
    [TestCase("RUN [|wget|] https://a.example/b.deb && dpkg -i b.deb && rm -rf /var/lib/apt/lists/*")]
    [TestCase("RUN [|wget|] https://a.example/b.deb && apt-get install -y ./b.deb")]
    [TestCase("ARG V=1\nRUN [|wget|] https://a.example/b-$V.tgz && tar xzf b-${V}.tgz")]
    [TestCase("RUN [|wget|] https://a.example/b.tgz && tar xzf *.tgz")]
    [TestCase("RUN [|wget|] https://a.example/b.tgz && tar xz < b.tgz")]
    [TestCase("RUN [|wget|] https://a.example/b.gz && gunzip -k b.gz")]
    [TestCase("RUN [|wget|] https://a.example/b.tgz && tar xzf b.tgz\nRUN rm b.tgz")]
    [TestCase("RUN [|wget|] https://a.example/b.tgz\nRUN tar xzf b.tgz && rm b.tgz")]
    [TestCase("WORKDIR /c\nRUN [|wget|] https://a.example/b.tgz && tar xzf b.tgz && rm -rf /tmp/*")]
    [TestCase("ADD [|https://a.example/b.tgz|] /c/\nRUN tar xzf /c/b.tgz && rm /c/b.tgz")]
    [TestCase("COPY [|b.zip|] /c/\nRUN unzip /c/b.zip")]
    [TestCase("COPY --from=b [|/b.tgz|] /c/\nRUN tar xzf /c/b.tgz")]
    [TestCase("COPY [|b.deb|] .\nRUN dpkg -i b.deb")]
    public void What_stays_is_reported(string instructions) => Verify($"FROM a\n{instructions}\n");

    [TestCase("RUN wget https://a.example/b.tgz && tar xzf b.tgz && rm b.tgz")]
    [TestCase("RUN wget https://a.example/b.tgz && tar xzf b.tgz && rm -f *.tgz")]
    [TestCase("RUN cd /tmp && F=b.tgz && wget https://a.example/$F && tar xzf $F && rm -rf /tmp/*")]
    [TestCase("ENV U=https://a.example/b.tgz\nRUN wget $U -P /tmp && tar xzf /tmp/b.tgz && rm /tmp/*")]
    [TestCase("RUN cd /tmp && wget https://a.example/b.tgz && tar xzf b.tgz && rm -rf /tmp/*")]
    [TestCase("RUN mkdir /c && cd /c && wget https://a.example/b.tgz && tar xzf b.tgz && cd / && rm -rf /c")]
    [TestCase("WORKDIR /c\nRUN wget https://a.example/b.tgz && tar xzf b.tgz && rm -rf ./*")]
    [TestCase("RUN cd $(mktemp -d) && wget https://a.example/b.tgz && tar xzf b.tgz && rm -rf \"$PWD\"")]
    [TestCase("RUN wget https://a.example/b.tgz && tar xzf b.tgz && find . -name '*.tgz' -delete")]
    [TestCase("RUN wget https://a.example/b.tgz && tar xzf b.tgz && /cleanup.sh")]
    [TestCase("RUN wget https://a.example/b.tgz && tar xzf b.tgz && mv b.tgz /c")]
    [TestCase("RUN wget https://a.example/b.gz && gunzip b.gz")]
    [TestCase("RUN wget https://a.example/b.tgz && tar tzf b.tgz")]
    [TestCase("RUN wget https://a.example/b.tgz && tar czf b.tgz c")]
    [TestCase("RUN wget https://a.example/b.tgz")]
    [TestCase("RUN wget -O- https://a.example/b.tgz | tar xz")]
    [TestCase("RUN --mount=type=tmpfs,target=/tmp wget -P /tmp https://a.example/b.tgz && tar xzf /tmp/b.tgz")]
    [TestCase("RUN wget -O /dev/stdout https://a.example/b.tgz | tar xz")]
    [TestCase("ADD b.tgz /c/\nRUN tar xzf /c/b.tgz")]
    [TestCase("COPY b.tgz /c/\nRUN tar xzf /c/b.tgz")]
    [TestCase("RUN wget https://a.example/b.tgz && tar xzf b.tgz\nFROM b")]
    public void What_does_not_is_left_alone(string instructions) => Verify($"FROM a\n{instructions}\n");
}
