using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics.Commands;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Shell;
using DockerfileLint.Syntax.Values;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.Downloads;

[Rule("DL5030")]
internal sealed partial class ArchiveKept : DockerfileRule
{
    /// <summary>Programs that install packages, which they unpack.</summary>
    private static readonly HashSet<string> Installers = new(StringComparer.Ordinal)
    {
        "dpkg",
        "gdebi",
        "apt",
        "apt-get",
        "rpm",
        "yum",
        "dnf",
        "microdnf",
        "zypper",
    };

    public override void VisitStage(Stage stage, DockerfileRuleContext context)
    {
        if (!context.IsShipped(stage.From) || !MayUnpack(stage, context.Model))
        {
            return;
        }

        var walk = new Walk(stage, context.Model);
        foreach (InstructionSyntax instruction in stage.Instructions)
        {
            walk.Read(instruction);
        }

        foreach (Archive archive in walk.Open)
        {
            if (archive.IsUnpacked)
            {
                Report(archive, context);
            }
        }
    }

    /// <summary>
    /// Whether a command of a stage unpacks something: most stages have none, and following folders and files through
    /// them is what this rule costs.
    /// </summary>
    private static bool MayUnpack(Stage stage, DockerfileModel model)
    {
        foreach (InstructionSyntax instruction in stage.Instructions)
        {
            if (instruction.Kind == InstructionKind.Run && model.GetScript(instruction) is { } script)
            {
                foreach (RunCommand command in script.RunCommands)
                {
                    if (IsUnpacker(command.Name))
                    {
                        return true;
                    }
                }
            }
        }

        // Installers are everywhere, files that they unpack are not.
        return PackageMentions.Of(model).IsAny;
    }

    /// <summary>
    /// Whether a program unpacks the files that it is given. Asked of every command, so it is a switch and not a table.
    /// </summary>
    private static bool IsUnpacker(string program) =>
        program
            is "tar"
                or "bsdtar"
                or "gtar"
                or "unzip"
                or "bsdunzip"
                or "7z"
                or "7za"
                or "7zr"
                or "jar"
                or "cpio"
                or "rpm2cpio"
                or "zcat"
                or "bzcat"
                or "xzcat"
                or "gunzip"
                or "bunzip2"
                or "unxz"
                or "unzstd"
                or "gzip"
                or "bzip2"
                or "xz";

    private static void Report(Archive archive, DockerfileRuleContext context)
    {
        string file = archive.Name;
        if (archive.Program is "COPY" or "ADD")
        {
            context.Report(archive.Span, MessageCopied(file: file, instruction: archive.Program));
        }
        else if (archive.Removal is { } removal)
        {
            context.Report(
                archive.Span,
                MessageLater(file: file),
                related: [new RelatedLocation(new SourceSpan(context.File, removal), "It is removed here.")]
            );
        }
        else
        {
            context.Report(archive.Span, Message(file: file));
        }
    }

    private static bool IsPackage(string name) =>
        name.EndsWith(".deb", StringComparison.Ordinal) || name.EndsWith(".rpm", StringComparison.Ordinal);

    private static bool IsArchive(string name) =>
        ArchiveName.IsArchive(name)
        || IsPackage(name)
        || name.EndsWith(".zip", StringComparison.Ordinal)
        || name.EndsWith(".7z", StringComparison.Ordinal);

    /// <summary>An archive that a layer gets.</summary>
    private sealed class Archive(string program, string path, TextSpan span, InstructionSyntax instruction)
    {
        /// <summary>What fetches it: the name of a program, <c>ADD</c> or <c>COPY</c>.</summary>
        internal string Program { get; } = program;

        internal string Path { get; } = path;

        internal string Name { get; } = DownloadedFiles.GetName(path);

        internal TextSpan Span { get; } = span;

        internal InstructionSyntax Instruction { get; } = instruction;

        internal bool IsUnpacked { get; set; }

        /// <summary>Where a later instruction removes it, or <c>null</c>.</summary>
        internal TextSpan? Removal { get; set; }
    }

    /// <summary>Whether a file names packages, by their extensions.</summary>
    private sealed class PackageMentions
    {
        private PackageMentions(ReadOnlySpan<char> text) =>
            IsAny = text.IndexOf(".deb".AsSpan()) >= 0 || text.IndexOf(".rpm".AsSpan()) >= 0;

        internal bool IsAny { get; }

