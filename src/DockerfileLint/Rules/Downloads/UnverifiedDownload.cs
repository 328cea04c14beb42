using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Commands;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Downloads;

[Rule("DL5027")]
internal sealed partial class UnverifiedDownload : DockerfileRule
{
    /// <summary>
    /// Names of programs and packages; those of archives that tar unpacks are known elsewhere. Packages of Alpine are
    /// none of them, since apk verifies their signatures.
    /// </summary>
    private static readonly string[] Suffixes =
    [
        ".zip",
        ".7z",
        ".deb",
        ".rpm",
        ".jar",
        ".war",
        ".ear",
        ".whl",
        ".egg",
        ".gem",
        ".phar",
        ".nupkg",
        ".vsix",
        ".bin",
        ".run",
        ".exe",
        ".msi",
        ".so",
        ".appimage",
        ".iso",
        ".img",
    ];

    /// <summary>Programs that unpack or install what they read from a pipe, or the file that they are given.</summary>
    private static readonly HashSet<string> Unpackers = new(StringComparer.Ordinal)
    {
        "tar",
        "bsdtar",
        "gtar",
        "unzip",
        "funzip",
        "bsdunzip",
        "7z",
        "7za",
        "7zr",
        "jar",
        "gunzip",
        "zcat",
        "bunzip2",
        "bzcat",
        "unxz",
        "xzcat",
        "unzstd",
        "cpio",
        "rpm2cpio",
        "dpkg",
        "gdebi",
    };

    /// <summary>Options that fetch nothing.</summary>
    private static readonly string[] Questions = ["-I", "--head", "--spider", "-T", "--upload-file", "--checksum"];

    public override void VisitStage(Stage stage, DockerfileRuleContext context)
    {
        List<RunCommand>? open = null;
        foreach (InstructionSyntax instruction in stage.Instructions)
        {
            if (instruction.Kind != InstructionKind.Run || context.Model.GetScript(instruction) is not { } script)
            {
                continue;
            }

            if (script.ComparesContent)
            {
                open?.Clear();
                continue;
            }

            foreach (RunCommand command in script.RunCommands)
            {
                if (command.Name is "curl" or "wget" or "wget2" or "aria2c" or "axel")
                {
                    if (FetchesProgram(command, stage))
                    {
                        (open ??= []).Add(command);
                    }
                }
                else if (open is { Count: > 0 } && MayVerify(command))
                {
                    open.Clear();
                }
            }
        }

        foreach (RunCommand command in open ?? [])
        {
            Report(command, context);
        }
    }

    private static void Report(RunCommand command, DockerfileRuleContext context)
    {
        if (ExecutedDownloads.Of(context.Model).Executes(command.Span))
        {
            return;
        }

        CommandWord? address = FindAddress(command);
        string host = WebAddress.GetHost(address?.Text ?? "");
        context.Report(
            address?.Span ?? command.Span,
            IsPipedToUnpacker(command)
                ? MessagePiped(command: command.Name, host: host)
                : Message(command: command.Name, host: host, file: FindFile(command))
        );
    }

    /// <summary>The file to verify; <c>FILE</c> where its name is not known.</summary>
    private static string FindFile(RunCommand command)
    {
        foreach (string path in DownloadFlow.FindStoredFiles(command))
        {
            if (!path.StartsWith("$", StringComparison.Ordinal) || path.IndexOf('/') > 0)
            {
                return path;
            }
        }

        return "FILE";
    }

    /// <summary>
    /// Whether a command fetches an archive, a package or a program, and no rule about addresses or TLS has a say in
    /// it.
    /// </summary>
    private static bool FetchesProgram(RunCommand command, Stage stage)
    {
        if (
            command.Line.HasOption(Questions)
            || TlsVerification.FindOption(command.Name, command.Line) is not null
            || command.Line.Operands.Any(word => IsJudgedElsewhere(word.Text))
        )
        {
            return false;
        }

        return IsPipedToUnpacker(command)
            || command.Line.Operands.Any(word => IsProgram(stage.ResolveInScript(word.Text, command.Instruction)))
            || DownloadFlow.FindStoredFiles(command).Any(path => IsProgramFile(path, command, stage));
    }

