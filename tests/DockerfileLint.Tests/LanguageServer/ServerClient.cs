using System.Collections.Concurrent;
using System.IO.Pipes;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DockerfileLint.CommandLine;
using DockerfileLint.LanguageServer.Rpc;
using DockerfileLint.LanguageServer.Workspaces;

namespace DockerfileLint.Tests.LanguageServer;

/// <summary>A client of <c>dockerfile-lint server</c>, over pipes and in a folder of its own.</summary>
internal sealed class ServerClient : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly AnonymousPipeServerStream _toServer = new(PipeDirection.Out);
    private readonly AnonymousPipeServerStream _fromServer = new(PipeDirection.In);
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonObject>> _answers = new();
    private readonly BlockingCollection<JsonObject> _messages = [];
    private readonly List<JsonObject> _seen = [];
    private readonly Task<int> _server;
    private int _lastId;

    internal ServerClient(params string[] arguments)
    {
        Folder = Directory.CreateTempSubdirectory("server-").FullName;
        var input = new AnonymousPipeClientStream(PipeDirection.In, _toServer.ClientSafePipeHandle);
        var output = new AnonymousPipeClientStream(PipeDirection.Out, _fromServer.ClientSafePipeHandle);
        var environment = new CommandLineEnvironment
        {
            StandardInput = input,
            StandardOutput = output,
            Error = TextWriter.Null,
            WorkingDirectory = Folder,
            GetVariable = _ => null,
        };
        _server = Task.Run(() => LintCommandLine.RunAsync(["server", .. arguments], addRules: null, environment));
        _server.ContinueWith(_ => output.Dispose(), TaskScheduler.Default);
        new Thread(Listen) { IsBackground = true }.Start();
    }

    /// <summary>Absolute path of the folder that the client has open.</summary>
    internal string Folder { get; }

    /// <summary>The exit code, when the server has ended.</summary>
    internal int ExitCode =>
        _server.Wait(Patience) ? _server.Result : throw new TimeoutException("The server goes on.");

    /// <summary>A server that is initialized, with findings sent by themselves.</summary>
    internal static ServerClient Start(object? capabilities = null, object? options = null)
    {
        var client = new ServerClient();
        client.Initialize(capabilities, options);
        return client;
    }

    internal JsonNode Initialize(object? capabilities = null, object? options = null)
    {
        JsonNode result = Request(
            "initialize",
            new
            {
                processId = (int?)null,
                rootUri = GetUri(""),
                capabilities = capabilities ?? new { },
                initializationOptions = options,
            }
        )!;
        Notify("initialized", new { });
        return result;
    }

    internal string GetUri(string path) =>
        DocumentUri.FromPath(path.Length == 0 ? Folder : Path.GetFullPath(Path.Join(Folder, path)));

    /// <summary>Puts a file on disk.</summary>
    internal void Write(string path, string text)
    {
        string fullPath = Path.Join(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(fullPath)!);
        File.WriteAllText(fullPath, text);
    }

    internal string Open(string path, string text, string languageId = "dockerfile", int version = 1)
    {
        string uri = path.Contains(':', StringComparison.Ordinal) ? path : GetUri(path);
        Notify(
            "textDocument/didOpen",
            new
            {
                textDocument = new
                {
                    uri,
                    languageId,
                    version,
                    text,
                },
            }
        );
        return uri;
    }

    /// <summary>Replaces the whole text.</summary>
    internal void Change(string uri, int version, string text) =>
        Notify(
            "textDocument/didChange",
            new { textDocument = new { uri, version }, contentChanges = new[] { new { text } } }
        );

    internal void TellChanged(params string[] paths) =>
        Notify(
            "workspace/didChangeWatchedFiles",
            new { changes = paths.Select(path => new { uri = GetUri(path), type = 2 }).ToArray() }
        );

    /// <summary>The ids of the findings that the server sends of a version, or of the next text.</summary>
    internal string[] WaitForFindings(string uri, int? version = null) =>
        [
            .. WaitFor(
                "textDocument/publishDiagnostics",
                parameters =>
                    (string?)parameters["uri"] == uri && (version is null || (int?)parameters["version"] == version)
            )["diagnostics"]!
                .AsArray()
                .Select(diagnostic => (string)diagnostic!["code"]!),
        ];

    /// <summary>
    /// The parameters of the next notification or request of the server that has not been waited for.
    /// </summary>
    internal JsonObject WaitFor(string method, Func<JsonObject, bool>? condition = null)
    {
        bool Fits(JsonObject message) =>
            (string?)message["method"] == method && condition?.Invoke(message["params"]!.AsObject()) != false;

        if (_seen.Find(Fits) is { } seen)
        {
            _seen.Remove(seen);
            return seen["params"]!.AsObject();
        }

        while (_messages.TryTake(out JsonObject? message, Patience))
        {
            if (Fits(message))
            {
                return message["params"]!.AsObject();
            }

            _seen.Add(message);
        }

        throw new TimeoutException($"There is no {method}.");
    }

    /// <summary>Whether a message of a method has come until everything before was answered.</summary>
    internal bool HasSent(string method)
    {
        Request("dockerfile-lint/statistics", new { });
        while (_messages.TryTake(out JsonObject? message))
        {
            _seen.Add(message);
        }

        return _seen.Exists(message => (string?)message["method"] == method);
    }

    internal JsonNode? Request(string method, object parameters)
    {
        JsonObject answer = Wait(Send(method, parameters));
        return answer["error"] is { } error
            ? throw new InvalidOperationException($"{error["code"]}: {error["message"]}")
            : answer["result"];
    }

    /// <summary>The code of the error that a request ends with.</summary>
    internal int RequestError(string method, object parameters) =>
        (int)Wait(Send(method, parameters))["error"]!["code"]!;

    internal int Send(string method, object parameters)
    {
        int id = Interlocked.Increment(ref _lastId);
        _answers[id] = new TaskCompletionSource<JsonObject>(TaskCreationOptions.RunContinuationsAsynchronously);
        SendRaw(
            JsonSerializer.Serialize(
                new
                {
                    jsonrpc = "2.0",
                    id,
                    method,
                    @params = parameters,
                }
            )
        );
        return id;
    }

    internal JsonObject Wait(int id) =>
        _answers[id].Task.Wait(Patience) ? _answers[id].Task.Result : throw new TimeoutException($"No answer to {id}.");

    internal void Notify(string method, object parameters) =>
        SendRaw(
            JsonSerializer.Serialize(
                new
                {
                    jsonrpc = "2.0",
                    method,
                    @params = parameters,
                }
            )
        );

    internal void SendRaw(string body)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(body);
        SendBytes([.. Encoding.ASCII.GetBytes($"Content-Length: {bytes.Length}\r\n\r\n"), .. bytes]);
    }

    internal void SendBytes(byte[] bytes)
    {
        _toServer.Write(bytes);
        _toServer.Flush();
    }

    /// <summary>Goes away without a word.</summary>
    internal void Die() => _toServer.Dispose();

    public void Dispose()
    {
        _toServer.Dispose();
        _server.Wait(Patience);
        _fromServer.Dispose();
        _messages.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private void Listen()
    {
        var reader = new MessageReader(_fromServer);
        try
        {
            while (reader.Read() is { } body)
            {
                JsonObject message = JsonNode.Parse(body)!.AsObject();
                if (message["method"] is null && message["id"]?.GetValueKind() == JsonValueKind.Number)
                {
                    _answers[(int)message["id"]!].SetResult(message);
                }
                else
                {
                    _messages.Add(message);
                }
            }
        }
        catch (Exception exception)
            when (exception is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The test is over.
        }
    }
}
