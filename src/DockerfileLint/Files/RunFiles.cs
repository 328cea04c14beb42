using System.Collections.Concurrent;
using DockerfileLint.Text;

namespace DockerfileLint.Files;

/// <summary>
/// The files of a run: those to lint, wherever they lie and under the path that they have in the output, and those
/// below the root. Safe to use from several threads.
/// </summary>
/// <param name="root">Absolute path of the root.</param>
/// <param name="standardInput">Where standard input is.</param>
/// <param name="budget">How long files may be, or <c>null</c> for the default.</param>
/// <param name="keepsListings">
/// Whether what walks have listed is believed as long as the files are used, as in a run that reads everything once.
/// </param>
internal sealed class RunFiles(
    string root,
    Stream standardInput,
    AnalysisBudget? budget = null,
    bool keepsListings = false
) : IListedFiles
{
    private readonly ListedFolders? _listed = keepsListings ? new() : null;
    private readonly FolderFiles _folder = new(root, budget);
    private readonly ConcurrentDictionary<string, InputFile> _inputs = new(StringComparer.Ordinal);

    /// <summary>Makes a file to lint known.</summary>
    internal void Add(InputFile input)
    {
        if (_inputs.TryAdd(input.Path, input))
        {
            _listed?.Enter(input);
        }
    }

    /// <summary>Forgets a file to lint, which has been linted.</summary>
    internal void Remove(InputFile input)
    {
        if (_inputs.TryRemove(input.Path, out InputFile? removed))
        {
            _listed?.Leave(removed);
        }
    }

    /// <inheritdoc/>
    public bool AreMissing(string folder, ReadOnlySpan<string> names)
    {
        NotedFiles kinds = NotedFiles.None;
        foreach (string name in names)
        {
            NotedFiles kind = NotedFileNames.GetKind(name);
            if (kind == NotedFiles.None)
            {
                return false;
            }

            kinds |= kind;
        }

        return Lack(folder, kinds);
    }

    /// <inheritdoc/>
    public bool IsMissing(string path)
    {
        int slash = path.LastIndexOf('/');
        NotedFiles kind = NotedFileNames.GetKind(path.AsSpan(slash + 1));
        return kind != NotedFiles.None && Lack(path.AsSpan(0, Math.Max(0, slash)), kind);
    }

    private bool Lack(ReadOnlySpan<char> folder, NotedFiles kinds) =>
        _listed is not null && _folder.RealRoot is { } root && _listed.Lack(Join(root, folder), kinds);

    private static string Join(string root, ReadOnlySpan<char> folder)
    {
        if (folder.Length == 0)
        {
            return root;
        }

        string path = Path.Join(root, folder);
        return Path.DirectorySeparatorChar == '/' ? path : path.Replace('/', Path.DirectorySeparatorChar);
    }

    /// <inheritdoc/>
    public SourceFileLookup Find(string path) =>
        _inputs.TryGetValue(path, out InputFile? input) ? Read(input, standardInput, budget) : _folder.Find(path);

    /// <summary>Reads a file to lint.</summary>
    internal static SourceFileLookup Read(InputFile input, Stream standardInput, AnalysisBudget? budget = null)
    {
        if (input.Problem is { } problem)
        {
            return SourceFileLookup.Unreadable(problem, input.ProblemDetail);
        }

        ReadOutcome outcome = input.IsStream
            ? ReadStream(input, standardInput, budget)
            : FileReader.Read(input.FullPath, budget);
        return outcome.Text is { } text
            ? SourceFileLookup.Found(new SourceFile(input.Path, text))
            : SourceFileLookup.Unreadable(outcome.Reason, outcome.Detail);
    }

    private static ReadOutcome ReadStream(InputFile input, Stream standardInput, AnalysisBudget? budget)
    {
        try
        {
            using Stream? own =
                input.FullPath.Length == 0
                    ? null
                    : new FileStream(input.FullPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            return FileReader.Read(own ?? standardInput, budget: budget);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return FileReader.Explain(exception);
        }
    }
}
