namespace DockerfileLint.Rules;

/// <summary>Ties a rule class to its page in <c>rules/</c>; the generator reads it.</summary>
/// <param name="id">The rule's id.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class RuleAttribute(string id) : Attribute
{
    internal string Id { get; } = id;
}
