using System.Collections.Immutable;

namespace DockerfileLint.Generators;

/// <summary>All pages and classes, matched: what the generated code holds.</summary>
/// <param name="Pages">The pages by id, without duplicates.</param>
/// <param name="Classes">
/// The classes by id that have a page of kind <c>rule</c> and the right form, those for the behaviours of peers
/// included.
/// </param>
/// <param name="Problems">What is wrong between them.</param>
internal sealed record CatalogModel(
    EquatableArray<RulePage> Pages,
    EquatableArray<MatchedClass> Classes,
    EquatableArray<Problem> Problems
)
{
    internal static CatalogModel Create(ImmutableArray<RulePage> pages, ImmutableArray<RuleClass> classes)
    {
        var problems = new List<Problem>();
        Dictionary<string, RulePage> pagesById = MatchPages(pages, problems);
        List<MatchedClass> matched = MatchClasses(pagesById, classes, problems);
        return new CatalogModel(
            pagesById.Values.OrderBy(page => page.Id, StringComparer.Ordinal).ToEquatableArray(),
            matched.OrderBy(match => match.FirstPage.Id, StringComparer.Ordinal).ToEquatableArray(),
            problems.ToEquatableArray()
        );
    }

    private static Dictionary<string, RulePage> MatchPages(ImmutableArray<RulePage> pages, List<Problem> problems)
    {
        var byId = new Dictionary<string, RulePage>(StringComparer.Ordinal);
        var byName = new Dictionary<string, RulePage>(StringComparer.Ordinal);
        foreach (RulePage page in pages.OrderBy(page => page.Path, StringComparer.Ordinal))
        {
            if (byId.TryGetValue(page.Id, out RulePage? sameId))
            {
                problems.Add(new Problem(Generators.Problems.DuplicateId, page.IdLocation, page.Id, sameId.FileName));
            }
            else if (byName.TryGetValue(page.Name, out RulePage? sameName))
            {
                problems.Add(
                    new Problem(Generators.Problems.DuplicateName, page.NameLocation, page.Name, sameName.FileName)
                );
            }
            else
            {
                byId.Add(page.Id, page);
                byName.Add(page.Name, page);
            }
        }

        var ids = new HashSet<string>(pages.Select(page => page.Id), StringComparer.Ordinal);
        foreach (RulePage page in pages)
        {
            foreach (RulePageReference superseded in page.Supersedes)
            {
                if (superseded.Id == page.Id || !ids.Contains(superseded.Id))
                {
                    problems.Add(
                        new Problem(Generators.Problems.UnknownSupersededRule, superseded.Location, superseded.Id)
                    );
                }
            }
        }

        return byId;
    }

    private static List<MatchedClass> MatchClasses(
        Dictionary<string, RulePage> pages,
        ImmutableArray<RuleClass> classes,
        List<Problem> problems
    )
    {
        var classesById = new Dictionary<(string Id, string Behaviour), RuleClass>();
        var matched = new List<MatchedClass>();
        foreach (RuleClass type in classes.OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            foreach (UndispatchedVisit visit in type.UndispatchedVisits)
            {
                problems.Add(
                    new Problem(
                        Generators.Problems.UndispatchedVisit,
                        visit.Location,
                        visit.Method,
                        type.ElementsType!,
                        visit.Method.Substring("Visit".Length)
                    )
                );
            }

            var rules = new List<MatchedRule>();
            foreach (ClassRule rule in type.Rules)
            {
                if (!pages.TryGetValue(rule.Id, out RulePage? page))
                {
                    problems.Add(new Problem(Generators.Problems.ClassWithoutPage, type.Location, rule.Id));
                }
                else if (!page.HasClass)
                {
                    problems.Add(new Problem(Generators.Problems.ClassOfOtherKind, type.Location, rule.Id, page.Kind));
                }
                else if (classesById.TryGetValue((rule.Id, rule.Behaviour), out RuleClass? other))
                {
                    problems.Add(
                        new Problem(Generators.Problems.DuplicateClass, type.Location, rule.Id, other.FullName)
                    );
                }
                else if (rule.Behaviour.Length > 0 && !page.Behaviours.Any(declared => NeedsClass(declared, rule)))
                {
                    problems.Add(
                        new Problem(
                            Generators.Problems.UndeclaredBehaviour,
                            type.Location,
                            rule.Id,
                            rule.Behaviour.ToLowerInvariant()
                        )
                    );
                }
                else
                {
                    classesById.Add((rule.Id, rule.Behaviour), type);
                    rules.Add(new MatchedRule(page, rule));
                }
            }

            if (rules.Count > 0 && !type.IsWellFormed)
            {
                problems.Add(new Problem(Generators.Problems.WrongClass, type.Location, type.Name));
            }
            else if (rules.Count > 0)
            {
                matched.Add(new MatchedClass(type, rules.ToEquatableArray()));
                AddDifferences(type, rules, problems);
            }
        }

        foreach (RulePage page in pages.Values.OrderBy(page => page.Id, StringComparer.Ordinal))
        {
            if (page.HasClass && !classesById.ContainsKey((page.Id, "")))
            {
                problems.Add(new Problem(Generators.Problems.PageWithoutClass, page.IdLocation, page.Id));
            }

            foreach (RulePageBehaviour behaviour in page.Behaviours)
            {
                string member = PageSchema.GetBehaviourMember(behaviour.Peer);
                if (behaviour.NeedsClass && !classesById.ContainsKey((page.Id, member)))
                {
                    problems.Add(
                        new Problem(
                            Generators.Problems.BehaviourWithoutClass,
                            behaviour.Location,
                            page.Id,
                            member,
                            behaviour.Peer
                        )
                    );
                }
            }
        }

        return matched;
    }

    /// <summary>One generated part speaks for all pages of a class, so that these must look the same to it.</summary>
    private static void AddDifferences(RuleClass type, List<MatchedRule> rules, List<Problem> problems)
    {
        RulePage first = rules[0].Page;
        foreach (RulePage page in rules.Skip(1).Select(rule => rule.Page))
        {
            string? difference =
                !page.Messages.Select(GetShape).SequenceEqual(first.Messages.Select(GetShape)) ? "messages"
                : !page.Tiers.Select(tier => tier.Name).SequenceEqual(first.Tiers.Select(tier => tier.Name)) ? "tiers"
                : !page.Options.Select(GetShape).SequenceEqual(first.Options.Select(GetShape)) ? "options"
                : null;
            if (difference is not null)
            {
                problems.Add(
                    new Problem(
                        Generators.Problems.DifferentPages,
                        page.IdLocation,
                        page.Id,
                        difference,
                        first.Id,
                        type.Name
                    )
                );
            }
        }
    }

    private static (string Id, EquatableArray<string> Parameters) GetShape(RulePageMessage message) =>
        (message.Id, message.Parameters);

    private static (string Name, string Type) GetShape(RulePageOption option) => (option.Name, option.Type);

    private static bool NeedsClass(RulePageBehaviour behaviour, ClassRule rule) =>
        behaviour.NeedsClass && PageSchema.GetBehaviourMember(behaviour.Peer) == rule.Behaviour;
}

/// <summary>A class and its rules; one in nearly all.</summary>
internal sealed record MatchedClass(RuleClass Class, EquatableArray<MatchedRule> Rules)
{
    /// <summary>The page by which the generated part is written.</summary>
    internal RulePage FirstPage => Rules[0].Page;

    /// <summary>Whether each instance of the class is another rule.</summary>
    internal bool IsShared => Rules.Length > 1;
}

/// <summary>One rule of a class and its page.</summary>
internal sealed record MatchedRule(RulePage Page, ClassRule Rule);
