using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Packages;

internal sealed class PipCacheKeptTests() : RuleTest("DL3042")
{
    [TestCase("RUN pip [|install|] a")]
    [TestCase("RUN pip --no-cache-dir install a")]
    [TestCase("RUN pip install a --no-cache")]
    [TestCase("RUN pip install $OPTIONS a")]
    [TestCase("RUN pip [|install|] a==$V")]
    [TestCase("ENV PIP_NO_CACHE_DIR=1\nRUN pip install a")]
    [TestCase("ARG PIP_NO_CACHE_DIR=0\nRUN pip install a")]
    [TestCase("ENV PIP_NO_CACHE_DIR=\nRUN pip [|install|] a")]
    [TestCase("RUN pip [|install|] a\nENV PIP_NO_CACHE_DIR=1")]
    [TestCase("RUN export PIP_NO_CACHE_DIR=1 && pip install a")]
    [TestCase("RUN --mount=type=cache,target=/root/.cache pip install a")]
    [TestCase("RUN --mount=type=cache,target=/x pip install --cache-dir /x a")]
    [TestCase("ENV PIP_CACHE_DIR=/x\nRUN --mount=type=cache,target=/x pip install a")]
    [TestCase("RUN --mount=type=bind,target=/root/.cache pip [|install|] a")]
    [TestCase("RUN pip install a && rm -rf /root/.cache/pip")]
    [TestCase("RUN pip install a && rm -rf ~/.cache/*")]
    [TestCase("RUN pip install a && rm -rf /root/.[acpw]*")]
    [TestCase("RUN pip [|install|] a && rm -rf /tmp/* /var/cache/*")]
    [TestCase("RUN pip install a && pip3 cache purge")]
    [TestCase("COPY pip.conf /etc/\nRUN pip install a")]
    [TestCase("RUN pip config set global.no-cache-dir true\nRUN pip install a")]
    [TestCase("RUN pipx install a")]
    [TestCase("RUN uv pip install a")]
    [TestCase("RUN pip download a")]
    [TestCase("RUN pip3 [|install|] a && pip3 [|install|] b")]
    [TestCase("RUN pip install a\nFROM b")]
    public void By_default(string text) => Verify($"FROM a\n{text}\n");

    [TestCase("ENV PIP_NO_CACHE_DIR=off\nRUN pip [|install|] a")]
    [TestCase("ENV PIP_NO_CACHE_DIR=1\nONBUILD RUN pip [|install|] a")]
    [TestCase("RUN pip [|install|] a && rm -rf ~/.cache")]
    [TestCase("RUN pip [|install|] $OPTIONS a")]
    [TestCase("RUN sudo pip install a")]
    [TestCase("RUN pip [|install|] a\nFROM b")]
    [TestCase("RUN PIP_NO_CACHE_DIR=yes pip install a")]
    public void As_hadolint(string text) => Verify($"FROM a\n{text}\n", "behaviour=hadolint");
}
