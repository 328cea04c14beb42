using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Values;

namespace DockerfileLint.Rules.Downloads;

[Rule("DL5009")]
internal sealed partial class RemoteAddWithoutChecksum : DockerfileRule
{
    private static readonly string[] SignatureExtensions =
    [
        ".asc",
        ".sig",
        ".sign",
        ".minisig",
        ".md5",
        ".sha1",
        ".sha256",
        ".sha512",
        ".sha256sum",
        ".sha512sum",
    ];

    public override bool VisitsTriggers => true;

    public override void VisitAdd(AddInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (instruction.GetFlag("checksum") is not null)
        {
            return;
        }

        foreach (WordSyntax source in instruction.Sources)
        {
            // A repository is fetched by commit or branch, which has checks of its own.
            string address = context.Expand(source).DisplayText;
            if (
                RemoteSource.IsRemote(address)
                && !RemoteSource.IsGit(address)
                && !IsSignature(address)
                && !IsQuery(address)
                && !(context.Stage is { } stage && ContentVerification.Of(context.Model).Follows(instruction, stage))
            )
            {
                context.Report(source.Span, Message(host: WebAddress.GetHost(address)));
            }
        }
    }

    /// <summary>Whether an address leads to what other files are checked with.</summary>
    internal static bool IsSignature(string address) =>
        Array.Exists(SignatureExtensions, extension => address.EndsWith(extension, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// Whether an address asks a service for its state, as builds do to end the cache when a branch moves. The answer
    /// is meant to change.
    /// </summary>
    private static bool IsQuery(string address) =>
        address.StartsWith("https://api.github.com/", StringComparison.OrdinalIgnoreCase)
        && address.IndexOf("/tarball", StringComparison.Ordinal) < 0
        && address.IndexOf("/zipball", StringComparison.Ordinal) < 0;
}
