using DockerfileLint.Site;

if (args is not [string repository, string output])
{
    Console.Error.WriteLine("usage: dotnet run --project eng/site -- REPOSITORY OUTPUT");
    return 2;
}

SiteFiles site = SiteFiles.Create(repository);
site.WriteTo(output);
IReadOnlyList<string> problems = LinkChecker.Check(site);
foreach (string problem in problems)
{
    Console.Error.WriteLine(problem);
}

Console.WriteLine($"{site.Pages.Count} pages, {problems.Count} problems");
return problems.Count == 0 ? 0 : 1;
