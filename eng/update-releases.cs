// Writes the table of releases, src/DockerfileLint/Semantics/ReleaseTable.cs, anew from https://endoflife.date.
//
//   dotnet run eng/update-releases.cs                  all products of the table
//   dotnet run eng/update-releases.cs -- --from DIR    from DIR/PRODUCT.json instead of the network
//
// Run it by hand before a release, read the difference, and run the tests. Releases that the source has dropped stay
// as they are, and so do their names; the date of the table becomes today's.

using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

string? folder = args is ["--from", var given] ? given : null;
string path = Path.Combine(FindRoot(), "src", "DockerfileLint", "Semantics", "ReleaseTable.cs");
string table = File.ReadAllText(path);
using var client = new HttpClient();
var products = Regex.Matches(
    table,
    """new\(\s*"(?<id>[a-z-]+)",\s*"(?<name>[^"]+)",\s*\[(?<releases>[^\]]*)\]\s*\)""",
    RegexOptions.CultureInvariant
);
var text = new StringBuilder();
int last = 0;
foreach (Match product in products)
{
    string id = product.Groups["id"].Value;
    Group releases = product.Groups["releases"];
    var known = Regex
        .Matches(releases.Value, """new\("([^"]*)", "([^"]*)", "([^"]*)"\)""")
        .Select(match => new Row(match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value))
        .ToList();
    List<Row> found = await ReadAsync(id);
    Row[] kept = [.. known.Where(row => found.TrueForAll(other => other.Version != row.Version))];
    found = [.. found.Select(row => row.CodeName == "" ? row with { CodeName = FindName(known, row) } : row)];
    foreach (Row row in found.Except(known))
    {
        Console.WriteLine($"{id} {row.Version} {row.CodeName}: {(row.End == "" ? "supported" : row.End)}");
    }

    text.Append(table, last, releases.Index - last);
    foreach (Row row in found.Concat(kept))
    {
        text.Append(
            CultureInfo.InvariantCulture,
            $"\n                new(\"{row.Version}\", \"{row.CodeName}\", \"{row.End}\"),"
        );
    }

    text.Append("\n            ");
    last = releases.Index + releases.Length;
}

text.Append(table, last, table.Length - last);
string today = DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
File.WriteAllText(path, Regex.Replace(text.ToString(), """(?<=string Date = ")[0-9-]+""", today));
return 0;

async Task<List<Row>> ReadAsync(string id)
{
    string json = folder is null
        ? await client.GetStringAsync(new Uri($"https://endoflife.date/api/v1/products/{id}"))
        : File.ReadAllText(Path.Combine(folder, id + ".json"));
    using JsonDocument document = JsonDocument.Parse(json);
    var rows = new List<Row>();
    foreach (JsonElement release in document.RootElement.GetProperty("result").GetProperty("releases").EnumerateArray())
    {
        // Tags of the images of .NET have two numbers, those of CentOS Stream begin with its second word.
        string version = release.GetProperty("name").GetString()!;
        version =
            id == "dotnet" && !version.Contains('.') ? version + ".0"
            : id == "centos-stream" ? "stream" + version
            : version;

        // Debian's long-term support reaches everybody; what others extend has to be paid for.
        string end = id == "debian" ? GetDate(release, "eoesFrom") : "";
        end = end == "" ? GetDate(release, "eolFrom") : end;
        bool isOver = release.TryGetProperty("isEol", out JsonElement isEol) && isEol.GetBoolean();
        if (end == "" && isOver)
        {
            Console.Error.WriteLine($"{id} {version} is over, but the source does not say since when; left out.");
            continue;
        }

        rows.Add(new Row(version, GetName(id, release), end));
    }

    return rows;
}

static string GetDate(JsonElement release, string name) =>
    release.TryGetProperty(name, out JsonElement date) && date.ValueKind == JsonValueKind.String
        ? date.GetString()!
        : "";

// Tags have the first word of the code names of distributions.
static string GetName(string id, JsonElement release) =>
    id is "debian" or "ubuntu"
    && release.TryGetProperty("codename", out JsonElement name)
    && name.ValueKind == JsonValueKind.String
        ? name.GetString()!.Split(' ')[0].ToLowerInvariant()
        : "";

static string FindName(List<Row> known, Row row) => known.Find(other => other.Version == row.Version)?.CodeName ?? "";

static string FindRoot()
{
    string? folder = Directory.GetCurrentDirectory();
    while (folder is not null && !File.Exists(Path.Combine(folder, "DockerfileLint.sln")))
    {
        folder = Path.GetDirectoryName(folder);
    }

    return folder ?? throw new InvalidOperationException("Run this in a checkout of the repository.");
}

internal sealed record Row(string Version, string CodeName, string End);
