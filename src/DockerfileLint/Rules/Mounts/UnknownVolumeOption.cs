using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.Mounts;

[Rule("DC1009")]
internal sealed partial class UnknownVolumeOption : ComposeRule
{
    private static readonly string[] Options =
    [
        "ro",
        "rw",
        "nocopy",
        "z",
        "Z",
        "private",
        "rprivate",
        "shared",
        "rshared",
        "slave",
        "rslave",
    ];

    /// <summary>Hints for Docker Desktop that no longer do anything, and other engines' options: no slips.</summary>
    private static readonly string[] Ignored =
    [
        "cached",
        "delegated",
        "consistent",
        "default",
        "U",
        "O",
        "rbind",
        "bind",
        "exec",
        "noexec",
        "dev",
        "nodev",
        "suid",
        "nosuid",
    ];

    public override void VisitService(Service service, ComposeRuleContext context)
    {
        foreach (Mount mount in service.Mounts)
        {
            if (!mount.Kind.IsCertainly(kind => kind is MountKind.Bind or MountKind.Volume))
            {
                continue;
            }

            foreach (Fact<string> option in mount.Options)
            {
                if (
                    !option.TryGetValue(out string? name)
                    || name.Length == 0
                    || Array.IndexOf(Options, name) >= 0
                    || Array.IndexOf(Ignored, name) >= 0
                )
                {
                    continue;
                }

                context.Report(
                    option.Span,
                    GetSuggestion(name) is { } suggestion
                        ? MessageSimilar(option: name, service: service.Name, suggestion: suggestion)
                        : Message(option: name, service: service.Name, options: string.Join(", ", Options))
                );
            }
        }
    }

    // Two letters are too few to be near to anything, but what starts like read-only means it.
    private static string? GetSuggestion(string option) =>
        option.StartsWith("r0", StringComparison.OrdinalIgnoreCase)
        || option.StartsWith("read", StringComparison.OrdinalIgnoreCase)
        || option.Equals("ro", StringComparison.OrdinalIgnoreCase)
            ? "ro"
        : option.Length > 3 ? SpellChecker.GetSuggestion(option.AsSpan(), Options)
        : null;
}
