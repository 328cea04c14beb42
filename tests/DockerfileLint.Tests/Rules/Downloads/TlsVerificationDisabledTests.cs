using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Downloads;

internal sealed class TlsVerificationDisabledTests() : RuleTest("DL5006")
{
    [TestCase("ENV [|GIT_SSL_NO_VERIFY=0|]")]
    [TestCase("ARG [|PYTHONHTTPSVERIFY=\"0\"|]")]
    [TestCase("ARG V=0\nENV [|NODE_TLS_REJECT_UNAUTHORIZED=$V|]")]
    [TestCase("RUN [|NODE_TLS_REJECT_UNAUTHORIZED=0|] npm ci")]
    [TestCase("RUN export [|PYTHONHTTPSVERIFY=0|] && python a.py")]
    [TestCase("RUN env [|GIT_SSL_NO_VERIFY=1|] git clone https://a")]
    [TestCase("RUN sudo curl -s[|k|] https://a")]
    [TestCase("RUN python3 -m pip install [|--trusted-host|] a b")]
    [TestCase("RUN if true; then wget [|--no-check-certificate|] https://a; fi")]
    [TestCase("RUN printf '[global]\\n[|trusted-host = a|]\\n' > /etc/pip.conf")]
    [TestCase("RUN echo [|sslverify=0|] | sudo tee -a /etc/yum.conf")]
    [TestCase("RUN <<EOF\ncurl [|--insecure|] https://a\nEOF")]
    [TestCase("COPY <<EOF /root/.npmrc\n[|strict-ssl=false|]\nEOF")]
    [TestCase("RUN wget [|--no-check-certificate|] https://a -O b && sha256sum b")]
    [TestCase("RUN wget [|--no-check-certificate|] https://a -O b\nRUN sha256sum -c sums")]
    [TestCase("RUN npm config set [|strict-ssl=false|] && sha256sum -c sums")]
    [TestCase("ONBUILD RUN curl [|--insecure|] https://a")]
    public void What_switches_verification_off_is_reported(string instructions) => Verify($"FROM a\n{instructions}\n");

    [TestCase("ENV NODE_TLS_REJECT_UNAUTHORIZED=1")]
    [TestCase("ARG GIT_SSL_NO_VERIFY")]
    [TestCase("ENV NODE_TLS_REJECT_UNAUTHORIZED=$UNKNOWN")]
    [TestCase("RUN yum-config-manager --save | echo \"--setopt=sslverify=0\"")]
    [TestCase("RUN echo curl -k")]
    [TestCase("RUN grep -- --no-check-certificate a.sh")]
    [TestCase("RUN curl -k https://127.0.0.1:8443/")]
    [TestCase("RUN tar -k -xf a.tar")]
    [TestCase("RUN curl -k https://a -o b && echo \"$SUM  b\" | sha256sum -c -")]
    [TestCase("RUN wget --no-check-certificate https://a/b https://a/b.asc && gpg --batch --verify b.asc b")]
    public void Other_lines_are_left_alone(string instructions) => Verify($"FROM a\n{instructions}\n");
}
