using Sprache;

namespace DockerfileLint.Syntax.Values;

/// <summary>When Compose pulls an image: a word, or <c>every_</c> and a period such as <c>every_12h</c>.</summary>
internal static class PullPolicyGrammar
{
    private static readonly Parser<string> Period =
        from number in Parse.Chars("0123456789").AtLeastOnce().Text()
        from unit in Parse.Chars("wdhms")
        select number;

    private static readonly Parser<string> Every = Parse
        .String("every_")
        .Then(_ => Period.AtLeastOnce())
        .Select(periods => "");

    private static readonly ValueGrammar EveryGrammar = ValueGrammar.Of("", Every);

    internal static readonly ValueGrammar Grammar = new(
        "always, missing, if_not_present, never, build, daily, weekly or every_12h",
        text =>
            text is "always" or "missing" or "if_not_present" or "never" or "build" or "daily" or "weekly" or "refresh"
                ? null
                : EveryGrammar.FindProblem(text)
    );
}
