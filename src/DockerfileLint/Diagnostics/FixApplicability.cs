namespace DockerfileLint.Diagnostics;

/// <summary>How far a fix can be trusted.</summary>
public enum FixApplicability
{
    /// <summary>Keeps what the file means, but for the change that it is made for.</summary>
    Safe,

    /// <summary>May change what is built or run, in the way that the rule's page says.</summary>
    Unsafe,

    /// <summary>Is shown and never applied.</summary>
    Display,
}
