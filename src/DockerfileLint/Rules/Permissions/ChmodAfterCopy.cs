using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Commands;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Values;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.Permissions;

[Rule("DL5032")]
internal sealed partial class ChmodAfterCopy : DockerfileRule
{
    /// <summary>Commands that write nothing below a folder that COPY fills, unless they name it.</summary>
    private static readonly HashSet<string> Harmless = new(StringComparer.Ordinal)
    {
        "addgroup",
        "adduser",
        "apk",
        "apt",
        "apt-get",
        "cat",
        "cd",
        "chgrp",
        "chmod",
        "chown",
        "chpasswd",
        "dnf",
        "echo",
        "export",
        "groupadd",
        "groupmod",
        "id",
        "ls",
        "mkdir",
        "passwd",
        "rm",
        "set",
        "sudo",
        "true",
        "useradd",
        "usermod",
        "yum",
    };

    /// <summary>Folders of the system, which hold more than COPY has put there.</summary>
    private static readonly HashSet<string> SystemFolders = new(StringComparer.Ordinal)
    {
        "/",
        "/bin",
        "/etc",
        "/home",
        "/lib",
        "/opt",
        "/root",
        "/sbin",
        "/srv",
        "/tmp",
        "/usr",
        "/usr/bin",
        "/usr/lib",
        "/usr/local",
        "/usr/local/bin",
        "/usr/local/sbin",
        "/usr/sbin",
        "/usr/share",
        "/usr/src",
        "/var",
        "/var/lib",
        "/var/log",
        "/var/www",
    };

    /// <summary>Folders around one that a command writes to, counted as written, too.</summary>
    private const int FoldersAround = 8;

    public override void VisitStage(Stage stage, DockerfileRuleContext context)
    {
        if (
            !context.IsShipped(stage.From)
            || !(stage.Has(InstructionKind.Copy) || stage.Has(InstructionKind.Add))
            || !Changes(stage, context.Model)
        )
        {
            return;
        }

        var walk = new Walk(stage, context);
        foreach (InstructionSyntax instruction in stage.Instructions)
        {
            walk.Read(instruction);
        }
    }

