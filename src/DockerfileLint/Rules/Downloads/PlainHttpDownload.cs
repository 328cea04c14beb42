using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Commands;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.Downloads;

[Rule("DL5008")]
internal sealed partial class PlainHttpDownload : DockerfileRule
{
    /// <summary>Commands that fetch each address among their operands.</summary>
    private static readonly HashSet<string> Downloaders = new(StringComparer.Ordinal)
    {
        "curl",
        "wget",
        "aria2c",
        "axel",
        "fetch",
        "http",
        "rpm",
    };

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

    public override bool VisitsTriggers => true;

    public override void VisitAdd(AddInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (instruction.GetFlag("checksum") is not null)
        {
            return;
        }

        foreach (WordSyntax source in instruction.Sources)
        {
            string address = context.Expand(source).DisplayText;
            if (
                WebAddress.IsPlainHttp(address)
                && !(context.Stage is { } stage && ContentVerification.Of(context.Model).Follows(instruction, stage))
            )
            {
                context.Report(source.Span, Message(host: WebAddress.GetHost(address)));
            }
        }
    }

    public override void VisitRun(RunInstructionSyntax instruction, DockerfileRuleContext context)
    {
        InstructionScript? script = context.Model.GetScript(instruction);
        bool? isVerified = null;
        foreach (RunCommand command in script?.RunCommands ?? [])
        {
            if (!Fetches(command))
            {
                continue;
            }

            foreach ((string address, TextSpan span) in FindAddresses(command))
            {
                if (!(isVerified ??= ContentVerification.IsIn(script)))
                {
                    context.Report(span, Message(host: WebAddress.GetHost(address)));
                }
            }
        }
    }

    private static bool Fetches(RunCommand command) =>
        Downloaders.Contains(command.Name)
        || (
            Fetching.TryGetValue(command.Name, out string[]? subcommands)
            && Array.IndexOf(subcommands, command.Subcommand) >= 0
        );

    /// <summary>The addresses without encryption that a command fetches.</summary>
    private static IEnumerable<(string Address, TextSpan Span)> FindAddresses(RunCommand command)
    {
        foreach (CommandWord operand in command.Line.Operands)
        {
            if (WebAddress.IsPlainHttp(operand.Text))
            {
                yield return (operand.Text, operand.Span);
            }
        }

        foreach (CommandOption option in command.Line.Options)
        {
            bool isAddress =
                Array.IndexOf(AddressOptions, option.Name) >= 0
                && command.Name is not ("aria2c" or "wget")
                && (command.Name != "curl" || option.Name == "--url");
            if (isAddress && option.Value is { } value && WebAddress.IsPlainHttp(value))
            {
                yield return (value, option.ValueSpan);
            }
        }
    }
}
