using DockerfileLint.Semantics.Commands;

namespace DockerfileLint.Rules.Packages;

/// <summary>
/// Tells which packages of yum and dnf carry a version. Names hold dashes and digits as versions do, so that this is a
/// guess.
/// </summary>
internal static class RpmPackages
{
    /// <summary>The packages of an installation that carry none.</summary>
    internal static IEnumerable<CommandWord> FindUnpinned(ParsedCommandLine line)
    {
        if (InstallsModules(line))
        {
            return line.Operands.Skip(1).Where(word => word.IsStatic && word.Text.IndexOf(':') < 0);
        }

        return line.Subcommand is "install" or "in" or "localinstall"
            ? line.Operands.Where(word => word.IsStatic && !IsPinned(word.Text))
            : [];
    }

    /// <summary>Whether it is <c>dnf module install</c>.</summary>
    internal static bool InstallsModules(ParsedCommandLine line) =>
        line.Subcommand == "module" && !line.Operands.IsEmpty && line.Operands[0].Text == "install";

    /// <summary>
    /// The last part after a dash is a version or a release, both of which begin with a digit. Files, groups and what a
    /// package provides have no version to choose.
    /// </summary>
    private static bool IsPinned(string word)
    {
        if (
            word.Length == 0
            || word[0] == '@'
            || word.IndexOfAny(['/', '(', '=', '<', '>']) >= 0
            || word.EndsWith(".rpm", StringComparison.Ordinal)
        )
        {
            return true;
        }

        int dash = word.LastIndexOf('-');
        return dash > 0 && dash + 1 < word.Length && IsDigit(word[dash + 1]);
    }

    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}
