namespace DockerfileLint.Syntax.Values;

/// <summary>
/// Licence expressions of SPDX: known identifiers, joined by AND and OR, with exceptions behind WITH and in any
/// parentheses. Identifiers are compared without regard to case.
/// </summary>
internal static class SpdxExpression
{
    /// <summary>Whether a text is a licence expression.</summary>
    internal static bool IsExpression(string text)
    {
        int depth = 0;
        bool expectsLicense = true;
        bool allowsException = false;
        Queue<string> tokens = Tokenize(text);
        while (tokens.Count > 0)
        {
            string token = tokens.Dequeue();
            if (expectsLicense)
            {
                if (token == "(")
                {
                    depth++;
                }
                else if (IsLicense(token))
                {
                    expectsLicense = false;
                    allowsException = true;
                }
                else
                {
                    return false;
                }
            }
            else if (token == ")" && depth > 0)
            {
                depth--;
                allowsException = false;
            }
            else if (
                IsOperator(token, "WITH")
                && allowsException
                && tokens.Count > 0
                && SpdxLicenses.IsException(tokens.Dequeue())
            )
            {
                allowsException = false;
            }
            else if (IsOperator(token, "AND") || IsOperator(token, "OR"))
            {
                expectsLicense = true;
            }
            else
            {
                return false;
            }
        }

        return !expectsLicense && depth == 0;
    }

    /// <summary>
    /// A plus stands for this version or any later one. References name licences that are no part of the list.
    /// </summary>
    private static bool IsLicense(string text)
    {
        string id = text.EndsWith("+", StringComparison.Ordinal) ? text.Substring(0, text.Length - 1) : text;
        return SpdxLicenses.IsLicense(id) || IsReference(text);
    }

    private static bool IsReference(string text)
    {
        const string Document = "DocumentRef-";
        const string License = "LicenseRef-";
        int colon = text.IndexOf(':');
        string license = text.Substring(colon + 1);
        string document = text.Substring(0, Math.Max(0, colon));
        return license.Length > License.Length
            && license.StartsWith(License, StringComparison.Ordinal)
            && license.All(IsIdCharacter)
            && (
                colon < 0
                || (
                    document.Length > Document.Length
                    && document.StartsWith(Document, StringComparison.Ordinal)
                    && document.All(IsIdCharacter)
                )
            );
    }

    private static bool IsIdCharacter(char c) =>
        c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '.';

    private static bool IsOperator(string token, string name) => token.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static Queue<string> Tokenize(string text)
    {
        var tokens = new Queue<string>();
        foreach (
            string word in text.Replace("(", " ( ")
                .Replace(")", " ) ")
                .Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)
        )
        {
            tokens.Enqueue(word);
        }

        return tokens;
    }
}
