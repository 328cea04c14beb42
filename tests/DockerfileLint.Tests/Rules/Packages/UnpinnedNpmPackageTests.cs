using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Packages;

internal sealed class UnpinnedNpmPackageTests() : RuleTest("DL3016")
{
    [TestCase("RUN npm install -g [|a|] b")]
    [TestCase("RUN npm i [|@a/b|]")]
    [TestCase("RUN npm add a@1 @b/c@2")]
    [TestCase("RUN npm install")]
    [TestCase("RUN npm ci")]
    [TestCase("RUN npm install --registry https://x [|a|]")]
    [TestCase("RUN npm install . ./a ../b /c ~/d file:e f.tgz https://g/h")]
    [TestCase("RUN npm install $A a@$B")]
    [TestCase("RUN npm i [|git+https://a/b|] git+https://a/b#c a/b#c")]
    [TestCase("RUN npm i [|a/b|]")]
    [TestCase("RUN yarn add [|a|]")]
    [TestCase("RUN yarn global add [|a|] b@1")]
    [TestCase("RUN yarn install a")]
    [TestCase("RUN pnpm i -g [|a|]")]
    [TestCase("RUN pnpm add a@1")]
    [TestCase("RUN bun add [|a|]")]
    [TestCase("RUN npm run install a")]
    [TestCase("RUN npm uninstall a")]
    public void By_default(string text) => Verify($"FROM a\n{text}\n");

    [TestCase("RUN npm i a")]
    [TestCase("RUN yarn add a")]
    [TestCase("RUN npm install [|$A|]")]
    [TestCase("RUN npm install [|https://a/b|]")]
    [TestCase("RUN npm install a@latest")]
    [TestCase("RUN npm install --loglevel verbose a@1")]
    [TestCase("RUN sudo npm install a")]
    public void As_hadolint(string text) => Verify($"FROM a\n{text}\n", "behaviour=hadolint");
}
