using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.BuildSteps;

[Rule("DL3003")]
internal sealed partial class FolderChangedInRun : DockerfileRule
{
    /// <summary>Folders where a step passes through to leave something there, with all that lies below.</summary>
    private static readonly string[] SystemTrees =
    [
        "/tmp",
        "/var/tmp",
        "/bin",
        "/sbin",
        "/lib",
        "/lib64",
        "/etc",
        "/usr/bin",
        "/usr/sbin",
        "/usr/lib",
        "/usr/lib64",
        "/usr/include",
        "/usr/local/bin",
        "/usr/local/etc",
        "/usr/local/include",
        "/usr/local/lib",
    ];

    /// <summary>Such folders below which applications have theirs.</summary>
    private static readonly HashSet<string> SystemFolders = new(StringComparer.Ordinal)
    {
        "",
        "/home",
        "/media",
        "/mnt",
        "/opt",
        "/root",
        "/srv",
        "/usr",
        "/usr/local",
        "/usr/local/share",
        "/usr/local/src",
        "/usr/share",
        "/usr/src",
        "/var",
        "/var/cache",
        "/var/lib",
        "/var/www",
    };

    public override IReadOnlyCollection<string> Programs => ["cd"];

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        if (CouldBeWorkdir(command))
        {
            context.Report(command.FullSpan, Message(command: GetText(command, context)));
        }
    }

    /// <summary>The command as it is written, without the marks between the strings of an exec form.</summary>
    internal static string GetText(RunCommand command, DockerfileRuleContext context) =>
        command.Script.IsExecForm
            ? string.Join(" ", command.Arguments.Select(word => word.Text).Prepend(command.NameWord.Text))
            : context.File.Text.ToString(command.FullSpan);

    /// <summary>
    /// Whether WORKDIR says the same: the first thing that the step does is to go to one folder, and it stays there.
    /// The step may be a shell in exec form that is given the script.
    /// </summary>
    private static bool CouldBeWorkdir(RunCommand command)
    {
        InstructionScript script = command.Script;
        int first = script.IsExecForm && command.Syntax.Script.Host is not null ? 1 : 0;
        return command.Index == first
            && script.RunCommands.Count(other => other.Name is "cd" or "pushd") == 1
            && command.Arguments.Length == 1
            && command.Arguments[0].Text is { Length: > 0 } folder
            && folder[0] is not ('-' or '~')
            && !IsPassedThrough(folder)
            && !script.RunCommands.Any(Installs)
            && folder.IndexOf("${...}", StringComparison.Ordinal) < 0
            && command.Syntax.Pipeline is { Commands.Length: 1 } pipeline
            && pipeline.Parent is ShellListSyntax { Parent: ShellScriptSyntax };
    }

    /// <summary>
    /// Whether nobody would make a folder that of later steps or of the container: one for temporary files, or one of
    /// the system.
    /// </summary>
    private static bool IsPassedThrough(string folder) =>
        Array.Exists(SystemTrees, tree => HostPaths.IsWithin(folder, tree))
        || SystemFolders.Contains(folder.TrimEnd('/'))
        || folder.TrimEnd('/') is "$HOME" or "${HOME}" or "$JAVA_HOME" or "${JAVA_HOME}";

    /// <summary>Whether a command installs what is built in the folder, which matters to nobody afterwards.</summary>
    private static bool Installs(RunCommand command) =>
        command.Name is "configure" or "cmake"
        || (command.Name is "make" or "gmake" or "ninja" or "meson" && command.HasArgument("install"));
}
