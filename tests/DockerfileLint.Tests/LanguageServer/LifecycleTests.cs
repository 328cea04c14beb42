using System.Text;
using System.Text.Json.Nodes;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.LanguageServer;

/// <summary>The conversation with a client: its order, and what comes that is not in order.</summary>
internal sealed class LifecycleTests
{
    [Test]
    public void A_client_that_takes_its_leave_ends_the_server_with_success()
    {
        using var client = ServerClient.Start();

        client.Request("shutdown", new { }).Should().BeNull();
        client.Notify("exit", new { });

        client.ExitCode.Should().Be(0);
    }

    [Test]
    public void A_client_that_exits_without_shutdown_ends_the_server_with_failure()
    {
        using var client = ServerClient.Start();

        client.Notify("exit", new { });

        client.ExitCode.Should().Be(1);
    }

    [Test]
    public void A_client_that_dies_ends_the_server()
    {
        using var client = ServerClient.Start();
        client.Open("Dockerfile", "FROM alpine\n");

        client.Die();

        client.ExitCode.Should().Be(1);
    }

    [Test]
    public void Nothing_is_answered_before_initialize_and_nothing_after_shutdown()
    {
        using var client = new ServerClient();

        client.RequestError("textDocument/diagnostic", new { }).Should().Be(-32002);
        client.Initialize();
        client.RequestError("initialize", new { }).Should().Be(-32600);
        client.Request("shutdown", new { });
        client.RequestError("textDocument/diagnostic", new { }).Should().Be(-32600);
    }

    [Test]
    public void An_unknown_method_is_an_error_for_a_request_and_nothing_for_a_notification()
    {
        using var client = ServerClient.Start();

        client.Notify("textDocument/unknown", new { });
        client.RequestError("textDocument/unknown", new { }).Should().Be(-32601);
    }

    [Test]
    public void Wrong_parameters_are_refused()
    {
        using var client = ServerClient.Start(Capabilities.Pull);

        client.RequestError("textDocument/diagnostic", new { textDocument = 3 }).Should().Be(-32602);
        client.RequestError("textDocument/diagnostic", new { }).Should().Be(-32602);
    }

    [Test]
    public void A_failed_notification_has_no_answer()
    {
        using var client = ServerClient.Start();

        client.Notify("textDocument/didOpen", new { textDocument = 3 });

        client.WaitForFindings(client.Open("Dockerfile", "FROM alpine\n")).Should().Contain("DL3006");
    }

    [TestCase("{\"jsonrpc\":\"2.0\",\"id\":1,")]
    [TestCase("[]")]
    [TestCase("42")]
    [TestCase("{}")]
    [TestCase("")]
    public void A_message_that_is_none_is_refused_and_the_next_one_is_read(string body)
    {
        using var client = ServerClient.Start();

        client.SendRaw(body);

        client.WaitForFindings(client.Open("Dockerfile", "FROM alpine\n")).Should().Contain("DL3006");
    }

    [TestCase("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")]
    [TestCase("Content-Length: abc\r\n\r\n")]
    [TestCase("Content-Length: -5\r\n\r\n")]
    [TestCase("Content-Length: 99999999999999999999\r\n\r\n")]
    [TestCase("\r\n\r\n\r\n")]
    [TestCase("\0\u0001\u0002\n")]
    public void What_is_no_header_is_passed_over(string noise)
    {
        using var client = ServerClient.Start();

        client.SendBytes(Encoding.UTF8.GetBytes(noise));

        client.WaitForFindings(client.Open("Dockerfile", "FROM alpine\n")).Should().Contain("DL3006");
    }

    [Test]
    public void Headers_have_any_case_and_any_order()
    {
        using var client = ServerClient.Start();
        const string Body = """{"jsonrpc":"2.0","method":"exit"}""";

        client.SendBytes(
            Encoding.ASCII.GetBytes(
                $"Content-Type: application/vscode-jsonrpc; charset=utf-8\r\ncontent-length:{Body.Length}\r\n\r\n{Body}"
            )
        );

        client.ExitCode.Should().Be(1);
    }

    [Test]
    public void A_request_that_the_client_cancels_ends_as_cancelled_or_done()
    {
        using var client = ServerClient.Start(Capabilities.Pull);
        string uri = client.Open("Dockerfile", string.Concat(Enumerable.Repeat("FROM a\nRUN cd /x && ls\n", 5_000)));

        int id = client.Send("textDocument/diagnostic", new { textDocument = new { uri } });
        client.Notify("$/cancelRequest", new { id });

        JsonObject answer = client.Wait(id);
        ((int?)answer["error"]?["code"] ?? -32800).Should().Be(-32800);
        client.Request("textDocument/diagnostic", new { textDocument = new { uri } }).Should().NotBeNull();
    }

    [Test]
    public void An_edit_ends_the_work_on_the_text_before()
    {
        using var client = ServerClient.Start(Capabilities.Pull);
        string uri = client.Open("Dockerfile", string.Concat(Enumerable.Repeat("FROM a\nRUN cd /x && ls\n", 5_000)));

        int id = client.Send("textDocument/diagnostic", new { textDocument = new { uri } });
        client.Change(uri, 2, "FROM alpine:3.22\n");

        ((int?)client.Wait(id)["error"]?["code"] ?? -32802).Should().Be(-32802);
        client.Request("textDocument/diagnostic", new { textDocument = new { uri } })!["items"]!
            .ToJsonString()
            .Should()
            .NotContain("DL3003");
    }

    [Test]
    public void Strings_are_ids_too()
    {
        using var client = ServerClient.Start();

        client.SendRaw("""{"jsonrpc":"2.0","id":"a\"b","method":"textDocument/unknown"}""");

        client.HasSent("textDocument/publishDiagnostics").Should().BeFalse();
    }
}
