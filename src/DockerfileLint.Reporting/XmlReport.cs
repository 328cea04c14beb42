using System.Globalization;
using System.Text;

namespace DockerfileLint.Reporting;

/// <summary>
/// Writes the XML of the reports: UTF-8 without byte order mark, LF line ends, indented elements, nothing that XML
/// forbids or a terminal acts on. The framework's writer would be the largest part of the report in a native program.
/// </summary>
internal sealed class XmlReport
{
    private const int FlushThreshold = 16 * 1024;

    private readonly Stream _stream;
    private readonly StringBuilder _text = new("""<?xml version="1.0" encoding="utf-8"?>""");
    private readonly Stack<string> _elements = new();
    private bool _isStartTagOpen;
    private bool _isTextLast;

    /// <summary>Starts a document.</summary>
    /// <param name="stream">Where to write; stays open.</param>
    internal XmlReport(Stream stream) => _stream = stream ?? throw new ArgumentNullException(nameof(stream));

    internal void WriteStartElement(string name)
    {
        CloseStartTag();
        BreakLine();
        _text.Append('<').Append(name);
        _elements.Push(name);
        _isStartTagOpen = true;
    }

    /// <summary>Writes an attribute of the element that was just started.</summary>
    internal void WriteText(string name, string value)
    {
        _text.Append(' ').Append(name).Append("=\"");
        Append(Clean(value), isAttribute: true);
        _text.Append('"');
    }

    /// <summary>Writes an attribute of the element that was just started.</summary>
    internal void WriteNumber(string name, int value) => WriteText(name, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Writes text, the only content of its element.</summary>
    internal void WriteString(string text)
    {
        CloseStartTag();
        Append(Clean(text), isAttribute: false);
        _isTextLast = true;
    }

    internal void WriteEndElement()
    {
        string name = _elements.Pop();
        if (_isStartTagOpen)
        {
            _text.Append(" />");
            _isStartTagOpen = false;
        }
        else
        {
            if (!_isTextLast)
            {
                BreakLine();
            }

            _text.Append("</").Append(name).Append('>');
        }

        _isTextLast = false;
        if (_text.Length > FlushThreshold)
        {
            Flush();
        }
    }

    /// <summary>Ends all elements and the document.</summary>
    internal void Complete()
    {
        while (_elements.Count > 0)
        {
            WriteEndElement();
        }

        _text.Append('\n');
        Flush();
        _stream.Flush();
    }

    /// <summary>A text that XML can hold.</summary>
    internal static string Clean(string text) =>
        VisibleText.Escape(text).Replace('\uFFFE', '\uFFFD').Replace('\uFFFF', '\uFFFD');

    private void CloseStartTag()
    {
        if (_isStartTagOpen)
        {
            _text.Append('>');
            _isStartTagOpen = false;
        }
    }

    private void BreakLine() => _text.Append('\n').Append(' ', 2 * _elements.Count);

    private void Append(string text, bool isAttribute)
    {
        foreach (char c in text)
        {
            switch (c)
            {
                case '&':
                    _text.Append("&amp;");
                    break;
                case '<':
                    _text.Append("&lt;");
                    break;
                case '>':
                    _text.Append("&gt;");
                    break;
                case '"' when isAttribute:
                    _text.Append("&quot;");
                    break;
                default:
                    _text.Append(c);
                    break;
            }
        }
    }

    private void Flush()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(_text.ToString());
        _stream.Write(bytes, 0, bytes.Length);
        _text.Clear();
    }
}
