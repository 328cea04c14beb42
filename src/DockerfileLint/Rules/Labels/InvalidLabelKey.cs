using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Labels;

[Rule("DL3048")]
internal sealed partial class InvalidLabelKey : DockerfileRule
{
    internal static readonly string[] ReservedPrefixes = ["com.docker.", "io.docker.", "org.dockerproject."];

    /// <summary>What Docker Desktop asks authors of extensions to set.</summary>
    private static readonly string[] AllowedPrefixes = ["com.docker.desktop.extension.", "com.docker.extension."];

    /// <summary>What <c>podman container runlabel</c> and its forerunner look for.</summary>
    private static readonly string[] RunLabels = ["RUN", "INSTALL", "UNINSTALL"];

    public override void VisitLabel(LabelInstructionSyntax instruction, DockerfileRuleContext context)
    {
        foreach (KeyValueSyntax pair in instruction.Pairs)
        {
            string? key = context.Expand(pair.Key).ValueOr(null);
            if (key is null or "" || Array.IndexOf(RunLabels, key) >= 0)
            {
                continue;
            }

            if (!IsWellFormed(key))
            {
                context.Report(pair.Key.Span, Message(key: key));
            }
            else if (StartsWithAny(key, ReservedPrefixes) && !StartsWithAny(key, AllowedPrefixes))
            {
                context.Report(pair.Key.Span, MessageReserved(key: key));
            }
        }
    }

    internal static bool IsWellFormed(string key)
    {
        char last = key[key.Length - 1];
        return key[0] is >= 'a' and <= 'z'
            && (last is (>= 'a' and <= 'z') or (>= '0' and <= '9'))
            && key.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '.' or '-' or '_' or '/')
            && key.IndexOf("..", StringComparison.Ordinal) < 0
            && key.IndexOf("--", StringComparison.Ordinal) < 0;
    }

    internal static bool StartsWithAny(string key, string[] prefixes) =>
        Array.Exists(prefixes, prefix => key.StartsWith(prefix, StringComparison.Ordinal));
}