        internal static PackageMentions Of(DockerfileModel model) =>
            model.Indexes.Get(model, static model => new PackageMentions(model.Tree.Text.AsSpan(model.Tree.Root.Span)));
    }

    /// <summary>Follows the archives of a stage from where they come to where they are removed.</summary>
    private sealed class Walk(Stage stage, DockerfileModel model)
    {
        private readonly CurrentFolder _folder = CurrentFolder.Start(model, stage);

        /// <summary>What no step that brought it has removed again.</summary>
        internal List<Archive> Open { get; } = [];

        internal void Read(InstructionSyntax instruction)
        {
            _folder.Enter(instruction);
            if (instruction is FileTransferInstructionSyntax { Destination: { } destination } transfer)
            {
                ReadTransfer(transfer, destination);
            }
            else if (instruction.Kind == InstructionKind.Run && model.GetScript(instruction) is { } script)
            {
                foreach (RunCommand command in script.RunCommands)
                {
                    _folder.Enter(command);
                    ReadCommand(command);
                }
            }
        }

        private void ReadTransfer(FileTransferInstructionSyntax transfer, WordSyntax target)
        {
            bool isFromElsewhere = transfer.GetFlag("from") is not null;
            foreach (WordSyntax source in transfer.Sources)
            {
                if (!MayBeArchive(source.Text))
                {
                    continue;
                }

                string text = stage.Expand(source).DisplayText;
                bool isRemote = RemoteSource.IsRemote(text);
                string name = isRemote ? ExecutedDownloads.GetFileName(text) : ContextPath.GetName(text);

                // ADD unpacks what is local, and COPY of such an archive is another rule's matter.
                if (
                    IsArchive(name)
                    && (isRemote ? !RemoteSource.IsGit(text) : isFromElsewhere || !ArchiveName.IsArchive(name))
                )
                {
                    string destination = stage.Expand(target).DisplayText;
                    bool isFolder = destination.Length == 0 || destination[destination.Length - 1] is '/' or '.';
                    string path = isFolder || !IsArchive(destination) ? $"{destination}/{name}" : destination;
                    string keyword = transfer.Kind == InstructionKind.Add ? "ADD" : "COPY";
                    Add(new Archive(keyword, _folder.Resolve(path), source.Span, transfer));
                }
            }
        }

        /// <summary>Whether a source names an archive, or its variables or its address may.</summary>
        private static bool MayBeArchive(string source) =>
            source.IndexOf('$') >= 0 || source.IndexOfAny(['?', '#', '"', '\\']) >= 0 || IsArchive(source);

        private void ReadCommand(RunCommand command)
        {
            if (command.Name is "curl" or "wget" or "wget2" or "aria2c" or "axel")
            {
                ReadDownload(command);
                return;
            }

            if (Open.Count == 0)
            {
                return;
            }

            switch (command.Name)
            {
                case "rm" or "unlink" or "shred" or "mv":
                    foreach (CommandWord operand in command.Line.Operands)
                    {
                        string word = stage.ResolveInScript(operand.Text, command.Instruction);
                        string target = _folder.Resolve(word);
                        string name = DownloadedFiles.GetName(target);
                        Remove(command, archive => Reaches(word, target, name, archive));
                    }

                    break;
                case "find" when command.HasArgument("-delete", "-exec", "rm"):
                case "trap":
                    Remove(command, static _ => true);
                    break;
                case var name when name.IndexOf("clean", StringComparison.OrdinalIgnoreCase) >= 0:
                    Remove(command, static _ => true);
                    break;
                case var name when IsUnpacker(name) || Installers.Contains(name):
                    ReadUnpacker(command);
                    break;
                default:
                    break;
            }
        }

        private void ReadDownload(RunCommand command)
        {
            foreach (string stored in DownloadFlow.FindStoredFiles(command))
            {
                string file = stage.ResolveInScript(stored, command.Instruction);
                string path = _folder.Resolve(GetStoredPath(file));
                int slash = path.LastIndexOf('/');
                if (
                    slash < path.Length - 1
                    && !path.StartsWith("/dev/", StringComparison.Ordinal)
                    && !(slash > 0 && command.HasMountOn(path.Substring(0, slash)))
                )
                {
                    Add(new Archive(command.Name, path, command.Span, command.Instruction));
                }
            }
        }

