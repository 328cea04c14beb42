using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Instructions;

[Rule("DL5015")]
internal sealed partial class WorkdirInSystemDirectory : DockerfileRule
{
    /// <summary>Folders that the kernel or the boot fills.</summary>
    private static readonly string[] SystemFolders = ["/proc", "/sys", "/dev", "/boot", "/initrd", "/lost+found"];

    public override bool VisitsTriggers => true;

    public override void VisitWorkdir(WorkdirInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (
            instruction.Path is not { } word
            || !context.Expand(word).TryGetValue(out string? expanded)
            || !expanded.StartsWith("/", StringComparison.Ordinal)
        )
        {
            return;
        }

        string path = ContextPath.Clean(expanded);
        if (IsDescriptor(path))
        {
            context.Report(word.Span, MessageDescriptor(path: word.Text), DescriptorTier);
        }
        else if (Array.Find(SystemFolders, folder => HostPaths.IsWithin(path, folder)) is { } system)
        {
            context.Report(word.Span, Message(path: word.Text, folder: system));
        }
    }

    /// <summary>Whether a path goes through the open files of a process: <c>/proc/self/fd/8</c>.</summary>
    private static bool IsDescriptor(string path)
    {
        string[] segments = path.Split('/');
        return segments.Length > 3 && segments[1] == "proc" && (segments[3] is "fd" or "cwd" or "root");
    }
}
