namespace DockerfileLint.Text;

/// <summary>How the bytes of a <see cref="SourceText"/> spell its characters.</summary>
public enum SourceEncoding
{
    /// <summary>UTF-8, the only encoding that the reference builder reads.</summary>
    Utf8,

    /// <summary>UTF-16, least significant byte first; always with a byte order mark.</summary>
    Utf16LittleEndian,

    /// <summary>UTF-16, most significant byte first; always with a byte order mark.</summary>
    Utf16BigEndian,
}
