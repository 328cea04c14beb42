using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Commands;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.Permissions;

[Rule("DL5012")]
internal sealed partial class SetuidBitAdded : DockerfileRule
{
    /// <summary>Folders that each system has.</summary>
    private static readonly string[] Folders = ["/home", "/opt", "/srv", "/tmp", "/var/tmp"];

    public override bool VisitsTriggers => true;

    public override IReadOnlyCollection<string> Programs => ["chmod", "install", "mkdir"];

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        if (
            ModeArgument.Find(command.Name, command.Line) is { Mode: { SetsUser: true } or { SetsGroup: true } } mode
            && !IsForFolders(command)
        )
        {
            Report(mode.Mode, mode.Text, mode.Span, context);
        }
    }

    public override void VisitAdd(AddInstructionSyntax instruction, DockerfileRuleContext context) =>
        Visit(instruction, context);

    public override void VisitCopy(CopyInstructionSyntax instruction, DockerfileRuleContext context) =>
        Visit(instruction, context);

    /// <summary>Whether a mode is given to folders alone, where the bits give nobody a right.</summary>
    private static bool IsForFolders(RunCommand command) =>
        command.Name switch
        {
            "mkdir" => true,
            "install" => command.Line.HasOption("-d", "--directory"),
            _ => command.Wrapper is { Name: "find" } find
                ? find.HasArgument("-type") && find.HasArgument("d")
                : !command.Line.HasOption("-R", "--recursive")
                    && command.Line.Operands.Skip(1).All(operand => IsFolder(operand.Text.TrimEnd('/'), command)),
        };

    private static bool IsFolder(string path, RunCommand command) =>
        Array.IndexOf(Folders, path) >= 0
        || command.IsPrecededBy(other =>
            other.Name == "mkdir" && other.Line.Operands.Any(operand => operand.Text.TrimEnd('/') == path)
        );

    private static void Visit(FileTransferInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (instruction.GetFlag("chmod")?.Value is { } word && context.Expand(word).TryGetValue(out string? mode))
        {
            Report(PermissionMode.Parse(mode), mode, word.Span, context);
        }
    }

    private static void Report(PermissionMode mode, string text, TextSpan span, DockerfileRuleContext context)
    {
        if (mode.SetsUser)
        {
            context.Report(span, Message(mode: text));
        }
        else if (mode.SetsGroup)
        {
            context.Report(span, MessageGroup(mode: text), GroupTier);
        }
    }
}
