using DockerfileLint.Diagnostics;

namespace DockerfileLint.Rules;

/// <summary>Ties a rule class to its page in <c>rules/</c>; the generator reads it.</summary>
/// <param name="id">The rule's id.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class RuleAttribute(string id) : Attribute
{
    internal string Id { get; } = id;

    /// <summary>
    /// Whose behaviour the class is: a peer's class stands beside ours, and a preset chooses between them.
    /// </summary>
    public RuleBehaviour Behaviour { get; set; }
}
