using Sprache;

namespace DockerfileLint.Syntax.Values;

/// <summary>
/// When a container is started again: <c>no</c>, <c>always</c>, <c>unless-stopped</c>, <c>on-failure</c> or
/// <c>on-failure:5</c>.
/// </summary>
internal static class RestartGrammar
{
    private static readonly Parser<string> Limited =
        from policy in Parse.String("on-failure:").Text()
        from attempts in Parse.Chars("0123456789").AtLeastOnce().Text()
        select attempts;

    private static readonly ValueGrammar LimitedGrammar = ValueGrammar.Of("", Limited);

    /// <summary>The plain words, which nearly every file has, need no parser.</summary>
    internal static readonly ValueGrammar Grammar = new(
        "no, always, unless-stopped or on-failure[:ATTEMPTS]",
        text =>
            text is "no" or "always" or "unless-stopped" or "on-failure" or "" ? null : LimitedGrammar.FindProblem(text)
    );
}
