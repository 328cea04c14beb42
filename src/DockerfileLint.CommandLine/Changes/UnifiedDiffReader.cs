using System.Globalization;
using System.Text;

namespace DockerfileLint.CommandLine.Changes;

/// <summary>
/// Reads a diff in the unified format, as git and diff write it. Headers inside of hunks are lines like others there.
/// </summary>
internal static class UnifiedDiffReader
{
    private const string NoFile = "/dev/null";

    /// <summary>The letters that git puts before the paths of both sides.</summary>
    private const string Prefixes = "abciwo12";

    /// <summary>Reads a diff.</summary>
    /// <param name="text">The diff; empty where nothing was changed.</param>
    /// <param name="changes">Where the changes go.</param>
    /// <param name="resolve">
    /// Makes the path of a linted file of one in the diff, or <c>null</c> where it is none.
    /// </param>
    /// <returns>Whether it is a diff.</returns>
    internal static bool TryRead(string text, ChangedLines changes, Func<string, string?> resolve)
    {
        var reader = new Reader(changes, resolve);
        bool isEmpty = true;
        for (int start = 0; start < text.Length; )
        {
            int end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            string line = text[start..end].TrimEnd('\r');
            isEmpty &= line.Length == 0;
            reader.Read(line);
            start = end + 1;
        }

        return isEmpty || reader.IsDiff;
    }

    /// <summary>Goes through the lines.</summary>
    private sealed class Reader(ChangedLines changes, Func<string, string?> resolve)
    {
        private string _gitHeader = "";
        private string _old = "";
        private string? _path;
        private int _line;
        private int _oldLeft;
        private int _newLeft;
        private bool _isCombined;

        /// <summary>Whether anything was seen that only a diff has.</summary>
        internal bool IsDiff { get; private set; }

        internal void Read(string line)
        {
            if (_oldLeft > 0 || _newLeft > 0)
            {
                ReadHunkLine(line);
            }
            else if (line.StartsWith("diff ", StringComparison.Ordinal))
            {
                _gitHeader = line;
                _old = "";
                _path = null;
                _isCombined = false;
                IsDiff = true;
            }
            else if (_isCombined)
            {
                // The lines of a merge have a mark for each parent, and are not counted here.
            }
            else if (line.StartsWith("--- ", StringComparison.Ordinal))
            {
                _old = ReadPath(line[4..]);
            }
            else if (line.StartsWith("+++ ", StringComparison.Ordinal))
            {
                StartFile(ReadPath(line[4..]));
            }
            else if (line.StartsWith("rename to ", StringComparison.Ordinal))
            {
                Add(ReadPath(line["rename to ".Length..]));
            }
            else if (line.StartsWith("copy to ", StringComparison.Ordinal))
            {
                Add(ReadPath(line["copy to ".Length..]));
            }
            else if (line.StartsWith("@@@", StringComparison.Ordinal))
            {
                _isCombined = true;
                if (_path is not null)
                {
                    changes.AddWhole(_path);
                }
            }
            else if (line.StartsWith("@@ -", StringComparison.Ordinal))
            {
                StartHunk(line);
            }
        }

        private void ReadHunkLine(string line)
        {
            switch (line.Length == 0 ? ' ' : line[0])
            {
                case '+':
                    if (_path is not null)
                    {
                        changes.Add(_path, _line);
                    }

                    _line++;
                    _newLeft--;
                    break;
                case '-':
                    _oldLeft--;
                    break;
                case ' ':
                    _line++;
                    _newLeft--;
                    _oldLeft--;
                    break;
                case '\\':
                    break;
                default:
                    // The hunk is shorter than it says.
                    _oldLeft = 0;
                    _newLeft = 0;
                    Read(line);
                    break;
            }
        }

        private void StartHunk(string line)
        {
            int plus = line.IndexOf('+');
            int end = plus < 0 ? -1 : line.IndexOf(" @@", plus, StringComparison.Ordinal);
            if (
                end > 0
                && TryReadRange(line[4..plus].Trim(), out _, out int oldCount)
                && TryReadRange(line[(plus + 1)..end], out int start, out int newCount)
            )
            {
                IsDiff = true;
                _line = start;
                _oldLeft = oldCount;
                _newLeft = newCount;
            }
        }

        private static bool TryReadRange(string text, out int start, out int count)
        {
            string[] parts = text.Split(',');
            count = 1;
            return int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out start)
                && (
                    parts.Length == 1
                    || int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out count)
                );
        }

        private void StartFile(string path)
        {
            IsDiff = true;
            _path = null;
            if (path != NoFile)
            {
                Add(HasPrefix(path) ? path[2..] : path);
            }
        }

        private void Add(string path)
        {
            _path = resolve(path);
            if (_path is not null)
            {
                changes.Add(_path);
            }
        }

        /// <summary>Whether a path has git's prefix: both sides have one, and never the same.</summary>
        private bool HasPrefix(string path)
        {
            if (path.Length < 3 || path[1] != '/' || !Prefixes.Contains(path[0]))
            {
                return false;
            }

            if (_old != NoFile)
            {
                return _old.Length > 2 && _old[1] == '/' && _old[0] != path[0] && Prefixes.Contains(_old[0]);
            }

            // A new file: git's own line names it on both sides.
            string rest = path[1..];
            return _gitHeader.Length == 0
                ? path[0] == 'b'
                : _gitHeader.EndsWith(" " + path, StringComparison.Ordinal)
                    && !_gitHeader.EndsWith($" {path} {path}", StringComparison.Ordinal)
                    || _gitHeader.EndsWith($"{rest}\"", StringComparison.Ordinal)
                    || _gitHeader.Contains('\\');
        }

        /// <summary>A path as a header has it: quoted where that is needed, with a date behind a tab perhaps.</summary>
        private static string ReadPath(string text)
        {
            if (text is not ['"', ..])
            {
                int tab = text.IndexOf('\t');
                return tab < 0 ? text : text[..tab];
            }

            var bytes = new List<byte>(text.Length);
            for (int i = 1; i < text.Length && text[i] != '"'; i++)
            {
                if (text[i] != '\\' || i + 1 == text.Length)
                {
                    bytes.AddRange(Encoding.UTF8.GetBytes(text[i].ToString()));
                    continue;
                }

                i++;
                if (i + 2 < text.Length && text[i] is >= '0' and <= '3')
                {
                    bytes.Add((byte)(((text[i] - '0') << 6) | ((text[i + 1] & 7) << 3) | (text[i + 2] & 7)));
                    i += 2;
                }
                else
                {
                    bytes.Add(
                        text[i] switch
                        {
                            'n' => (byte)'\n',
                            't' => (byte)'\t',
                            'r' => (byte)'\r',
                            'a' => 7,
                            'b' => 8,
                            'f' => 12,
                            'v' => 11,
                            char c => (byte)c,
                        }
                    );
                }
            }

            return Encoding.UTF8.GetString([.. bytes]);
        }
    }
}
