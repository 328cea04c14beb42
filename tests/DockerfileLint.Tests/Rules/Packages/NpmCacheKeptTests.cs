using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Packages;

internal sealed class NpmCacheKeptTests() : RuleTest("DL5031")
{
    [TestCase("RUN npm [|ci|]")]
    [TestCase("RUN npm --prefix web [|install|] --omit=dev")]
    [TestCase("RUN npm install && npm [|i|] -g a@1")]
    [TestCase("RUN npm cache clean --force && npm [|ci|]")]
    [TestCase("RUN npm [|ci|] && npm cache verify")]
    [TestCase("RUN npm [|ci|] && rm -f /root/.npmrc ~/.npmrc")]
    [TestCase("RUN npm [|ci|]\nRUN npm cache clean --force")]
    [TestCase("RUN npm --cache /x [|ci|] && rm -rf /y")]
    [TestCase("ONBUILD RUN npm [|install|]")]
    public void A_cache_that_stays_is_reported(string text) => Verify($"FROM a\n{text}\n");

    [TestCase("RUN npm ci && npm cache clean --force")]
    [TestCase("RUN npm ci && npm run build && npm cache clear --force")]
    [TestCase("RUN npm ci && rm -rf ~/.npm")]
    [TestCase("RUN npm ci && rm -rf /root/.npm /tmp/*")]
    [TestCase("RUN npm ci && rm -rf /home/node/.npm/_cacache")]
    [TestCase("RUN --mount=type=cache,target=/root/.npm npm ci")]
    [TestCase("RUN --mount=type=cache,target=/root npm ci")]
    [TestCase("RUN --mount=type=cache,target=/opt/npm npm ci --cache /opt/npm")]
    [TestCase("RUN --mount=type=tmpfs,target=/x npm ci --cache /x")]
    [TestCase("ENV npm_config_cache=/x\nRUN npm ci && rm -rf /x")]
    [TestCase("RUN npm config set cache /x\nRUN npm ci")]
    [TestCase("RUN npm run build && npm test && npm rebuild")]
    [TestCase("RUN npm install --package-lock-only")]
    [TestCase("RUN pnpm install && bun install")]
    [TestCase("RUN npm ci\nFROM b")]
    public void What_leaves_no_cache_is_left_alone(string text) => Verify($"FROM a\n{text}\n");
}
