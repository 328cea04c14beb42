using System.Text;

namespace DockerfileLint.CommandLine.Output;

/// <summary>Breaks texts at blanks, so that they fit into a terminal.</summary>
internal static class WrappedText
{
    /// <summary>The lines of a text. A word that is longer than a line has one of its own.</summary>
    /// <param name="text">The text, without line ends.</param>
    /// <param name="width">Columns of a line; less than one for a line of any length.</param>
    internal static IEnumerable<string> Wrap(string text, int width)
    {
        if (width < 1 || text.Length <= width)
        {
            yield return text;
            yield break;
        }

        var line = new StringBuilder();
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line.ToString();
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : "").Append(word);
        }

        yield return line.ToString();
    }
}
