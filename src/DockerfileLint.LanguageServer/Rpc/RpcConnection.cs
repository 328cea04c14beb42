using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace DockerfileLint.LanguageServer.Rpc;

/// <summary>
/// One conversation of JSON-RPC 2.0. Messages are taken in their order by the thread that runs it; the answers to
/// requests are computed by others, and each may be cancelled.
/// </summary>
/// <remarks>
/// A handler of a request has two parts: the first runs in order and sees what all messages before it have made; it
/// gives the second one, which computes the result of that.
/// </remarks>
internal sealed class RpcConnection
{
    private readonly MessageReader _reader;
    private readonly MessageWriter _writer;
    private readonly Dictionary<string, Action<string, JsonElement>> _requests = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Action<JsonElement>> _notifications = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, RunningRequest> _running = new(StringComparer.Ordinal);
    private int _requestsSent;
    private bool _isOver;

    internal RpcConnection(Stream input, Stream output)
    {
        _reader = new MessageReader(input);
        _writer = new MessageWriter(output);
    }

    /// <summary>
    /// What speaks against a message by the state of the conversation, given its method and whether it is a request.
    /// </summary>
    internal Func<string, bool, RpcError?> Refuse { get; set; } = static (_, _) => null;

    /// <summary>Is told of what failed for a reason that no client has caused.</summary>
    internal Action<string, Exception> Report { get; set; } = static (_, _) => { };

    internal void OnRequest<TParameters, TResult>(
        string method,
        JsonTypeInfo<TParameters> parametersType,
        JsonTypeInfo<TResult> resultType,
        Func<TParameters, Func<CancellationToken, TResult?>> prepare
    )
        where TParameters : class
        where TResult : class
    {
        _requests.Add(
            method,
            (id, element) =>
            {
                Func<CancellationToken, TResult?> compute = prepare(Read(element, parametersType));
                var running = new RunningRequest(method);
                if (!_running.TryAdd(id, running))
                {
                    throw new RpcException(RpcErrorCode.InvalidRequest, "There is a request of this id already.");
                }

                ThreadPool.UnsafeQueueUserWorkItem(
                    _ => Answer(id, running, compute, resultType),
                    (object?)null,
                    preferLocal: false
                );
            }
        );
    }

    internal void OnNotification<TParameters>(
        string method,
        JsonTypeInfo<TParameters> parametersType,
        Action<TParameters> handle
    )
        where TParameters : class => _notifications.Add(method, element => handle(Read(element, parametersType)));

    internal void Notify<T>(string method, T parameters, JsonTypeInfo<T> type) =>
        _writer.WriteNotification(method, parameters, type);

    /// <summary>Asks the client for something that has no answer worth waiting for.</summary>
    internal void Request<T>(string method, T parameters, JsonTypeInfo<T> type) =>
        _writer.WriteRequest(
            string.Create(CultureInfo.InvariantCulture, $"\"server-{Interlocked.Increment(ref _requestsSent)}\""),
            method,
            parameters,
            type
        );

    /// <summary>Takes no further message.</summary>
    internal void End() => _isOver = true;

    /// <summary>Gives up all running requests: what they were asked about is no longer so.</summary>
    /// <param name="method">Of which method, or <c>null</c> for all.</param>
    internal void CancelAll(string? method)
    {
        foreach (RunningRequest running in _running.Values)
        {
            if (method is null || running.Method == method)
            {
                running.Cancel(byClient: false);
            }
        }
    }

