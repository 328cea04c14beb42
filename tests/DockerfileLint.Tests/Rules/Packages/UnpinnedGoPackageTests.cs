using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Packages;

internal sealed class UnpinnedGoPackageTests() : RuleTest("DL3062")
{
    [TestCase("RUN go install a.b/c@v1")]
    [TestCase("RUN go install [|a.b/c@latest|]")]
    [TestCase("RUN go install [|a.b/c@master|]")]
    [TestCase("RUN go install a.b/c")]
    [TestCase("RUN go get [|a.b/c|]")]
    [TestCase("RUN go get -u -v [|a.b/c/...|]")]
    [TestCase("RUN go get ./... /x")]
    [TestCase("RUN go get a.b/c@v1 a.b/c@4f3a2b1")]
    [TestCase("RUN go get -tags x [|a.b/c|]")]
    [TestCase("RUN go run [|a.b/c@latest|] d")]
    [TestCase("RUN go run a.b/c e@latest")]
    [TestCase("RUN go run main.go")]
    [TestCase("RUN go install a.b/c@$V")]
    [TestCase("RUN go install -ldflags \"-s -w\" ./cmd/...")]
    [TestCase("RUN go build a.b/c@latest")]
    [TestCase("RUN CGO_ENABLED=0 go install [|a.b/c@latest|]")]
    public void By_default(string text) => Verify($"FROM a\n{text}\n");

    [TestCase("RUN go install [|a.b/c|]")]
    [TestCase("RUN go run [|main.go|]")]
    [TestCase("RUN go install a.b/c@master")]
    [TestCase("RUN go install -tags [|netgo|] ./a")]
    [TestCase("RUN go install a.b/c && go run ./d")]
    [TestCase("RUN /usr/local/go/bin/go install a.b/c")]
    public void As_hadolint(string text) => Verify($"FROM a\n{text}\n", "behaviour=hadolint");
}
