using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace DockerfileLint.LanguageServer.Rpc;

/// <summary>
/// Writes messages of the base protocol, each in one piece. Safe to use from several threads. When nobody reads any
/// more, what is written is lost: the reader learns of it at the end of its stream.
/// </summary>
/// <param name="stream">Where they go to.</param>
internal sealed class MessageWriter(Stream stream)
{
    private readonly Lock _lock = new();
    private readonly ArrayBufferWriter<byte> _body = new(4 * 1024);
    private Utf8JsonWriter? _json;
    private bool _isBroken;

    internal void WriteResult<T>(string id, T result, JsonTypeInfo<T> type) =>
        Write(
            (id, result, type),
            static (json, message) =>
            {
                WriteId(json, message.id);
                json.WritePropertyName("result");
                if (message.result is null)
                {
                    json.WriteNullValue();
                }
                else
                {
                    JsonSerializer.Serialize(json, message.result, message.type);
                }
            }
        );

    internal void WriteError(string? id, RpcError error) =>
        Write(
            (id, error),
            static (json, message) =>
            {
                WriteId(json, message.id ?? "null");
                json.WriteStartObject("error");
                json.WriteNumber("code", (int)message.error.Code);
                json.WriteString("message", message.error.Message);
                if (message.error.Code == RpcErrorCode.ServerCancelled)
                {
                    json.WriteStartObject("data");
                    json.WriteBoolean("retriggerRequest", true);
                    json.WriteEndObject();
                }

                json.WriteEndObject();
            }
        );

    internal void WriteNotification<T>(string method, T parameters, JsonTypeInfo<T> type) =>
        WriteCall(id: null, method, parameters, type);

    internal void WriteRequest<T>(string id, string method, T parameters, JsonTypeInfo<T> type) =>
        WriteCall(id, method, parameters, type);

    private void WriteCall<T>(string? id, string method, T parameters, JsonTypeInfo<T> type) =>
        Write(
            (id, method, parameters, type),
            static (json, message) =>
            {
                if (message.id is not null)
                {
                    WriteId(json, message.id);
                }

                json.WriteString("method", message.method);
                json.WritePropertyName("params");
                JsonSerializer.Serialize(json, message.parameters, message.type);
            }
        );

    private static void WriteId(Utf8JsonWriter json, string id)
    {
        json.WritePropertyName("id");
        json.WriteRawValue(id);
    }

    private void Write<TMessage>(TMessage message, Action<Utf8JsonWriter, TMessage> write)
    {
        lock (_lock)
        {
            if (_isBroken)
            {
                return;
            }

            _body.ResetWrittenCount();
            _json ??= new Utf8JsonWriter(_body);
            _json.Reset(_body);
            _json.WriteStartObject();
            _json.WriteString("jsonrpc", "2.0");
            write(_json, message);
            _json.WriteEndObject();
            _json.Flush();
            try
            {
                string header = string.Create(
                    CultureInfo.InvariantCulture,
                    $"Content-Length: {_body.WrittenCount}\r\n\r\n"
                );
                stream.Write(Encoding.ASCII.GetBytes(header));
                stream.Write(_body.WrittenSpan);
                stream.Flush();
            }
            catch (Exception exception) when (exception is IOException or ObjectDisposedException)
            {
                _isBroken = true;
            }
        }
    }
}