        /// <summary>The path of a file whose name a variable gave as an address.</summary>
        private static string GetStoredPath(string file)
        {
            int scheme = file.IndexOf("://", StringComparison.Ordinal);
            if (scheme < 0)
            {
                return file;
            }

            string folder = file.Substring(0, file.LastIndexOf('/', scheme) + 1);
            return $"{folder}{ExecutedDownloads.GetFileName(file.Substring(scheme + 3))}";
        }

        private void Add(Archive archive)
        {
            Open.RemoveAll(other => other.Path == archive.Path && other.Instruction == archive.Instruction);
            if (Open.Count >= AnalysisBudget.MaxNeighbourCommands)
            {
                Open.RemoveAt(0);
            }

            Open.Add(archive);
        }

        private void ReadUnpacker(RunCommand command)
        {
            foreach (CommandWord argument in command.Arguments)
            {
                Unpack(argument.Text, command);
            }

            foreach (ShellRedirectionSyntax redirection in command.Syntax.Redirections)
            {
                if (redirection is { Kind: ShellRedirectionKind.Input, Target: { } target })
                {
                    Unpack(target.DisplayText, command);
                }
            }
        }

        private void Unpack(string word, RunCommand command)
        {
            string name = DownloadedFiles.GetName(stage.ResolveInScript(word, command.Instruction));
            if (name.Length == 0)
            {
                return;
            }

            foreach (Archive archive in Open)
            {
                archive.IsUnpacked |=
                    WordPattern.Matches(name.AsSpan(), archive.Name.AsSpan())
                    && (IsUnpacker(command.Name) ? Unpacks(command) : IsPackage(archive.Name));
            }

            // Those that work on a file in place leave nothing of it.
            if (
                command.Name is "gunzip" or "bunzip2" or "unxz" or "gzip" or "bzip2" or "xz"
                && !command.Line.HasOption("-k", "--keep", "-c", "--stdout")
            )
            {
                Remove(command, archive => WordPattern.Matches(name.AsSpan(), archive.Name.AsSpan()));
            }
        }

        private static bool Unpacks(RunCommand command) =>
            command.Name switch
            {
                "tar" or "bsdtar" or "gtar" => command.Arguments.Any(word =>
                    word.Text is "--extract" or "--get"
                    || (word.Text.IndexOf('x') >= 0 && word.Text.TrimStart('-').All(char.IsLetter))
                ),
                "jar" => command.Arguments.Any(word => word.Text.IndexOf('x') >= 0),
                "gzip" or "bzip2" or "xz" => command.Line.HasOption("-d", "--decompress"),
                _ => true,
            };

        private void Remove(RunCommand command, Func<Archive, bool> isMeant)
        {
            for (int i = Open.Count - 1; i >= 0; i--)
            {
                Archive archive = Open[i];
                if (!isMeant(archive))
                {
                    continue;
                }

                if (archive.Instruction == command.Instruction)
                {
                    Open.RemoveAt(i);
                }
                else
                {
                    archive.Removal ??= command.Span;
                }
            }
        }

        /// <summary>Whether a word of rm may name an archive, or a folder that it lies in.</summary>
        /// <param name="word">The word.</param>
        /// <param name="target">The path that it stands for, a pattern maybe.</param>
        /// <param name="name">The last segment of <paramref name="target"/>.</param>
        /// <param name="archive">The archive.</param>
        private static bool Reaches(string word, string target, string name, Archive archive)
        {
            // What a variable holds alone may be anything.
            string path = archive.Path;
            if (
                target == path
                || (name.Length > 0 && name == archive.Name)
                || (word.StartsWith("$", StringComparison.Ordinal) && word.IndexOf('/') < 0)
            )
            {
                return true;
            }

            if (name.IndexOfAny(WordPattern.Signs) < 0)
            {
                return target == "." || IsBelow(path, target, target.Length);
            }

            int folder = Math.Max(0, target.Length - name.Length - 1);
            if (folder > 0 && !IsBelow(path, target, folder))
            {
                return name.Trim('*').Length > 0 && WordPattern.Matches(name.AsSpan(), archive.Name.AsSpan());
            }

            ReadOnlySpan<char> rest = path.AsSpan(folder).TrimStart('/');
            int slash = rest.IndexOf('/');
            return WordPattern.Matches(name.AsSpan(), slash < 0 ? rest : rest.Slice(0, slash));
        }

        /// <summary>Whether a path lies in the folder that another text begins with.</summary>
        private static bool IsBelow(string path, string text, int length) =>
            path.Length > length && path[length] == '/' && string.CompareOrdinal(path, 0, text, 0, length) == 0;
    }
}
