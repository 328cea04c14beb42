using System.Collections.Immutable;

namespace DockerfileLint.Diagnostics;

/// <summary>What the parts of a descriptor look like, so that every place that takes them can read them.</summary>
internal static class RuleParts
{
    internal static string CheckId(string id, string parameter) =>
        IsId(id ?? throw new ArgumentNullException(parameter))
            ? id
            : throw new ArgumentException(
                $"'{id}' is no id. Allowed: ASCII letters, digits, '-' and '_', beginning with a letter, such as "
                    + "ACME1001.",
                parameter
            );

    internal static string CheckName(string name, string parameter) =>
        IsName(name ?? throw new ArgumentNullException(parameter))
            ? name
            : throw new ArgumentException(
                $"'{name}' is no name. Allowed: lower-case words and digits with '-' between them, such as "
                    + "last-user-is-root.",
                parameter
            );

    internal static ImmutableArray<MessageTemplate> CheckMessages(
        ImmutableArray<MessageTemplate> messages,
        string parameter
    ) =>
        messages.IsDefaultOrEmpty || messages.Any(message => string.IsNullOrWhiteSpace(message.Text))
            ? throw new ArgumentException("A message is empty. Allowed: at least one, each a sentence.", parameter)
            : messages;

    internal static string? CheckHelpUri(string? address, string parameter) =>
        address is null || (Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && uri.Scheme is "http" or "https")
            ? address
            : throw new ArgumentException(
                $"'{address}' is no address of a page. Allowed: an absolute one by http or https, such as "
                    + "https://example.org/rules/ACME1001.",
                parameter
            );

    private static bool IsId(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            bool isAllowed = text[i] switch
            {
                (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') => true,
                (>= '0' and <= '9') or '-' or '_' => i > 0,
                _ => false,
            };
            if (!isAllowed)
            {
                return false;
            }
        }

        return text.Length > 0;
    }

    private static bool IsName(string text)
    {
        bool wordStarts = true;
        for (int i = 0; i < text.Length; i++)
        {
            bool isAllowed = text[i] switch
            {
                >= 'a' and <= 'z' => true,
                >= '0' and <= '9' => i > 0,
                '-' => !wordStarts,
                _ => false,
            };
            if (!isAllowed)
            {
                return false;
            }

            wordStarts = text[i] == '-';
        }

        return !wordStarts;
    }
}
