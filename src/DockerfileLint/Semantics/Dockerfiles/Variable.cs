namespace DockerfileLint.Semantics.Dockerfiles;

/// <summary>What a name stands for at some place.</summary>
/// <param name="Guess">
/// The value, empty where it is not set. Where the certainty is unknown, what it is on linux/amd64 with no build
/// argument given.
/// </param>
/// <param name="Certainty">How sure value and state are.</param>
/// <param name="State">Whether the file defines the name.</param>
/// <param name="RestsOnUnset">Whether a variable that nothing sets is taken for empty in it.</param>
internal readonly record struct Variable(
    string Guess,
    Certainty Certainty,
    VariableState State,
    bool RestsOnUnset = false
)
{
    /// <summary>Nothing can define it.</summary>
    internal static Variable Undefined { get; } = new("", Certainty.Known, VariableState.Undefined);

    /// <summary>The file does not define it, but the base image may.</summary>
    internal static Variable External { get; } = new("", Certainty.Unknown, VariableState.Undefined);

    /// <summary>An ARG without a value: empty, unless a build argument says otherwise.</summary>
    internal static Variable Declared { get; } = new("", Certainty.Default, VariableState.Declared, true);

    /// <summary>Nothing is known to define it, neither the file nor the base image.</summary>
    internal static Variable Unset { get; } = new("", Certainty.Default, VariableState.Undefined, true);

    internal static Variable Set(ExpandedText value) =>
        new(value.Text, value.Certainty, VariableState.Set, value.RestsOnUnset);

    /// <summary>Whether nothing that is known speaks against such a value.</summary>
    internal bool MayBe(Func<string, bool> predicate) =>
        Certainty == Certainty.Unknown || RestsOnUnset || predicate(Guess);

    /// <summary>The same, unless a build argument says otherwise.</summary>
    internal Variable AsDefault() => Certainty == Certainty.Known ? this with { Certainty = Certainty.Default } : this;
}

/// <summary>Whether a file defines a name.</summary>
internal enum VariableState
{
    /// <summary>It does not.</summary>
    Undefined,

    /// <summary>An ARG declares it and gives no value.</summary>
    Declared,

    /// <summary>It has a value, be it empty.</summary>
    Set,
}

/// <summary>A variable in a word.</summary>
/// <param name="Name">The name.</param>
/// <param name="Start">0-based offset of the name in the word.</param>
/// <param name="Variable">What it stands for.</param>
/// <param name="IsUnsetHandled">Whether a modifier says what happens where it is unset.</param>
internal readonly record struct VariableReference(string Name, int Start, Variable Variable, bool IsUnsetHandled);
