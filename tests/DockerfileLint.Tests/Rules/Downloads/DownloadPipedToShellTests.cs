using DockerfileLint.Tests.Testing;
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
    public void What_runs_unseen_is_reported(string command) =>
        Verify($"FROM a\nSHELL [\"/bin/bash\", \"-c\"]\nRUN {command}\n");

    [TestCase("curl https://a | tar -xz")]
    [TestCase("curl https://a | python3 -m json.tool")]
    [TestCase("curl https://a | python3 -c 'import sys'")]
    [TestCase("curl https://a | perl -ne 'print'")]
    [TestCase("curl https://a | bash -c 'cat > x'")]
    [TestCase("curl https://a | sh ./read.sh")]
    [TestCase("curl https://a -o a.sh && sh a.sh")]
    [TestCase("echo curl https://a '|' sh")]
    [TestCase("VERSION=$(curl https://a) && sh b.sh $VERSION")]
    [TestCase("bash build.sh \"$(curl https://a)\"")]
    [TestCase("diff <(curl https://a) b")]
    [TestCase("cat a.sh | sh")]
    public void Data_is_left_alone(string command) => Verify($"FROM a\nSHELL [\"/bin/bash\", \"-c\"]\nRUN {command}\n");
}
