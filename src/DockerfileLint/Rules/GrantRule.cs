namespace DockerfileLint.Rules;

/// <summary>
/// A rule over what a service is given, as opposed to what it lacks. It visits a service a second time as it is where
/// nobody sets the variables that files leave open, since a variable must not hide what then takes effect.
/// </summary>
internal abstract class GrantRule : ComposeRule;
