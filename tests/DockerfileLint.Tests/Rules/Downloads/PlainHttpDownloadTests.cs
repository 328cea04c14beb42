using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Downloads;

internal sealed class PlainHttpDownloadTests() : RuleTest("DL5008")
{
    [TestCase("RUN curl -o a [|http://b/a|]")]
    [TestCase("RUN curl --url [|http://b/a|]")]
    [TestCase("RUN git clone [|http://b/a.git|]")]
    [TestCase("RUN rpm -i [|http://b/a.rpm|]")]
    [TestCase("RUN pip install -i [|http://b/simple|] a")]
    [TestCase("ADD [|http://b/a|] /a")]
    [TestCase("RUN cat a | xargs curl [|http://b/a|]")]
    public void Downloads_without_encryption_are_reported(string instruction) => Verify($"FROM a\n{instruction}\n");

    [TestCase("RUN curl [|http://user:word@b.example:8080/a?c|]", "b.example:8080")]
    [TestCase("ADD [|\"http://b.example?c/d\"|] /a", "b.example")]
    [TestCase("ARG HOST=b.example\nADD [|http://$HOST/a|] /a", "b.example")]
    public void The_message_names_the_host(string instructions, string host) =>
        Verify($"FROM a\n{instructions}\n")
            .Should()
            .ContainSingle()
            .Which.Message.ToString()
            .Should()
            .Be($"The plain HTTP download from '{host}' is not verified.");

    [TestCase("RUN curl https://b/a")]
    [TestCase("RUN curl http://localhost:8080/a http://127.0.0.1/ http://[::1]:80/")]
    [TestCase("RUN curl http://169.254.169.254/latest/meta-data")]
    [TestCase("RUN curl -H 'Referer: http://b' -x http://proxy:3128 https://b/a")]
    [TestCase("RUN curl -O http://b/a && echo 'x  a' | sha256sum -c -")]
    [TestCase("RUN wget http://b/a http://b/a.asc && gpg --verify a.asc a")]
    [TestCase("RUN echo 'deb http://deb.debian.org/debian stable main' > /etc/apt/sources.list")]
    [TestCase("RUN echo '<a xmlns=\"http://www.w3.org/1999/xhtml\">' > a.html # http://b")]
    [TestCase("ADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d http://b/a /a")]
    [TestCase("ENV PROXY=http://proxy:3128")]
    public void Other_addresses_are_left_alone(string instruction) => Verify($"FROM a\n{instruction}\n");
}
