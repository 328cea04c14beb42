using System.Globalization;
using System.Text;
using System.Xml;

namespace DockerfileLint.Reporting;

/// <summary>
/// How the XML reporters write: UTF-8 without byte order mark, LF line ends, nothing that XML forbids or a terminal
/// acts on.
/// </summary>
internal static class XmlReport
{
    /// <summary>Starts a document.</summary>
    /// <param name="stream">Where to write; stays open.</param>
    internal static XmlWriter Create(Stream stream)
    {
        var writer = XmlWriter.Create(
            stream ?? throw new ArgumentNullException(nameof(stream)),
            new XmlWriterSettings
            {
                Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
                Indent = true,
                NewLineChars = "\n",
            }
        );
        writer.WriteStartDocument();
        return writer;
    }

    /// <summary>Ends a document.</summary>
    internal static void Complete(XmlWriter writer, Stream stream)
    {
        writer.WriteEndDocument();
        writer.Flush();
        stream.WriteByte((byte)'\n');
        stream.Flush();
    }

    /// <summary>Writes an attribute.</summary>
    internal static void WriteText(this XmlWriter writer, string name, string value) =>
        writer.WriteAttributeString(name, Clean(value));

    /// <summary>Writes an attribute.</summary>
    internal static void WriteNumber(this XmlWriter writer, string name, int value) =>
        writer.WriteAttributeString(name, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>A text that XML can hold.</summary>
    internal static string Clean(string text) =>
        VisibleText.Escape(text).Replace('\uFFFE', '\uFFFD').Replace('\uFFFF', '\uFFFD');
}
