using System.Collections.Immutable;
using System.Xml;
using System.Xml.Linq;
using DockerfileLint.Analysis;
using DockerfileLint.Diagnostics;
using DockerfileLint.Text;

namespace DockerfileLint.MSBuild;

/// <summary>A finding at a property of the project.</summary>
internal sealed record ContainerFinding(
    RuleDescriptor Rule,
    Severity Severity,
    DiagnosticMessage Message,
    LinePositionSpan? Lines
);

/// <summary>
/// What the properties of <c>dotnet publish /t:PublishContainer</c> say of the image, judged as the Dockerfile that
/// would make the same one.
/// </summary>
internal sealed class ContainerProperties(
    string projectFile,
    string baseImage,
    string user,
    ImmutableArray<string> ports
)
{
    /// <summary>The rules that make sense of three instructions without a file system.</summary>
    private static readonly string[] Rules = ["DL3002", "DL3006", "DL3007", "DL3026", "DL5014", "DL5027", "DL3011"];

    internal IEnumerable<ContainerFinding> Lint(Linter linter)
    {
        // The SDK takes Microsoft's image of the framework where the project names none.
        string text = $"FROM {(baseImage.Length > 0 ? baseImage : "mcr.microsoft.com/dotnet/runtime-deps:10.0")}\n";
        var origins = new List<(string Element, string? Include)> { ("ContainerBaseImage", null) };
        if (user.Length > 0)
        {
            text += $"USER {user}\n";
            origins.Add(("ContainerUser", null));
        }

        foreach (string port in ports)
        {
            text += $"EXPOSE {port}\n";
            origins.Add(("ContainerPort", port));
        }

        foreach (Finding finding in linter.Lint("Dockerfile", text).Findings)
        {
            int line = finding.Location.LineSpan.Start.Line;
            bool isWritten = line > 0 || baseImage.Length > 0;
            if (isWritten && line < origins.Count && Array.IndexOf(Rules, finding.Rule.Id) >= 0)
            {
                yield return new ContainerFinding(
                    finding.Rule,
                    finding.Severity,
                    finding.Message,
                    Find(origins[line].Element, origins[line].Include)
                );
            }
        }
    }

    /// <summary>Where the project file sets something; <c>null</c> where another file does.</summary>
    private LinePositionSpan? Find(string name, string? include)
    {
        XDocument document;
        try
        {
            using var reader = XmlReader.Create(
                projectFile,
                new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null }
            );
            document = XDocument.Load(reader, LoadOptions.SetLineInfo);
        }
        catch (XmlException)
        {
            return null;
        }

        IXmlLineInfo? place = document
            .Descendants()
            .LastOrDefault(element =>
                element.Name.LocalName == name
                && (include is null || element.Attribute("Include")?.Value.Split(';').Contains(include) == true)
            );
        if (place?.HasLineInfo() != true)
        {
            return null;
        }

        var start = new LinePosition(place.LineNumber - 1, place.LinePosition - 1);
        return new LinePositionSpan(start, new LinePosition(start.Line, start.Character + name.Length));
    }
}