    private static bool IsJudgedElsewhere(string address) =>
        WebAddress.IsPlainHttp(address)
        || WebAddress.IsLoopback(address)
        || address.StartsWith("file:", StringComparison.OrdinalIgnoreCase);

    private static bool IsProgram(string address)
    {
        string name = ExecutedDownloads.GetFileName(address);
        return ArchiveName.IsArchive(name)
            || Array.Exists(Suffixes, suffix => name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Whether a file is a program by its name or its folder, or by what becomes of it in the step.</summary>
    private static bool IsProgramFile(string path, RunCommand command, Stage stage)
    {
        string resolved = stage.ResolveInScript(path, command.Instruction);
        if (RemoteAddWithoutChecksum.IsSignature(resolved))
        {
            return false;
        }

        string name = DownloadedFiles.GetName(path);
        return IsProgram(resolved)
            || resolved.IndexOf("/bin/", StringComparison.Ordinal) >= 0
            || resolved.IndexOf("/sbin/", StringComparison.Ordinal) >= 0
            || (name.Length > 0 && command.IsFollowedBy(other => TreatsAsProgram(other, name)));
    }

    private static bool TreatsAsProgram(RunCommand command, string name)
    {
        bool isUse =
            Unpackers.Contains(command.Name)
            || command.Name is "install"
            || (
                command.Name == "chmod"
                && command.Line.Operands.Length > 1
                && MakesExecutable(command.Line.Operands[0].Text)
            );
        return isUse && command.Arguments.Any(word => DownloadedFiles.GetName(word.Text) == name);
    }

    private static bool MakesExecutable(string mode) =>
        mode[0] is >= '0' and <= '7' ? mode.IndexOfAny(['1', '3', '5', '7']) >= 0 : mode.IndexOf('x') >= 0;

    private static bool IsPipedToUnpacker(RunCommand command)
    {
        ShellSimpleCommandSyntax syntax = command.Syntax;
        if (syntax.Pipeline is not { Commands.Length: > 1 } pipeline)
        {
            return false;
        }

        for (int i = syntax.PipelineIndex + 1; i < pipeline.Commands.Length; i++)
        {
            if (
                pipeline.Commands[i] is ShellSimpleCommandSyntax { Words: { IsEmpty: false } words }
                && (IsUnpacker(words[0]) || (words.Length > 1 && words[0].Is("sudo") && IsUnpacker(words[1])))
            )
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsUnpacker(ShellWordSyntax word) =>
        word.LiteralText is { } text && Unpackers.Contains(text.Substring(text.LastIndexOf('/') + 1));

    /// <summary>The first word that is an address, or may be one.</summary>
    private static CommandWord? FindAddress(RunCommand command)
    {
        CommandWord? first = null;
        foreach (CommandWord operand in command.Line.Operands)
        {
            if (operand.Text.IndexOf("://", StringComparison.Ordinal) > 0)
            {
                return operand;
            }

            first ??= operand;
        }

        return first;
    }

    /// <summary>
    /// Whether a command compares a checksum or a signature in a way of its own; a script is trusted that has its name
    /// from that.
    /// </summary>
    private static bool MayVerify(RunCommand command) =>
        command.Name switch
        {
            "openssl" => command.HasArgument("dgst"),
            "rpm" or "rpmkeys" => command.Line.HasOption("-K", "--checksig"),
            "gh" => command.HasArgument("attestation"),
            "slsa-verifier" or "signify-openbsd" or "sigstore" => true,
            "python" or "python3" or "php" or "ruby" or "node" => command.Arguments.Any(word =>
                word.Text.IndexOf("hashlib", StringComparison.Ordinal) >= 0
                || word.Text.IndexOf("hash_file", StringComparison.Ordinal) >= 0
                || word.Text.IndexOf("sha256", StringComparison.OrdinalIgnoreCase) >= 0
            ),
            _ => command.Name.IndexOf("verify", StringComparison.OrdinalIgnoreCase) >= 0
                || command.Name.IndexOf("checksum", StringComparison.OrdinalIgnoreCase) >= 0,
        };
}
