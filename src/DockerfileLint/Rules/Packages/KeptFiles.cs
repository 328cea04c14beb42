using DockerfileLint.Semantics.Commands;
using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.Packages;

/// <summary>Tells whether what a package manager downloads is still there at the end of a step.</summary>
internal static class KeptFiles
{
    private static readonly char[] PatternStarts = ['{', '[', '?', '*'];

    /// <summary>
    /// Whether a later command of the same step deletes a folder or what is in it. A script that has its name from
    /// cleaning is trusted to do so.
    /// </summary>
    internal static bool AreDeletedAfter(RunCommand command, string folder) =>
        command.IsFollowedBy(other =>
            (other.Name is "rm" or "find" && other.Arguments.Any(word => MayDelete(word, folder)))
            || IsCleaningScript(other)
        );

    /// <summary>
    /// Whether the caches of a package manager stay out of the layer: they are mounted, or a later command of the same
    /// step empties them.
    /// </summary>
    internal static bool AreEmptiedAfter(RunCommand command, PackageManager manager)
    {
        foreach (string folder in manager.Caches)
        {
            if (command.HasMountOn(folder) || AreDeletedAfter(command, folder))
            {
                return true;
            }
        }

        return command.IsFollowedBy(other => Empties(other, manager));
    }

    /// <summary>
    /// Whether a command fills the caches of its package manager and nothing empties them after it. Of several such
    /// commands in one step the last one is meant, for cleaning after it is enough.
    /// </summary>
    internal static bool AreLeft(RunCommand command, PackageManager manager) =>
        Fills(command, manager)
        && !command.IsFollowedBy(other =>
            PackageManager.Find(other.Name) is { } same && same.Caches == manager.Caches && Fills(other, same)
        )
        && !AreEmptiedAfter(command, manager);

    private static bool Fills(RunCommand command, PackageManager manager) =>
        manager.GetOperation(command.Line) is { } operation
        && (PackageManager.Is(operation, manager.Install) || PackageManager.Is(operation, manager.Upgrade));

    private static bool Empties(RunCommand command, PackageManager manager) =>
        PackageManager.Find(command.Name) is { } other
        && other.Caches == manager.Caches
        && PackageManager.Is(command.Subcommand, other.Clean)
        && (
            other.CleanScopes.Length == 0
            || command.Line.Operands.Any(word => !word.IsStatic || PackageManager.Is(word.Text, other.CleanScopes))
        );

    private static bool IsCleaningScript(RunCommand command) =>
        SaysClean(command.Name)
        || (
            command.Name is "sh" or "bash" or "ash" or "source" or "."
            && command.Arguments.FirstOrDefault(word => !word.Text.StartsWith("-", StringComparison.Ordinal)).Text
                is { } script
            && script.IndexOf(' ') < 0
            && SaysClean(script)
        );

    private static bool SaysClean(string name) => name.IndexOf("clean", StringComparison.OrdinalIgnoreCase) >= 0;

    /// <summary>
    /// Whether a word of rm reaches a folder: it names the folder, one around it or what is below, or is not known.
    /// </summary>
    private static bool MayDelete(CommandWord word, string folder)
    {
        string path = word.Text;
        if (!word.IsStatic)
        {
            return true;
        }

        path = path.TrimEnd('*');
        int pattern = path.IndexOfAny(PatternStarts);
        if (pattern >= 0)
        {
            string start = path.Substring(0, pattern);
            return path.StartsWith(folder, StringComparison.Ordinal)
                || (
                    folder[0] == '/'
                        ? folder.StartsWith(start, StringComparison.Ordinal)
                        : start is "/"
                            || start.StartsWith("/root/", StringComparison.Ordinal)
                            || start.StartsWith("~", StringComparison.Ordinal)
                );
        }

        path = path.TrimEnd('/');
        return path.Length > 1 && path[0] != '-' && FolderName.Reaches(path, folder);
    }
}
