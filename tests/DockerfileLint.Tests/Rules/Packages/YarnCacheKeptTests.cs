using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Packages;

internal sealed class YarnCacheKeptTests() : RuleTest("DL3060")
{
    [TestCase("RUN [|yarn|]")]
    [TestCase("RUN yarn [|add|] a")]
    [TestCase("RUN yarn [|global|] add a")]
    [TestCase("RUN yarn global list")]
    [TestCase("RUN yarn --cwd a [|install|]")]
    [TestCase("RUN yarn -v && yarn build && yarn run a")]
    [TestCase("RUN yarn && yarn cache clean --all")]
    [TestCase("RUN yarn cache clean && [|yarn|]")]
    [TestCase("RUN yarn install && yarn [|add|] a")]
    [TestCase("RUN yarn && rm -rf /usr/local/share/.cache")]
    [TestCase("RUN yarn && rm -rf ~/.cache/yarn")]
    [TestCase("RUN yarn && rm -rf ~/.yarn")]
    [TestCase("RUN yarn --cache-folder /x && rm -rf /x")]
    [TestCase("ENV YARN_CACHE_FOLDER=/x\nRUN --mount=type=cache,target=/x yarn")]
    [TestCase("RUN --mount=type=cache,target=/opt/yarn yarn")]
    [TestCase("RUN yarn [|workspaces|] focus")]
    [TestCase("RUN yarn set version 4")]
    [TestCase("RUN yarn\nFROM b")]
    public void By_default(string text) => Verify($"FROM a\n{text}\n");

    [TestCase("RUN yarn")]
    [TestCase("RUN yarn [|install|]")]
    [TestCase("RUN yarn [|install|] && rm -rf ~/.cache")]
    [TestCase("RUN yarn install && yarn cache dir")]
    [TestCase("RUN yarn cache clean && yarn [|install|]")]
    [TestCase("RUN yarn install\nFROM b")]
    public void As_hadolint(string text) => Verify($"FROM a\n{text}\n", "behaviour=hadolint");
}
