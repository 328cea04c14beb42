using System.Text;
using DockerfileLint.Files;

namespace DockerfileLint.CommandLine.Changes;

/// <summary>Reads a diff that the command line names.</summary>
internal static class DiffFile
{
    internal const string OptionName = "--changes";

    private const int MaxLength = 64 * 1024 * 1024;

    /// <summary>Reads a diff.</summary>
    /// <param name="path">The file as it was given; <c>-</c> for standard input.</param>
    /// <param name="root">Absolute path of the linted root.</param>
    /// <param name="environment">Where standard input and the working directory are.</param>
    /// <exception cref="UsageException">It cannot be read, or is no diff.</exception>
    internal static ChangedLines Read(string path, string root, CommandLineEnvironment environment)
    {
        var changes = new ChangedLines();
        return UnifiedDiffReader.TryRead(ReadText(path, environment), changes, CreateResolver(root))
            ? changes
            : throw new UsageException($"{OptionName} '{path}' is no unified diff, as 'git diff -U0' writes it.");
    }

    private static string ReadText(string path, CommandLineEnvironment environment)
    {
        try
        {
            if (path == "-")
            {
                return ReadText(environment.StandardInput);
            }

            using FileStream stream = File.OpenRead(Path.GetFullPath(path, environment.WorkingDirectory));
            return ReadText(stream);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException($"{OptionName} '{path}' cannot be read: {FileReader.Explain(exception).Phrase}.");
        }
    }

    private static string ReadText(Stream stream)
    {
        using var read = new MemoryStream();
        byte[] buffer = new byte[64 * 1024];
        int count;
        while ((count = stream.Read(buffer)) > 0)
        {
            if (read.Length + count > MaxLength)
            {
                throw new UsageException($"{OptionName}: the diff is longer than {MaxLength} bytes.");
            }

            read.Write(buffer, 0, count);
        }

        return Encoding.UTF8.GetString(read.GetBuffer(), 0, (int)read.Length);
    }

    /// <summary>
    /// Paths in a diff are relative to the top of the repository, and to the working directory where that is no
    /// repository.
    /// </summary>
    private static Func<string, string?> CreateResolver(string root)
    {
        string prefix =
            RepositoryRoot.Find(root) is { } top && top != root
                ? Path.GetRelativePath(top, root).Replace(Path.DirectorySeparatorChar, '/') + "/"
                : "";
        return path =>
            prefix.Length == 0 ? path
            : path.StartsWith(prefix, StringComparison.Ordinal) ? path[prefix.Length..]
            : File.Exists(Path.Combine(root, path)) ? path
            : null;
    }
}
