using DockerfileLint.Fuzz.Mutation;

namespace DockerfileLint.Fuzz.Targets;

/// <summary>A part of the library that reads what strangers write.</summary>
/// <param name="name">What it is called on the command line.</param>
internal abstract class FuzzTarget(string name)
{
    /// <summary>All of them.</summary>
    internal static IReadOnlyList<FuzzTarget> All { get; } =
    [
        new DockerfileTarget(),
        new ShellTarget(),
        new YamlTarget(),
        new ComposeTarget(),
        new ConfigurationTarget(),
        new SuppressionTarget(),
        new IgnoreFileTarget(),
        new EnvironmentFileTarget(),
    ];

    internal string Name { get; } = name;

    /// <summary>Reads an input and asks everything that one can ask of it.</summary>
    /// <param name="input">Any bytes.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="OperationCanceledException">It took too long.</exception>
    /// <exception cref="Exception">The input shows a bug.</exception>
    internal abstract void Check(byte[] input, CancellationToken cancellation);

    /// <summary>Makes an input: the same for the same numbers, whichever were made before.</summary>
    internal byte[] CreateMutant(int seed, int number)
    {
        var random = new Random(unchecked((seed * 1_000_003) + (number * 7919)));
        return HostileText.Encode(CreateText(random), random);
    }

    /// <summary>Makes the text of an input.</summary>
    protected abstract string CreateText(Random random);

    public override string ToString() => Name;
}