    /// <summary>Whether a command of a stage changes modes or owners; otherwise there is nothing to follow.</summary>
    private static bool Changes(Stage stage, DockerfileModel model)
    {
        foreach (InstructionSyntax instruction in stage.Instructions)
        {
            if (instruction.Kind == InstructionKind.Run && model.GetScript(instruction) is { } script)
            {
                foreach (RunCommand command in script.RunCommands)
                {
                    if (command.Name is "chmod" or "chown")
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    /// <summary>What a COPY or ADD has put into the image.</summary>
    /// <param name="Instruction">The instruction.</param>
    /// <param name="Destination">Where it has put it.</param>
    /// <param name="Files">Where each source lies now, if it is a file.</param>
    /// <param name="IsFolder">Whether its one source may be a folder.</param>
    /// <param name="Number">How many commands have run before it.</param>
    private sealed record Copied(
        FileTransferInstructionSyntax Instruction,
        string Destination,
        string[] Files,
        bool IsFolder,
        int Number
    )
    {
        /// <summary>The RUN for which it was reported last: what that changes again costs nothing more.</summary>
        internal InstructionSyntax? ReportedFor { get; set; }

        internal string Keyword => Instruction.Kind == InstructionKind.Add ? "ADD" : "COPY";
    }

    /// <summary>Follows what a stage copies to the commands that change its mode or its owner.</summary>
    private sealed class Walk(Stage stage, DockerfileRuleContext context)
    {
        private readonly CurrentFolder _folder = CurrentFolder.Start(context.Model, stage);
        private readonly List<Copied> _copied = [];

        // Numbers of commands: all, the last that may have written anything anywhere, the last that adds a user.
        private int _count;
        private int _lastWriter = -1;
        private int _lastUser = -1;
        private Dictionary<string, int>? _written;

        internal void Read(InstructionSyntax instruction)
        {
            _folder.Enter(instruction);
            if (instruction is FileTransferInstructionSyntax { Destination: { } destination } transfer)
            {
                ReadTransfer(transfer, stage.Expand(destination).DisplayText);
            }
            else if (
                _copied.Count > 0
                && instruction.Kind == InstructionKind.Run
                && context.Model.GetScript(instruction) is { } script
            )
            {
                foreach (RunCommand command in script.RunCommands)
                {
                    _folder.Enter(command);
                    ReadCommand(command);
                    _count++;
                }
            }
        }

        private void ReadTransfer(FileTransferInstructionSyntax transfer, string destination)
        {
            if (destination.Length == 0 || transfer.Sources.Length > AnalysisBudget.MaxComparedSources)
            {
                return;
            }

            string folder = _folder.Resolve(destination);
            bool isFolder = transfer.Sources.Length > 1 || destination[destination.Length - 1] is '/' or '.';
            bool mayBeFolder = transfer.Sources.Length == 1;
            string[] files = new string[transfer.Sources.Length];
            for (int i = 0; i < files.Length; i++)
            {
                string source = stage.Expand(transfer.Sources[i]).DisplayText;
                bool isRemote = RemoteSource.IsRemote(source);
                string name = ContextPath.GetName(ContextPath.Clean(source));
                if (RemoteSource.IsGit(source) || (!isRemote && IsUnpacked(transfer, name)))
                {
                    return;
                }

                mayBeFolder = mayBeFolder && IsFolderName(name);
                files[i] = isFolder ? $"{folder.TrimEnd('/')}/{name}" : folder;
            }

            if (_copied.Count >= AnalysisBudget.MaxNeighbourCommands)
            {
                _copied.RemoveAt(0);
            }

            _copied.Add(new Copied(transfer, folder, files, mayBeFolder, _count));
        }

        private static bool IsFolderName(string name) =>
            name == ContextPath.Root || (name.IndexOf('.') < 0 && name.IndexOf('*') < 0);

        private static bool IsUnpacked(FileTransferInstructionSyntax transfer, string name) =>
            transfer.Kind == InstructionKind.Add && ArchiveName.IsArchive(name);

        private void ReadCommand(RunCommand command)
        {
            if (command.Name is "chmod" or "chown")
            {
                ReadChange(command);
            }
            else if (MayAddUser(command))
            {
                _lastUser = _count;
            }
            else if (command.Name == "mkdir" ? MakesFolderInside(command) : !Harmless.Contains(command.Name))
            {
                _lastWriter = _count;
            }
        }

        /// <summary>Packages of servers bring a user of their own.</summary>
        private static bool MayAddUser(RunCommand command) =>
            command.Name
                is "useradd"
                    or "adduser"
                    or "groupadd"
                    or "addgroup"
                    or "apk"
                    or "apt"
                    or "apt-get"
                    or "dnf"
                    or "dpkg"
                    or "rpm"
                    or "yum";

        /// <summary>COPY gives files to root where it is not told otherwise.</summary>
        private static bool IsPointless(Copied copied, string value) =>
            value is "root" or "root:root" or "root.root" or "0:0" && copied.Instruction.GetFlag("chown") is null;

        private static bool IsKnownOwner(string owner) =>
            owner.StartsWith("root", StringComparison.Ordinal) || char.IsDigit(owner[0]) || owner[0] == ':';

        private bool MakesFolderInside(RunCommand command) =>
            command.Line.Operands.Any(operand =>
                _folder.Resolve(operand.Text) is var path
                && _copied.Exists(copied => path.StartsWith($"{copied.Destination}/", StringComparison.Ordinal))
            );

        private void ReadChange(RunCommand command)
        {
            ParsedCommandLine line = command.Line;
            if (
                line.Operands.Length < 2
                || line.HasOption("--reference", "--from")
                || GetValue(command) is not { } value
            )
            {
                return;
            }

            bool isRecursive = line.HasOption("-R", "--recursive");
            string[] paths = new string[line.Operands.Length - 1];
            for (int i = 0; i < paths.Length; i++)
            {
                paths[i] = _folder.Resolve(stage.ResolveInScript(line.Operands[i + 1].Text, command.Instruction));
            }

            for (int i = _copied.Count - 1; i >= 0; i--)
            {
                Copied copied = _copied[i];
                int index = isRecursive ? FindFolder(copied, paths, command) : FindFiles(copied, paths, command);
                if (index >= 0)
                {
                    if (copied.ReportedFor != command.Instruction)
                    {
                        Report(command, copied, line.Operands[index + 1], value);
                        copied.ReportedFor = command.Instruction;
                    }

                    return;
                }
            }
        }

        /// <summary>The mode or owner as COPY takes it, or <c>null</c> where it takes none like it.</summary>
        private string? GetValue(RunCommand command)
        {
            string value = stage.ResolveInScript(command.Line.Operands[0].Text, command.Instruction);
            if (command.Name == "chown")
            {
                return value.IndexOf('$') < 0 && value.Length > 0 ? value : null;
            }

            // A right for everybody to write is another rule's matter, and nothing to advise.
            if (PermissionMode.Parse(value).IsWorldWritable)
            {
                return null;
            }

            int plus = value.IndexOf('+');
            return value.Length > 0 && value.All(c => c is >= '0' and <= '7') ? value
                : plus >= 0
                && value.IndexOf('x', plus) > 0
                && value.Take(plus).All(c => c is 'u' or 'g' or 'o' or 'a')
                && value.Skip(plus + 1).All(c => c is 'r' or 'x')
                    ? "755"
                : null;
        }

        /// <summary>
        /// The path that is the folder of a COPY where nothing else is, as far as the stage says; -1 for none.
        /// </summary>
        private int FindFolder(Copied copied, string[] paths, RunCommand command)
        {
            if (
                copied.Number <= _lastWriter
                || !copied.IsFolder
                || SystemFolders.Contains(copied.Destination)
                || copied.Destination.StartsWith("/etc/", StringComparison.Ordinal)
                || copied.Destination.StartsWith("/var/lib/", StringComparison.Ordinal)
            )
            {
                return -1;
            }

            for (int i = 0; i < paths.Length; i++)
            {
                string path = paths[i];
                int length = path.EndsWith("/*", StringComparison.Ordinal) ? path.Length - 2 : path.Length;
                if (
                    length == copied.Destination.Length
                    && path.StartsWith(copied.Destination, StringComparison.Ordinal)
                )
                {
                    bool isWritten =
                        (_written ??= FindWritten()).TryGetValue(copied.Destination, out int place)
                        && place < command.Span.Start;
                    return isWritten ? -1 : i;
                }
            }

            return -1;
        }

        /// <summary>
        /// The paths that commands of the stage name, with the folders around them, and where that happens first.
        /// Commands that write nothing do not count.
        /// </summary>
        private Dictionary<string, int> FindWritten()
        {
            var written = new Dictionary<string, int>(StringComparer.Ordinal);
            var folder = CurrentFolder.Start(context.Model, stage);
            foreach (InstructionSyntax instruction in stage.Instructions)
            {
                folder.Enter(instruction);
                if (instruction.Kind != InstructionKind.Run || context.Model.GetScript(instruction) is not { } script)
                {
                    continue;
                }

                foreach (RunCommand command in script.RunCommands)
                {
                    folder.Enter(command);
                    if (Harmless.Contains(command.Name))
                    {
                        continue;
                    }

                    foreach (CommandWord argument in command.Arguments)
                    {
                        Add(written, folder.Resolve(argument.Text), command.Span.Start);
                    }
                }
            }

            return written;
        }

        private static void Add(Dictionary<string, int> written, string path, int place)
        {
            for (int i = 0; i <= FoldersAround && path.Length > 1; i++)
            {
                if (!written.TryGetValue(path, out _))
                {
                    written.Add(path, place);
                }

                path = path.Substring(0, Math.Max(0, path.LastIndexOf('/')));
            }
        }

        /// <summary>The first of the paths that are all files of a COPY; -1 where a file is not among them.</summary>
        private static int FindFiles(Copied copied, string[] paths, RunCommand command)
        {
            int first = -1;
            foreach (string file in copied.Files)
            {
                int index = 0;
                while (index < paths.Length && !IsFile(paths[index], file, command))
                {
                    index++;
                }

                if (index == paths.Length || IsNamedAround(command, ContextPath.GetName(paths[index])))
                {
                    return -1;
                }

                first = first < 0 ? index : first;
            }

            return first;
        }

        /// <summary>
        /// Whether a path names a copied file. What may be a folder, whose files keep their modes and owners, is none.
        /// </summary>
        private static bool IsFile(string path, string file, RunCommand command)
        {
            int folder = file.LastIndexOf('/') + 1;
            bool isSame =
                path.LastIndexOf('/') + 1 == folder
                && string.CompareOrdinal(path, 0, file, 0, folder) == 0
                && WordPattern.Matches(path.AsSpan(folder), file.AsSpan(folder));
            return isSame
                && (
                    file.IndexOf('.', folder) > folder
                    || (command.Name == "chmod" && command.Line.Operands[0].Text.IndexOf('x') >= 0)
                );
        }

        /// <summary>
        /// Whether another command of the step names a file: who writes it makes a second copy anyway, and who removes
        /// it leaves none.
        /// </summary>
        private static bool IsNamedAround(RunCommand command, string name) =>
            command.IsPrecededBy(other => Names(other, name))
            || command.IsFollowedBy(other => IsWriter(other) && Names(other, name));

        private static bool Names(RunCommand command, string name)
        {
            if (command.Name is "chmod" or "chown" or "ls" or "echo" or "ln")
            {
                return false;
            }

            foreach (CommandWord word in command.Arguments)
            {
                string text = word.Text;
                int start = text.LastIndexOf('/') + 1;
                if (
                    (text.Length - start == name.Length && text.EndsWith(name, StringComparison.Ordinal))
                    || (text.Length - start == 1 && text[start] == '*')
                )
                {
                    return true;
                }
            }

            return false;
        }

        private static bool IsWriter(RunCommand command) =>
            command.Name is "rm" or "mv" or "sed" or "find" or "dos2unix" or "install" or "cp";

        private void Report(RunCommand command, Copied copied, CommandWord path, string value)
        {
            string keyword = copied.Keyword;
            DiagnosticMessage message =
                IsPointless(copied, value) ? MessageRoot(command: command.Name, path: path.Text, instruction: keyword)
                : command.Name == "chmod"
                    ? Message(command: "chmod", path: path.Text, instruction: keyword, mode: value)
                : _lastUser >= copied.Number && !IsKnownOwner(value)
                    ? MessageUser(command: "chown", path: path.Text, instruction: keyword, owner: value)
                : MessageOwner(command: "chown", path: path.Text, instruction: keyword, owner: value);
            context.Report(
                command.Span,
                message,
                related:
                [
                    new RelatedLocation(
                        new SourceSpan(context.File, copied.Instruction.LineSpan),
                        "It is copied here."
                    ),
                ]
            );
        }
    }
}
