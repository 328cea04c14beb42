using System.CommandLine;
using System.CommandLine.Parsing;

namespace DockerfileLint.CommandLine.Output;

/// <summary>A report that the command line asks for.</summary>
/// <param name="Format">Name of the format.</param>
/// <param name="Path">The file as given, or <c>null</c> for standard output.</param>
internal sealed record OutputRequest(string Format, string? Path)
{
    internal const string Text = "text";
    internal const string Json = "json";
    internal const string Sarif = "sarif";

    internal const string Checkstyle = "checkstyle";
    internal const string GitLab = "gitlab";
    internal const string JUnit = "junit";
    internal const string SonarQube = "sonarqube";
    internal const string GitHub = "github";
    internal const string Markdown = "markdown";
    internal const string MSBuild = "msbuild";
    internal const string Html = "html";

    /// <summary>The findings as a baseline, which an option of its own asks for.</summary>
    internal const string Baseline = "baseline";

    internal static readonly string[] Formats =
    [
        Text,
        Json,
        Sarif,
        GitHub,
        GitLab,
        Markdown,
        Html,
        MSBuild,
        Checkstyle,
        JUnit,
        SonarQube,
    ];

    /// <summary>Whether a report is read in a log, with all that there is to tell.</summary>
    internal static bool IsForPeople(string format) => format is Text or GitHub or MSBuild;

    /// <summary>
    /// Pairs each <c>--output</c> with the <c>--format</c> before it, or after it where none is before; text to
    /// standard output where nothing is asked for.
    /// </summary>
    /// <param name="result">The command line.</param>
    /// <param name="formatOption">The option for formats.</param>
    /// <param name="outputOption">The option for files.</param>
    /// <param name="formats">The formats that there are.</param>
    /// <exception cref="UsageException">Two reports go to one place.</exception>
    internal static IReadOnlyList<OutputRequest> Read(
        ParseResult result,
        Option formatOption,
        Option outputOption,
        IReadOnlyCollection<string> formats
    )
    {
        var requests = new List<OutputRequest>();
        string? pendingOutput = null;
        for (int i = 0; i + 1 < result.Tokens.Count && result.Tokens[i].Type != TokenType.DoubleDash; i++)
        {
            Token token = result.Tokens[i];
            string value = result.Tokens[i + 1].Value;
            if (token.Type != TokenType.Option)
            {
                continue;
            }

            if (token.Value == formatOption.Name)
            {
                requests.Add(new OutputRequest(value, pendingOutput));
                pendingOutput = null;
            }
            else if (token.Value == outputOption.Name || outputOption.Aliases.Contains(token.Value))
            {
                if (requests is [.., { Path: null } last])
                {
                    requests[^1] = last with { Path = value };
                }
                else if (pendingOutput is null)
                {
                    pendingOutput = value;
                }
                else
                {
                    throw new UsageException(
                        $"--output '{value}' follows no --format of its own; write --format FORMAT --output FILE for "
                            + $"each report."
                    );
                }
            }
        }

        if (pendingOutput is not null)
        {
            if (requests.Count > 0)
            {
                throw new UsageException(
                    $"--output '{pendingOutput}' follows no --format of its own; write --format FORMAT --output FILE "
                        + $"for each report."
                );
            }

            string format = GetFormat(pendingOutput);
            requests.Add(new OutputRequest(formats.Contains(format) ? format : Text, pendingOutput));
        }

        if (requests.Count == 0)
        {
            requests.Add(new OutputRequest(Text, null));
        }

        string[] printed = [.. requests.Where(request => request.Path is null).Select(request => request.Format)];
        if (printed.Length > 1 && !(printed.Length == 2 && printed.Contains(Text) && printed.Contains(GitHub)))
        {
            throw new UsageException(
                "Only one report can go to standard output, or text with github; give the others --output FILE."
            );
        }

        return requests;
    }

    /// <summary>The format of a report of which only the file is given.</summary>
    private static string GetFormat(string path) =>
        path.EndsWith(".sarif", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith(".sarif.json", StringComparison.OrdinalIgnoreCase)
            ? Sarif
        : path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? Json
        : path.EndsWith(".html", StringComparison.OrdinalIgnoreCase) ? Html
        : path.EndsWith(".md", StringComparison.OrdinalIgnoreCase) ? Markdown
        : Text;
}