    /// <summary>Takes messages until the conversation or the stream ends.</summary>
    internal void Run()
    {
        try
        {
            while (!_isOver && _reader.Read() is { } body)
            {
                Take(body);
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            // The client is gone.
        }

        CancelAll(method: null);
    }

    private void Take(byte[] body)
    {
        JsonDocument message;
        try
        {
            message = JsonDocument.Parse(body);
        }
        catch (JsonException)
        {
            _writer.WriteError(id: null, new RpcError(RpcErrorCode.ParseError, "The message is not JSON."));
            return;
        }

        using (message)
        {
            if (message.RootElement.ValueKind != JsonValueKind.Object)
            {
                _writer.WriteError(
                    id: null,
                    new RpcError(RpcErrorCode.InvalidRequest, "The message is not an object.")
                );
                return;
            }

            Take(message.RootElement);
        }
    }

    [SuppressMessage(
        "Design",
        "CA1031:Do not catch general exception types",
        Justification = "One message that brings its handler down must not end the conversation."
    )]
    private void Take(JsonElement message)
    {
        string? id =
            message.TryGetProperty("id", out JsonElement given)
            && given.ValueKind is JsonValueKind.Number or JsonValueKind.String
                ? given.GetRawText()
                : null;
        string? method = null;
        try
        {
            method =
                message.TryGetProperty("method", out JsonElement name) && name.ValueKind == JsonValueKind.String
                    ? name.GetString()
                    : null;
            if (method is null)
            {
                // Answers to requests of the server say nothing that it would wait for.
                if (!message.TryGetProperty("result", out _) && !message.TryGetProperty("error", out _))
                {
                    throw new RpcException(RpcErrorCode.InvalidRequest, "The message has no method.");
                }

                return;
            }

            message.TryGetProperty("params", out JsonElement parameters);
            Dispatch(method, id, parameters);
        }
        catch (RpcException exception)
        {
            AnswerWith(exception.Error);
        }
        catch (Exception exception)
        {
            Report(method ?? "", exception);
            AnswerWith(
                new RpcError(RpcErrorCode.InternalError, $"The request failed with {exception.GetType().Name}.")
            );
        }

        void AnswerWith(RpcError error)
        {
            // A notification has no answer, whatever becomes of it.
            if (id is not null || method is null)
            {
                _writer.WriteError(id, error);
            }
        }
    }

    private void Dispatch(string method, string? id, JsonElement parameters)
    {
        if (Refuse(method, id is not null) is { } refusal)
        {
            throw new RpcException(refusal.Code, refusal.Message);
        }

        if (id is not null)
        {
            if (!_requests.TryGetValue(method, out Action<string, JsonElement>? handle))
            {
                throw new RpcException(RpcErrorCode.MethodNotFound, $"There is no method '{method}'.");
            }

            handle(id, parameters);
        }
        else if (method == "$/cancelRequest")
        {
            if (
                parameters.ValueKind == JsonValueKind.Object
                && parameters.TryGetProperty("id", out JsonElement cancelled)
                && _running.TryGetValue(cancelled.GetRawText(), out RunningRequest? running)
            )
            {
                running.Cancel(byClient: true);
            }
        }
        else if (_notifications.TryGetValue(method, out Action<JsonElement>? handle))
        {
            handle(parameters);
        }
    }

    [SuppressMessage(
        "Design",
        "CA1031:Do not catch general exception types",
        Justification = "A request that fails must not take the process with it."
    )]
    private void Answer<TResult>(
        string id,
        RunningRequest running,
        Func<CancellationToken, TResult?> compute,
        JsonTypeInfo<TResult> type
    )
        where TResult : class
    {
        try
        {
            TResult? result = compute(running.Token);
            running.Token.ThrowIfCancellationRequested();
            _writer.WriteResult(id, result!, type);
        }
        catch (OperationCanceledException)
        {
            _writer.WriteError(
                id,
                running.IsCancelledByClient
                    ? new RpcError(RpcErrorCode.RequestCancelled, "The request was cancelled.")
                    : new RpcError(RpcErrorCode.ServerCancelled, "The document has changed.")
            );
        }
        catch (RpcException exception)
        {
            _writer.WriteError(id, exception.Error);
        }
        catch (Exception exception)
        {
            Report(running.Method, exception);
            _writer.WriteError(
                id,
                new RpcError(RpcErrorCode.InternalError, $"The request failed with {exception.GetType().Name}.")
            );
        }
        finally
        {
            _running.TryRemove(id, out _);
            running.Dispose();
        }
    }

    private static T Read<T>(JsonElement parameters, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            T? value = parameters.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null
                ? JsonSerializer.Deserialize("{}", type)
                : parameters.Deserialize(type);
            return value ?? throw new RpcException(RpcErrorCode.InvalidParams, "There are no parameters.");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new RpcException(RpcErrorCode.InvalidParams, "The parameters are not those of the method.");
        }
    }

    /// <summary>A request that is being answered.</summary>
    private sealed class RunningRequest(string method) : IDisposable
    {
        private readonly CancellationTokenSource _source = new();
        private readonly Lock _lock = new();
        private bool _isDisposed;

        internal CancellationToken Token => _source.Token;

        internal string Method => method;

        internal bool IsCancelledByClient { get; private set; }

        internal void Cancel(bool byClient)
        {
            lock (_lock)
            {
                if (!_isDisposed)
                {
                    IsCancelledByClient |= byClient;
                    _source.Cancel();
                }
            }
        }

        public void Dispose()
        {
            lock (_lock)
            {
                _isDisposed = true;
                _source.Dispose();
            }
        }
    }
}
