using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Packages;

internal sealed class UnpinnedPipPackageTests() : RuleTest("DL3013")
{
    [TestCase("RUN pip install [|a|] b==1")]
    [TestCase("RUN pip3.12 install -U [|pip|]")]
    [TestCase("RUN /venv/bin/pip install [|a|]")]
    [TestCase("RUN pipx install [|a|]")]
    [TestCase("RUN uv pip install a")]
    [TestCase("RUN pipenv install a")]
    [TestCase("RUN pip install a~=1 \"b>=2\" \"c<3\" d!=4")]
    [TestCase("RUN pip install -r r.txt")]
    [TestCase("RUN pip install -r r.txt [|a|]")]
    [TestCase("RUN pip install -c c.txt a")]
    [TestCase("ENV PIP_CONSTRAINT=c\nRUN pip install a")]
    [TestCase("RUN pip install -e . && pip install . ./a ../b /c d/e .[dev]")]
    [TestCase("RUN pip install -i https://x -f y --target z [|a|]")]
    [TestCase("RUN pip install $A a==$B a$C")]
    [TestCase("RUN pip install a.whl b.tar.gz https://c/d")]
    [TestCase("RUN pip install [|git+ssh://git@a/b|]")]
    [TestCase("RUN pip install git+ssh://git@a/b@1 \"c @ git+https://a/b@2\"")]
    [TestCase("RUN pip download a")]
    [TestCase("RUN python3 -m pip install [|a[b]|]")]
    [TestCase("RUN python -m venv install a")]
    public void By_default(string text) => Verify($"FROM a\n{text}\n");

    [TestCase("RUN pip install -r r.txt a")]
    [TestCase("RUN pip install [|.[dev]|]")]
    [TestCase("RUN pip install [|$A|]")]
    [TestCase("RUN pip install git+ssh://git@a/b")]
    [TestCase("RUN /venv/bin/pip install a")]
    [TestCase("RUN pip install . a")]
    [TestCase("RUN python -m pip install [|a|]")]
    [TestCase("RUN sudo pip install a")]
    public void As_hadolint(string text) => Verify($"FROM a\n{text}\n", "behaviour=hadolint");
}
