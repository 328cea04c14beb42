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
            matched.OrderBy(match => match.Page.Id, StringComparer.Ordinal).ToEquatableArray(),
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
        foreach (RuleClass rule in classes.OrderBy(rule => rule.FullName, StringComparer.Ordinal))
        {
            foreach (UndispatchedVisit visit in rule.UndispatchedVisits)
            {
                problems.Add(
                    new Problem(
                        Generators.Problems.UndispatchedVisit,
                        visit.Location,
                        visit.Method,
                        rule.ElementsType!,
                        visit.Method.Substring("Visit".Length)
                    )
                );
            }

            if (!pages.TryGetValue(rule.Id, out RulePage? page))
            {
                problems.Add(new Problem(Generators.Problems.ClassWithoutPage, rule.Location, rule.Id));
            }
            else if (!page.HasClass)
            {
                problems.Add(new Problem(Generators.Problems.ClassOfOtherKind, rule.Location, rule.Id, page.Kind));
            }
            else if (classesById.TryGetValue((rule.Id, rule.Behaviour), out RuleClass? other))
            {
                problems.Add(new Problem(Generators.Problems.DuplicateClass, rule.Location, rule.Id, other.FullName));
            }
            else if (rule.Behaviour.Length > 0 && !page.Behaviours.Any(declared => NeedsClass(declared, rule)))
            {
                problems.Add(
                    new Problem(
                        Generators.Problems.UndeclaredBehaviour,
                        rule.Location,
                        rule.Id,
                        rule.Behaviour.ToLowerInvariant()
                    )
                );
            }
            else
            {
                classesById.Add((rule.Id, rule.Behaviour), rule);
                if (rule.IsWellFormed)
                {
                    matched.Add(new MatchedClass(rule, page));
                }
                else
                {
                    problems.Add(new Problem(Generators.Problems.WrongClass, rule.Location, rule.Name));
                }
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

    private static bool NeedsClass(RulePageBehaviour behaviour, RuleClass rule) =>
        behaviour.NeedsClass && PageSchema.GetBehaviourMember(behaviour.Peer) == rule.Behaviour;
}

/// <summary>A class and its page.</summary>
internal sealed record MatchedClass(RuleClass Class, RulePage Page);
