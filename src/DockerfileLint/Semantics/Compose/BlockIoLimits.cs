namespace DockerfileLint.Semantics.Compose;

/// <summary>The limits of <c>blkio_config</c>.</summary>
internal static class BlockIoLimits
{
    /// <summary>Those that bound a rate; a weight only shares out what there is.</summary>
    private static readonly string[] Keys =
    [
        "device_read_bps",
        "device_write_bps",
        "device_read_iops",
        "device_write_iops",
    ];

    /// <summary>Whether a service bounds the rate of at least one device.</summary>
    internal static bool AreSet(Service service) =>
        Array.Exists(Keys, key => service.GetItems("blkio_config", key).Count > 0);
}
