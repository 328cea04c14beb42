namespace DockerfileLint.LanguageServer.Rpc;

/// <summary>Why a request has no result.</summary>
internal enum RpcErrorCode
{
    ParseError = -32700,
    InvalidRequest = -32600,
    MethodNotFound = -32601,
    InvalidParams = -32602,
    InternalError = -32603,
    ServerNotInitialized = -32002,
    RequestFailed = -32803,

    /// <summary>The server gave up, as the document has changed; the client may ask again.</summary>
    ServerCancelled = -32802,

    /// <summary>The client gave up.</summary>
    RequestCancelled = -32800,
}

/// <summary>The answer to a request that has no result.</summary>
/// <param name="Code">Why.</param>
/// <param name="Message">A sentence for people.</param>
internal sealed record RpcError(RpcErrorCode Code, string Message);

/// <summary>Ends a request with an error that the client is told.</summary>
internal sealed class RpcException(RpcErrorCode code, string message) : Exception(message)
{
    internal RpcError Error => new(code, Message);
}
