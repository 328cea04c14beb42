using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Commands;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Downloads;

[Rule("DL5008")]
internal sealed partial class PlainHttpDownload : DockerfileRule
{
    /// <summary>Commands that fetch each address among their operands.</summary>
    private static readonly HashSet<string> Downloaders = new(StringComparer.Ordinal) { "curl", "wget", "aria2c", "axel", "fetch", "http", "rpm" };

    /// <summary>Commands that fetch the addresses behind one of their subcommands.</summary>
    private static readonly Dictionary<string, string[]> Fetching = new(StringComparer.Ordinal)
    {
        ["git"] = ["clone", "submodule", "fetch"],
        ["yum"] = ["install", "localinstall"],
        ["dnf"] = ["install"],
        ["microdnf"] = ["install"],
        ["zypper"] = ["install", "in"],
        ["pip"] = ["install", "download", "wheel"],
        ["pip3"] = ["install", "download", "wheel"],
        ["npm"] = ["install", "i", "ci"],
    };

    /// <summary>Options whose value is an address that packages come from.</summary>
    private static readonly string[] AddressOptions = ["--url", "-i", "--index-url", "--extra-index-url", "--registry"];

    private static readonly string[] Checksums = ["sha1sum", "sha224sum", "sha256sum", "sha384sum", "sha512sum", "shasum", "md5sum", "b2sum"];

    public override bool VisitsTriggers => true;

    public override void VisitAdd(AddInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (instruction.GetFlag("checksum") is not null)
        {
            return;
        }

        foreach (WordSyntax source in instruction.Sources)
        {
            if (WebAddress.IsPlainHttp(context.Expand(source).Value))
            {
                context.Report(source.Span, Message(address: source.Text));
            }
        }
    }

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        if (!Downloaders.Contains(command.Name) && !(Fetching.TryGetValue(command.Name, out string[]? subcommands) && Array.IndexOf(subcommands, command.Subcommand) >= 0))
        {
            return;
        }

        bool? isVerified = null;
        foreach (CommandWord operand in command.Line.Operands)
        {
            if (WebAddress.IsPlainHttp(operand.Text) && !(isVerified ??= VerifiesContent(command)))
            {
                context.Report(operand.Span, Message(address: operand.Text));
            }
        }

        foreach (CommandOption option in command.Line.Options)
        {
            if (option.Value is { } value && Array.IndexOf(AddressOptions, option.Name) >= 0 && command.Name is not ("aria2c" or "wget") && (command.Name != "curl" || option.Name == "--url")
                && WebAddress.IsPlainHttp(value) && !(isVerified ??= VerifiesContent(command)))
            {
                context.Report(option.ValueSpan, Message(address: value));
            }
        }
    }

    /// <summary>Whether the same script compares what it fetched with a checksum or a signature.</summary>
    private static bool VerifiesContent(RunCommand command) => command.Script.RunCommands.Any(other =>
        (Array.IndexOf(Checksums, other.Name) >= 0 && other.Line.HasOption("-c", "--check"))
        || (other.Name is "gpg" or "gpg2" or "gpgv" && (other.Name == "gpgv" || other.HasArgument("--verify"))));
}
