using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace DockerfileLint.Diagnostics;

/// <summary>A template and the values for its placeholders. Kept apart so that SARIF can carry both.</summary>
public sealed class DiagnosticMessage
{
    /// <summary>Creates a message.</summary>
    /// <param name="template">One of the rule's templates.</param>
    /// <param name="arguments">Value of each placeholder, in order.</param>
    public DiagnosticMessage(MessageTemplate template, params string[] arguments)
    {
        Template = template ?? throw new ArgumentNullException(nameof(template));
        Arguments = [.. arguments ?? throw new ArgumentNullException(nameof(arguments))];
    }

    /// <summary>The template.</summary>
    public MessageTemplate Template { get; }

    /// <summary>
    /// Value of each placeholder, in order; text of the linted file as it stands, control characters included.
    /// </summary>
    public ImmutableArray<string> Arguments { get; }

    /// <summary>What to do, with its values filled in, or <c>null</c> where the template has no help.</summary>
    public string? Help => Template.Help is { } help ? Fill(help) : null;

    /// <summary>What is wrong, with its values filled in.</summary>
    public override string ToString() => Fill(Template.Text);

    private string Fill(string text)
    {
        var filled = new StringBuilder(text.Length + 32);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if ((c == '{' || c == '}') && i + 1 < text.Length && text[i + 1] == c)
            {
                filled.Append(c);
                i++;
            }
            else if (
                c == '{'
                && text.IndexOf('}', i) is int close and > 0
                && int.TryParse(
                    text.Substring(i + 1, close - i - 1),
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out int index
                )
                && index < Arguments.Length
            )
            {
                filled.Append(Arguments[index]);
                i = close;
            }
            else
            {
                filled.Append(c);
            }
        }

        return filled.ToString();
    }
}
