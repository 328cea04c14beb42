using DockerfileLint.Diagnostics;

namespace DockerfileLint.Rules;

/// <summary>
/// Ties a rule class to its page in <c>rules/</c>; the generator reads it. A class of several rules, which differ in
/// data alone, has one for each.
/// </summary>
/// <param name="id">The rule's id.</param>
/// <param name="arguments">What the class's constructor gets for this rule.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
internal sealed class RuleAttribute(string id, params object[] arguments) : Attribute
{
    internal string Id { get; } = id;

    internal object[] Arguments { get; } = arguments;

    /// <summary>
    /// Whose behaviour the class is: a peer's class stands beside ours, and a preset chooses between them.
    /// </summary>
    public RuleBehaviour Behaviour { get; set; }
}
