using DockerfileLint.Analysis.Languages;
using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Exposure;

internal sealed class DebugPortPublishedTests() : RuleTest("DC5014", Language.Compose)
{
    [TestCase("command: node --inspect app.js", "[|9229:9229|]")]
    [TestCase("command: [node, '--inspect=0.0.0.0:9300', app.js]", "[|1:9300|]")]
    [TestCase("command: dlv debug --headless", "[|2345:2345|]")]
    [TestCase("environment: {JAVA_OPTS: '-agentlib:jdwp=address=*:8000'}", "[|8000:8000|]")]
    [TestCase("environment: {JAVA_OPTS: '-agentlib:jdwp=address=*:8000'}", "80:80")]
    [TestCase("environment: {JAVA_OPTS: '-agentlib:jdwp=address=*:8000', PORT: '80'}", "80:80")]
    [TestCase("command: node --inspect app.js", "127.0.0.1:9229:9229")]
    [TestCase("command: node app.js", "5005:5005")]
    [TestCase("command: chrome --headless", "2345:2345")]
    public void The_port_of_a_debugger_that_is_started_is_reported(string setting, string port) =>
        Verify(
            $"services:\n  a:\n    image: a:1\n    {setting}\n    ports:\n      - '{port}'\n"
                .Replace("'[|", "[|'", StringComparison.Ordinal)
                .Replace("|]'", "'|]", StringComparison.Ordinal)
        );
}

internal sealed class AdminInterfacePublishedTests() : RuleTest("DC5015", Language.Compose)
{
    [TestCase("phpmyadmin:5", "[|80:80|]")]
    [TestCase("dpage/pgadmin4", "[|80:80|]")]
    [TestCase("phpmyadmin:5", "127.0.0.1:80:80")]
    [TestCase("example/phpmyadmin-docs:5", "80:80")]
    public void A_tool_for_administrators_on_all_addresses_is_reported(string image, string port) =>
        Verify(
            $"services:\n  a:\n    image: {image}\n    ports:\n      - '{port}'\n"
                .Replace("'[|", "[|'", StringComparison.Ordinal)
                .Replace("|]'", "'|]", StringComparison.Ordinal)
        );
}
