using System.Globalization;
using System.Text;
using DockerfileLint.CommandLine.Programs;
using DockerfileLint.Reporting;

namespace DockerfileLint.CommandLine.Changes;

/// <summary>
/// Asks git what a branch changed. It is started for <c>--changed-since</c> alone, as an absolute path out of PATH, and
/// in such a way that nothing of the repository's configuration is run: no hooks, no monitor of files, no filters, no
/// programs for diffs or texts, no pager, no transport.
/// </summary>
internal sealed class GitDiff(string program, string folder, CancellationToken cancellation)
{
    internal const string OptionName = "--changed-since";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private static readonly (string Key, string Value)[] Settings =
    [
        ("core.fsmonitor", ""),
        ("core.hooksPath", "/dev/null"),
        ("core.pager", "cat"),
        ("core.untrackedCache", "false"),
        ("submodule.recurse", "false"),
    ];

    // What the program is told beside these: the filters of the repository, which are switched off.
    private IReadOnlyList<(string Key, string Value)> _settings = Settings;

    /// <summary>Reads what the working tree has that the branch's start had not.</summary>
    /// <param name="revision">A commit, a branch or a tag.</param>
    /// <param name="folder">Absolute path of the linted root; paths are relative to it.</param>
    /// <param name="environment">Where PATH is.</param>
    /// <param name="cancellation">Ends git.</param>
    /// <exception cref="UsageException">There is no git, no repository or no such revision.</exception>
    /// <exception cref="OperationCanceledException">The user interrupted.</exception>
    internal static ChangedLines Read(
        string revision,
        string folder,
        CommandLineEnvironment environment,
        CancellationToken cancellation
    )
    {
        string program =
            ExternalProgram.Find("git", environment.GetVariable("PATH"))
            ?? throw new UsageException($"{OptionName} needs git, which is not in PATH.");
        if (revision.Length == 0 || revision.Contains('\0'))
        {
            throw new UsageException($"{OptionName}: the revision is empty or holds a NUL character.");
        }

        return new GitDiff(program, folder, cancellation).Read(revision);
    }

    private ChangedLines Read(string revision)
    {
        _settings = [.. Settings, .. FindFilters()];
        var changes = new ChangedLines();
        string diff = Run(
            "diff",
            "--merge-base",
            "--unified=0",
            "--relative",
            "--no-color",
            "--no-ext-diff",
            "--no-textconv",
            "--no-renames",
            "--ignore-submodules=all",
            "--src-prefix=a/",
            "--dst-prefix=b/",
            "--end-of-options",
            revision,
            "--"
        );
        if (!UnifiedDiffReader.TryRead(diff, changes, path => path))
        {
            throw new UsageException($"{OptionName} '{revision}': what git wrote is no diff.");
        }

        // What nobody has added yet is new, too.
        foreach (string path in Run("ls-files", "-z", "--others", "--exclude-standard").Split('\0'))
        {
            if (path.Length > 0)
            {
                changes.AddWhole(path);
            }
        }

        return changes;
    }

    /// <summary>
    /// Switches off what the configuration has as filters: git would run them over files that it compares.
    /// </summary>
    private IEnumerable<(string Key, string Value)> FindFilters()
    {
        ProgramOutput output = Start("config", "-z", "--name-only", "--get-regexp", @"^filter\.");

        // 1 says that there is none.
        if (output.Failure is not null || output.ExitCode is not (0 or 1))
        {
            throw Failed(output);
        }

        foreach (string key in Encoding.UTF8.GetString(output.Bytes).Split('\0').Distinct(StringComparer.Ordinal))
        {
            if (key.Length > 0)
            {
                yield return (key, key.EndsWith(".required", StringComparison.Ordinal) ? "false" : "");
            }
        }
    }

    private string Run(params string[] arguments)
    {
        ProgramOutput output = Start(arguments);
        return output.Failure is null && output.ExitCode == 0
            ? Encoding.UTF8.GetString(output.Bytes)
            : throw Failed(output);
    }

    private ProgramOutput Start(params string[] arguments)
    {
        using var git = new ExternalProgram(program, Configure);
        return git.Run(folder, ["--no-pager", "--literal-pathspecs", .. arguments], Limit, cancellation);
    }

    private static UsageException Failed(ProgramOutput output) =>
        new($"{OptionName}: git failed, {VisibleText.Escape(output.Failure ?? output.Describe())}.");

    private void Configure(IDictionary<string, string?> variables)
    {
        // Variables of git lead it elsewhere, to other programs too; the user's configuration stays, since it says
        // which repositories are the user's own.
        foreach (string name in variables.Keys.ToArray())
        {
            if (
                name.StartsWith("GIT_", StringComparison.OrdinalIgnoreCase)
                && !name.Equals("GIT_CONFIG_GLOBAL", StringComparison.OrdinalIgnoreCase)
            )
            {
                variables.Remove(name);
            }
        }

        variables["GIT_CONFIG_NOSYSTEM"] = "1";
        variables["GIT_TERMINAL_PROMPT"] = "0";
        variables["GIT_OPTIONAL_LOCKS"] = "0";
        variables["GIT_NO_LAZY_FETCH"] = "1";
        variables["GIT_ALLOW_PROTOCOL"] = "none";
        variables["LC_ALL"] = "C";
        variables["GIT_CONFIG_COUNT"] = _settings.Count.ToString(CultureInfo.InvariantCulture);
        for (int i = 0; i < _settings.Count; i++)
        {
            string number = i.ToString(CultureInfo.InvariantCulture);
            variables["GIT_CONFIG_KEY_" + number] = _settings[i].Key;
            variables["GIT_CONFIG_VALUE_" + number] = _settings[i].Value;
        }
    }
}
