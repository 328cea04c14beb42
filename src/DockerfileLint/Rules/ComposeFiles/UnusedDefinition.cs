using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.ComposeFiles;

[Rule("DC1016")]
internal sealed partial class UnusedDefinition : ComposeRule
{
    private static readonly string[] Sections = ["networks", "volumes", "secrets", "configs"];

    public override void VisitProject(ComposeModel model, ComposeRuleContext context)
    {
        if (
            !model.IsComplete
            || model.IsFragment
            || model.Services.Count == 0
            || !model.Services.All(service => service.IsComplete)
        )
        {
            return;
        }

        foreach (string section in Sections)
        {
            if (
                model.Value?.GetMapping(section) is { Entries.Count: > 0 } definitions
                && FindUses(model, section) is { } uses
            )
            {
                foreach (ComposeEntry definition in definitions.Entries)
                {
                    if (!uses.Contains(definition.Name))
                    {
                        context.Report(definition.NameSpan, Message(name: definition.Name, section: section));
                    }
                }
            }
        }
    }

    /// <summary>The names that services use; <c>null</c> where one of them is not known.</summary>
    private static HashSet<string>? FindUses(ComposeModel model, string section)
    {
        var uses = new HashSet<string>(StringComparer.Ordinal);
        if (section == "networks")
        {
            uses.Add("default");
        }

        foreach (Service service in model.Services)
        {
            if (section == "networks" && service.Value.FindPath("networks") is ComposeMapping networks)
            {
                uses.UnionWith(networks.Entries.Select(entry => entry.Name));
                continue;
            }

            foreach (Fact<string> name in FindNames(service, section))
            {
                if (!name.TryGetValue(out string? known))
                {
                    return null;
                }

                uses.Add(known);
            }
        }

        return uses;
    }

    private static IEnumerable<Fact<string>> FindNames(Service service, string section) =>
        section switch
        {
            "networks" => service.GetTexts("networks"),
            "volumes" => service.Mounts.Select(mount => mount.Source).OfType<Fact<string>>(),
            "secrets" => FindItems(service, "secrets").Concat(FindItems(service, "build", "secrets")),
            _ => FindItems(service, "configs")
                .Concat(service.GetText("credential_spec", "config") is { } config ? [config] : []),
        };

    /// <summary>Items that are names, or hold one.</summary>
    private static IEnumerable<Fact<string>> FindItems(Service service, params string[] path)
    {
        foreach (ComposeNode item in service.GetItems(path))
        {
            if ((item as ComposeScalar ?? (item as ComposeMapping)?.GetScalar("source")) is { IsNull: false } source)
            {
                yield return source.Text.Whole;
            }
        }
    }
}
