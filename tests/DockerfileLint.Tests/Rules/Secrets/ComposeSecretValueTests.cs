using DockerfileLint.Analysis.Languages;
using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Secrets;

internal sealed class ComposeSecretValueTests() : RuleTest("DC5006", Language.Compose)
{
    private const string Token = "ghp_u7Vq2Zt9Lr4Xw1Bn6Ks8Mf3Hd5Jc0PyGaTeR";

    private const string Start = "ghp_u7Vq2Zt9Lr4Xw1Bn6";

    private const string End = "Ks8Mf3Hd5Jc0PyGaTeR";

    private static string WithService(string lines) => "services:\n  a:\n    image: x:1\n" + lines;

    [TestCase("configs: {c: {content: 'token=[|TOKEN|]'}}\n")]
    [TestCase("configs:\n  c:\n    content: |\n      a: b\n      token: [|TOKEN|]\n")]
    [TestCase("configs:\n  c:\n    content: >\n      token:\n      [|TOKEN|]\n")]
    [TestCase("configs: {c: {content: 'token=[|START${X}END|]'}}\n")]
    [TestCase("configs: {c: {content: '[|${X:-TOKEN}|]'}}\n")]
    [TestCase("configs: {c: {environment: [|TOKEN|]}}\n")]
    [TestCase("secrets: {s: {environment: [|TOKEN|]}}\n")]
    [TestCase("secrets: {s: {file: ./x, labels: ['x=[|TOKEN|]']}}\n")]
    [TestCase("volumes: {v: {driver_opts: {o: 'addr=x,token=[|TOKEN|]'}}}\n")]
    public void Definitions_hold_credentials_too(string lines) => Check(WithService(lines));

    [TestCase("    command: sh -c 'x [|START\"END|]\"'\n")]
    [TestCase("    command: ['sh', '-c', \"x [|START''END|]\"]\n")]
    [TestCase("    command: |\n      sh -c \"x [|START\\\n      END|]\"\n")]
    [TestCase("    command: x [|START\\END|]\n")]
    [TestCase("    command: x [|START${X}END|]\n")]
    [TestCase("    environment: {A: \"[|START\\\n      END|]\"}\n")]
    [TestCase("    healthcheck: {test: 'x \"[|START\"END|]'}\n")]
    public void Pieces_are_put_together(string lines) => Check(WithService(lines));

    [TestCase("    command: x START END\n")]
    [TestCase("    command: x \"START\" \"END\"\n")]
    [TestCase("configs: {c: {content: 'token=${TOKEN}'}}\n")]
    public void Words_of_their_own_are_not(string lines) => Check(WithService(lines.Replace("${TOKEN}", "${T}")));

    private void Check(string markup) =>
        Verify(markup.Replace("TOKEN", Token).Replace("START", Start).Replace("END", End));

    [TestCase("${TOKEN}")]
    [TestCase("${TOKEN:?}")]
    [TestCase("postgres://app:${PASS}@db:5432/app")]
    public void What_an_environment_file_gives_is_no_text_of_this_file(string value) =>
        Verify(
            $"services:\n  app:\n    image: a:1\n    environment:\n      A: {value}\n",
            new InMemoryFiles { [".env"] = "TOKEN=ghp_u7Vq2Zt9Lr4Xw1Bn6Ks8Mf3Hd5Jc0PyGaTeR\nPASS=s3kr3t-9\n" },
            []
        );
}
