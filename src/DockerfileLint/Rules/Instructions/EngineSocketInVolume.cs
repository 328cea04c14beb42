using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Instructions;

[Rule("DL5018")]
internal sealed partial class EngineSocketInVolume : DockerfileRule
{
    /// <summary>Folders that the kernel fills in each container.</summary>
    private static readonly string[] KernelFolders = ["/proc", "/sys", "/dev"];

    public override bool VisitsTriggers => true;

    public override void VisitVolume(VolumeInstructionSyntax instruction, DockerfileRuleContext context)
    {
        foreach (WordSyntax word in instruction.Paths)
        {
            if (!context.Expand(word).TryGetValue(out string? expanded) || expanded.Length == 0)
            {
                continue;
            }

            // "/var/run/docker.sock:/var/run/docker.sock" is meant as a bind mount, and is one path here.
            string path = expanded[0] == '/' ? ContextPath.Clean(expanded.Split(':')[0]) : expanded;
            if (HostPaths.IsEngineSocket(path))
            {
                context.Report(word.Span, Message(path: word.Text));
            }
            else if (Array.IndexOf(KernelFolders, path) >= 0)
            {
                context.Report(word.Span, MessageKernel(path: word.Text));
            }
        }
    }
}
