using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics.Commands;
using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.Packages;

/// <summary>Reports the packages of one installation as one finding.</summary>
internal static class PackageWords
{
    private const int NamesShown = 3;

    /// <summary>Reports words of a command at the first of them, if there are any.</summary>
    internal static void Report(DockerfileRuleContext context, IEnumerable<CommandWord> words, Func<string, DiagnosticMessage> message)
    {
        CommandWord[] found = [.. words];
        if (found.Length > 0)
        {
            string names = string.Join(", ", found.Take(NamesShown).Select(word => word.Text));
            int more = found.Length - NamesShown;
            context.Report(found[0].Span, message(more > 0 ? $"{names} and {more} more" : names));
        }
    }

    /// <summary>Whether a later command of the same script deletes a folder or what is in it.</summary>
    internal static bool IsDeletedAfter(RunCommand command, string folder)
    {
        foreach (RunCommand other in command.Script.RunCommands)
        {
            if (other.Span.Start > command.Span.Start && other.Name is "rm" or "find" && other.Arguments.Any(word => MayDelete(word, folder)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a word of rm reaches a folder: it names the folder, one around it or what is below, or is not known.</summary>
    private static bool MayDelete(CommandWord word, string folder)
    {
        string path = word.Text;
        if (!word.IsStatic)
        {
            return true;
        }

        int brace = path.IndexOf('{');
        if (brace >= 0)
        {
            return folder.StartsWith(path.Substring(0, brace), StringComparison.Ordinal) || path.StartsWith(folder, StringComparison.Ordinal);
        }

        path = path.TrimEnd('*').TrimEnd('/');
        return path.Length > 1 && path[0] != '-' && (folder == path || folder.StartsWith($"{path}/", StringComparison.Ordinal) || path.StartsWith(folder, StringComparison.Ordinal)
            || (folder[0] == '.' && path.IndexOf(folder, StringComparison.Ordinal) >= 0));
    }
}
