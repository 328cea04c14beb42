using System.Collections.Immutable;
using DockerfileLint.Text;

namespace DockerfileLint.Analysis.Suppressions;

/// <content>The syntaxes of scanners and other linters, which count where they are asked for.</content>
internal sealed partial record SuppressionComment
{
    /// <summary>The name that stands for all rules of the tool.</summary>
    internal const string AllRules = "all";

    private static readonly string[] CheckovPrefixes = ["checkov:skip=", "bridgecrew:skip=", "cortex:skip="];

    private static SuppressionComment? ParsePeer(Cursor cursor, TextSpan span, SuppressionAllowance allowance)
    {
        if (cursor.TrySkip("trivy:ignore:"))
        {
            return ParseTrivy(cursor, span, allowance);
        }

        if (cursor.TrySkip("kics-scan"))
        {
            return cursor.SkipBlanks() ? ParseKics(cursor, span, allowance) : null;
        }

        if (cursor.TrySkip("nosemgrep") || cursor.TrySkip("nosem"))
        {
            return ParseSemgrep(cursor, span, allowance);
        }

        if (cursor.TrySkip("tally"))
        {
            return cursor.SkipBlanks() ? ParseTally(cursor, span, allowance) : null;
        }

        if (cursor.TrySkip("dclint"))
        {
            return cursor.SkipBlanks() ? ParseDclint(cursor, span, allowance) : null;
        }

        foreach (string prefix in CheckovPrefixes)
        {
            if (cursor.TrySkip(prefix))
            {
                ImmutableArray<NamedSpan> rules = ReadList(cursor.Split(':'), allowance);
                NamedSpan reason = cursor.Rest();
                return rules.IsEmpty
                    ? null
                    : new SuppressionComment(
                        SuppressionDialects.Checkov,
                        SuppressionScope.File,
                        span,
                        rules,
                        Reason: reason.Name.Length > 0 ? reason.Name : null
                    );
            }
        }

        return null;
    }

    private static SuppressionComment? ParseTrivy(Cursor cursor, TextSpan span, SuppressionAllowance allowance)
    {
        ImmutableArray<NamedSpan>.Builder rules = ImmutableArray.CreateBuilder<NamedSpan>();
        NamedSpan? until = null;
        do
        {
            Cursor entry = cursor.SplitWord();
            NamedSpan id = entry.Split(':').Rest();
            if (id.Name.Length > 0 && allowance.TryTake(id.Span))
            {
                rules.Add(id with { Name = GetTrivyId(id.Name) });
            }

            until = entry.TrySkip("exp:") ? entry.Split(':').Rest() : until;
            cursor.SkipBlanks();
        } while (cursor.TrySkip("trivy:ignore:"));

        return rules.Count == 0
            ? null
            : new SuppressionComment(
                SuppressionDialects.Trivy,
                SuppressionScope.Next,
                span,
                rules.ToImmutable(),
                until
            );
    }

    /// <summary>
    /// The id as pages have it, <c>DS-0002</c>, of one written as <c>DS002</c> or <c>AVD-DS-0002</c>.
    /// </summary>
    private static string GetTrivyId(string written)
    {
        string id = written.ToUpperInvariant();
        id = id.StartsWith("AVD-", StringComparison.Ordinal) ? id.Substring("AVD-".Length) : id;
        return id.StartsWith("DS", StringComparison.Ordinal)
            ? "DS-" + id.Substring("DS".Length).TrimStart('-').PadLeft(4, '0')
            : id;
    }

    private static SuppressionComment? ParseKics(Cursor cursor, TextSpan span, SuppressionAllowance allowance)
    {
        NamedSpan verb = cursor.SplitVerb().Rest();
        ImmutableArray<NamedSpan> all = [verb with { Name = AllRules }];
        return verb.Name switch
        {
            "ignore" => new SuppressionComment(SuppressionDialects.Kics, SuppressionScope.File, span, all),
            "ignore-line" => new SuppressionComment(SuppressionDialects.Kics, SuppressionScope.Next, span, all),
            "ignore-block" => new SuppressionComment(SuppressionDialects.Kics, SuppressionScope.Stage, span, all),
            "disable" when cursor.TrySkip("=") => new SuppressionComment(
                SuppressionDialects.Kics,
                SuppressionScope.File,
                span,
                ReadList(cursor.SplitList(), allowance)
            ),
            _ => null,
        };
    }

    private static SuppressionComment? ParseSemgrep(Cursor cursor, TextSpan span, SuppressionAllowance allowance)
    {
        bool isEnd = cursor.IsAtEnd;
        bool hasList = cursor.TrySkip(":");
        bool isSeparate = hasList || cursor.SkipBlanks() || isEnd;
        if (!isSeparate)
        {
            return null;
        }

        // Rules are named with their path, whose last part is the id.
        ImmutableArray<NamedSpan> rules = hasList
            ? ImmutableArray.CreateRange(
                ReadList(cursor.SplitList(), allowance),
                rule => rule with { Name = rule.Name.Substring(rule.Name.LastIndexOf('.') + 1) }
            )
            : [new NamedSpan(AllRules, span)];
        return rules.IsEmpty
            ? null
            : new SuppressionComment(SuppressionDialects.Semgrep, SuppressionScope.Next, span, rules);
    }

    private static SuppressionComment? ParseTally(Cursor cursor, TextSpan span, SuppressionAllowance allowance)
    {
        bool isGlobal = cursor.TrySkip("global");
        cursor.SkipBlanks();
        if (!cursor.TrySkip("ignore="))
        {
            return null;
        }

        ImmutableArray<NamedSpan> rules = ReadList(cursor.Split(';'), allowance);
        string? reason = cursor.TrySkip("reason=") ? cursor.Rest().Name : null;
        return rules.IsEmpty
            ? null
            : new SuppressionComment(
                SuppressionDialects.Tally,
                isGlobal ? SuppressionScope.File : SuppressionScope.Next,
                span,
                rules,
                Reason: string.IsNullOrEmpty(reason) ? null : reason
            );
    }

    private static SuppressionComment? ParseDclint(Cursor cursor, TextSpan span, SuppressionAllowance allowance)
    {
        NamedSpan verb = cursor.SplitVerb().Rest();
        if (verb.Name is not ("disable" or "disable-file" or "disable-line"))
        {
            return null;
        }

        // Rules have blanks between them, or commas.
        ImmutableArray<NamedSpan>.Builder rules = ImmutableArray.CreateBuilder<NamedSpan>();
        while (cursor.SkipBlanks() && !cursor.IsAtEnd)
        {
            rules.AddRange(ReadList(cursor.SplitWord(), allowance));
        }

        return new SuppressionComment(
            SuppressionDialects.Dclint,
            verb.Name == "disable-line" ? SuppressionScope.Next : SuppressionScope.File,
            span,
            rules.Count > 0 ? rules.ToImmutable() : [verb with { Name = AllRules }]
        );
    }
}
