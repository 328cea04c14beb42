using System.Collections.Immutable;
using System.CommandLine;
using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.CommandLine.Commands;

/// <summary>
/// What <c>docker build</c> is asked for, and what runs the Compose files: both have an option <c>--target</c>.
/// </summary>
internal sealed class BuildOptions
{
    private const string Compose = "compose";
    private const string Swarm = "swarm";

    private readonly Option<string[]> _target = new("--target")
    {
        Description =
            "What runs the Compose files, compose or swarm, default: compose; any other name is the stage that "
            + "Dockerfiles are built to. Once for each.",
        HelpName = "compose|swarm|STAGE",
    };
    private readonly Option<string> _stage = new("--build-target")
    {
        Description = "Stage that Dockerfiles are built to, whatever its name. Default: the last one.",
        HelpName = "STAGE",
    };
    private readonly Option<string[]> _arguments = new("--build-arg")
    {
        Description = "Value of an ARG in Dockerfiles; without '=' it is set to what nobody knows. Repeatable.",
        HelpName = "NAME=VALUE",
    };
    private readonly Option<string> _platform = new("--platform")
    {
        Description = "Platform that Dockerfiles are built for, such as linux/arm64.",
        HelpName = "OS/ARCH",
    };

    internal IEnumerable<Option> All => [_target, _stage, _arguments, _platform];

    /// <summary>What the options say.</summary>
    /// <param name="result">The command line.</param>
    /// <param name="target">What runs the Compose files, or <c>null</c> where no option says it.</param>
    /// <exception cref="UsageException">A value means nothing, or two exclude each other.</exception>
    internal BuildRequest Read(ParseResult result, out ComposeTarget? target)
    {
        string[] targets = result.GetValue(_target) ?? [];
        string[] runners = [.. targets.Where(name => name is Compose or Swarm).Distinct()];
        string[] stages =
        [
            .. targets
                .Where(name => name is not (Compose or Swarm))
                .Concat(result.GetValue(_stage) is { } stage ? [stage] : [])
                .Distinct(),
        ];
        if (runners.Length > 1)
        {
            throw new UsageException($"{_target.Name}: '{Compose}' and '{Swarm}' exclude each other.");
        }

        if (stages.Length > 1)
        {
            throw new UsageException($"{_target.Name}: a build makes one stage, not '{stages[0]}' and '{stages[1]}'.");
        }

        if (stages is [""])
        {
            throw new UsageException($"{_target.Name}: the name of a stage is empty.");
        }

        if (
            stages is [var name]
            && targets.Contains(name)
            && SpellChecker.GetSuggestion(name, [Compose, Swarm]) is { } meant
        )
        {
            throw new UsageException(
                $"{_target.Name}: '{name}' is neither '{Compose}' nor '{Swarm}'. Did you mean '{meant}'? "
                    + $"For a stage of that name write {_stage.Name} {name}."
            );
        }

        string? platform = result.GetValue(_platform);
        if (platform is not null && !IsPlatform(platform))
        {
            throw new UsageException(
                $"{_platform.Name}: '{platform}' is no platform. Write one such as 'linux/amd64' or 'linux/arm/v7'."
            );
        }

        target = runners switch
        {
            [Swarm] => ComposeTarget.Swarm,
            [Compose] => ComposeTarget.Compose,
            _ => null,
        };
        return new BuildRequest
        {
            Target = stages is [var only] ? only : null,
            Platform = platform,
            Arguments = ReadArguments(result.GetValue(_arguments) ?? []),
        };
    }

    private ImmutableSortedDictionary<string, BuildArgument> ReadArguments(string[] written)
    {
        ImmutableSortedDictionary<string, BuildArgument>.Builder arguments = BuildRequest.Default.Arguments.ToBuilder();
        foreach (string argument in written)
        {
            int equals = argument.IndexOf('=', StringComparison.Ordinal);
            string name = equals < 0 ? argument : argument[..equals];
            if (name.Length == 0)
            {
                throw new UsageException($"{_arguments.Name}: '{argument}' has no name. Write NAME=VALUE.");
            }

            arguments[name] =
                equals < 0 ? new BuildArgument("", Certainty.Unknown) : new BuildArgument(argument[(equals + 1)..]);
        }

        return arguments.ToImmutable();
    }

    private static bool IsPlatform(string text)
    {
        string[] parts = text.Split('/');
        return parts.Length is 2 or 3 && Array.TrueForAll(parts, part => part.Length > 0);
    }
}
