// Compares the table of default users, src/DockerfileLint/Semantics/Dockerfiles/BaseImageUsers.cs, with the images of
// Docker Hub: prints each repository of the table whose newest image has another kind of user than the table says.
//
//   dotnet run eng/review-base-image-users.cs
//
// Run it by hand, for it asks a registry about every image, and change the table where it is wrong, with the date in
// its head. An image whose entry point gives up root has no user in its configuration: it belongs to the images that
// drop root, which a look into its entry point decides.

using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;

string path = Path.Combine(FindRoot(), "src", "DockerfileLint", "Semantics", "Dockerfiles", "BaseImageUsers.cs");
string table = File.ReadAllText(path);
using var client = new HttpClient();
int wrong = 0;
(string List, bool IsRoot)[] lists =
[
    ("RootRepositories", true),
    ("DroppingRepositories", true),
    ("Unprivileged", false),
];
foreach ((string list, bool isRoot) in lists)
{
    foreach (string repository in FindRepositories(table, list))
    {
        string? user = await FindUserAsync(repository);
        if (user is not null && (user is "" or "root" or "0" or "0:0") != isRoot)
        {
            wrong++;
            Console.WriteLine($"{repository} is among {list}, but starts as '{user}'.");
        }
    }
}

Console.WriteLine($"{wrong} to look at.");
return 0;

// Repositories of other registries, and organizations, are reviewed by eye.
static IEnumerable<string> FindRepositories(string table, string list)
{
    Match match = Regex.Match(table, $@"\b{list} =[^\[{{]*[\[{{](?<items>.*?)\n    [\]}}];", RegexOptions.Singleline);
    return Regex
        .Matches(match.Groups["items"].Value, """(?m)^\s*\[?"(?<name>[a-z0-9./_-]+)"\]?( = |,)""")
        .Select(item => item.Groups["name"].Value)
        .Where(name => !name.EndsWith('/') && !name.Split('/')[0].Contains('.'));
}

async Task<string?> FindUserAsync(string repository)
{
    string name = repository.Contains('/') ? repository : "library/" + repository;
    try
    {
        string token = (
            await GetAsync(
                $"https://auth.docker.io/token?service=registry.docker.io&scope=repository:{name}:pull",
                token: null
            )
        )
            .GetProperty("token")
            .GetString()!;
        string tags = $"https://hub.docker.com/v2/repositories/{name}/tags?page_size=1&ordering=last_updated";
        string tag = (await GetAsync(tags, token: null)).GetProperty("results")[0].GetProperty("name").GetString()!;
        string registry = $"https://registry-1.docker.io/v2/{name}";
        JsonElement manifest = await GetAsync($"{registry}/manifests/{tag}", token);
        if (manifest.TryGetProperty("manifests", out JsonElement platforms))
        {
            string digest = platforms[0].GetProperty("digest").GetString()!;
            manifest = await GetAsync($"{registry}/manifests/{digest}", token);
        }

        string config = manifest.GetProperty("config").GetProperty("digest").GetString()!;
        JsonElement image = await GetAsync($"{registry}/blobs/{config}", token);
        return
            image.TryGetProperty("config", out JsonElement settings)
            && settings.TryGetProperty("User", out JsonElement user)
            ? user.GetString()
            : "";
    }
    catch (Exception exception)
        when (exception is HttpRequestException or KeyNotFoundException or IndexOutOfRangeException)
    {
        Console.Error.WriteLine($"{repository}: {exception.Message}");
        return null;
    }
}

async Task<JsonElement> GetAsync(string address, string? token)
{
    using var request = new HttpRequestMessage(HttpMethod.Get, address);
    foreach (
        string type in new[]
        {
            "application/vnd.oci.image.index.v1+json",
            "application/vnd.docker.distribution.manifest.list.v2+json",
            "application/vnd.oci.image.manifest.v1+json",
            "application/vnd.docker.distribution.manifest.v2+json",
            "application/json",
        }
    )
    {
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(type));
    }

    request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
    using HttpResponseMessage response = await client.SendAsync(request);
    response.EnsureSuccessStatusCode();
    using JsonDocument document = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
    return document.RootElement.Clone();
}

static string FindRoot()
{
    string? folder = Directory.GetCurrentDirectory();
    while (folder is not null && !File.Exists(Path.Combine(folder, "DockerfileLint.sln")))
    {
        folder = Path.GetDirectoryName(folder);
    }

    return folder ?? throw new InvalidOperationException("Run this in a checkout of the repository.");
}
