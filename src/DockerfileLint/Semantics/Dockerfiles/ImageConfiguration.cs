using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Dockerfiles;

/// <summary>
/// What a stage leaves in its image beside files: the defaults of the containers that run it. What the image at the
/// start of its FROMs brings along is not among them. Immutable.
/// </summary>
[Experimental(ExperimentalApi.Id)]
public sealed class ImageConfiguration
{
    private readonly Dictionary<string, Fact<string>> _environment = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];
    private readonly List<Fact<string>> _ports = [];
    private readonly List<Fact<string>> _volumes = [];

    private ImageConfiguration(Stage stage)
    {
        Stage = stage;
        foreach (Stage link in GetChain(stage))
        {
            bool hasCommand = false;
            foreach (InstructionSyntax trigger in link.BaseStage?.Triggers ?? [])
            {
                Apply(trigger, link, ref hasCommand);
            }

            foreach (InstructionSyntax instruction in link.Instructions)
            {
                Apply(instruction, link, ref hasCommand);
            }
        }

        Environment = [.. _names.Select(name => new KeyValuePair<string, Fact<string>>(name, _environment[name]))];
        Ports = [.. _ports];
        Volumes = [.. _volumes];
    }

    /// <summary>The stage.</summary>
    public Stage Stage { get; }

    /// <summary>
    /// Whether nothing comes from an image that no file tells of: the stage and those that it is built on start from
    /// nothing.
    /// </summary>
    public bool IsComplete => Stage.RootStage.IsFromScratch;

    /// <summary>Who runs the container.</summary>
    public EffectiveUser User => Stage.User;

    /// <summary>
    /// The variables of ENV by name, in the order in which they are first set; not PATH, unless it is set.
    /// </summary>
    public ImmutableArray<KeyValuePair<string, Fact<string>>> Environment { get; }

    /// <summary>The ports of EXPOSE, <c>8080/tcp</c> or <c>8000-8010/udp</c> each.</summary>
    public ImmutableArray<Fact<string>> Ports { get; }

    /// <summary>The paths of VOLUME.</summary>
    public ImmutableArray<Fact<string>> Volumes { get; }

    /// <summary>
    /// The last HEALTHCHECK, and whether it checks anything, which NONE does not; <c>null</c> where the base image
    /// decides.
    /// </summary>
    public Fact<bool>? Healthcheck { get; private set; }

    /// <summary>
    /// The working directory; unknown where it is relative to one that the base image sets, <c>null</c> where that
    /// alone decides.
    /// </summary>
    public Fact<string>? WorkingDirectory { get; private set; }

    /// <summary>The entry point as it is written, or <c>null</c> where the base image decides.</summary>
    public Fact<string>? Entrypoint { get; private set; }

    /// <summary>
    /// The command as it is written, or <c>null</c> where the base image decides or an ENTRYPOINT has made it empty.
    /// </summary>
    public Fact<string>? Command { get; private set; }

    /// <summary>The signal that ends the container, or <c>null</c> where the base image decides.</summary>
    public Fact<string>? StopSignal { get; private set; }

    /// <summary>What a stage leaves in its image.</summary>
    public static ImageConfiguration Of(Stage stage) => new(stage ?? throw new ArgumentNullException(nameof(stage)));

    /// <summary>A stage and those that it is built on, bases first.</summary>
    private static Stack<Stage> GetChain(Stage stage)
    {
        var chain = new Stack<Stage>();
        for (Stage? link = stage; link is not null && chain.Count < AnalysisBudget.MaxStageChain; link = link.BaseStage)
        {
            chain.Push(link);
        }

        return chain;
    }

    private void Apply(InstructionSyntax instruction, Stage stage, ref bool hasCommand)
    {
        switch (instruction)
        {
            case EnvInstructionSyntax env:
                AddEnvironment(env, stage);
                break;
            case ExposeInstructionSyntax expose:
                foreach (WordSyntax word in expose.Ports)
                {
                    AddPorts(word, stage);
                }

                break;
            case VolumeInstructionSyntax volume:
                _volumes.AddRange(volume.Paths.Select(stage.Expand));
                break;
            case HealthcheckInstructionSyntax { Type: { } type } healthcheck:
                Healthcheck = Create(!type.Text.Equals("NONE", StringComparison.OrdinalIgnoreCase), healthcheck);
                break;
            case WorkdirInstructionSyntax { Path: { } path }:
                WorkingDirectory = Combine(stage.Expand(path));
                break;
            case EntrypointInstructionSyntax entrypoint:
                Entrypoint = GetCommand(entrypoint, entrypoint.Command);

                // The builder drops the command of the base, which was meant for another entry point.
                Command = hasCommand ? Command : null;
                break;
            case CmdInstructionSyntax command:
                Command = GetCommand(command, command.Command);
                hasCommand = true;
                break;
            case StopsignalInstructionSyntax { Signal: { } signal }:
                StopSignal = stage.Expand(signal);
                break;
            default:
                break;
        }
    }

    private void AddEnvironment(EnvInstructionSyntax env, Stage stage)
    {
        foreach (KeyValueSyntax pair in env.Pairs)
        {
            if (pair.Value is not { } value)
            {
                continue;
            }

            string name = pair.Key.Text;
            if (!_environment.ContainsKey(name))
            {
                _names.Add(name);
            }

            Variable variable = stage.Variables.LookUp(name, env.Span.End);
            _environment[name] = new Fact<string>(
                variable.Guess,
                variable.Certainty,
                value,
                value.Span,
                variable.Guess
            );
        }
    }

    private void AddPorts(WordSyntax word, Stage stage)
    {
        Fact<ImmutableArray<string>> expanded = stage.ExpandToWords(word);
        if (!expanded.TryGetValue(out ImmutableArray<string> values))
        {
            _ports.Add(new Fact<string>(null, Certainty.Unknown, word, word.Span, word.Text));
            return;
        }

        foreach (string value in values)
        {
            foreach (ExposedPort port in ExposedPort.Find(word, value))
            {
                string protocol = port.Protocol.Length == 0 ? "tcp" : port.Protocol.ToLowerInvariant();
                _ports.Add(expanded.As($"{port.Port}/{protocol}"));
            }
        }
    }

    /// <summary>Where a path leads from the directory before it.</summary>
    private Fact<string> Combine(Fact<string> path)
    {
        if (!path.TryGetValue(out string? text) || IsRooted(text))
        {
            return path;
        }

        if (WorkingDirectory is not { } current)
        {
            return IsComplete
                ? path.As("/" + text)
                : new Fact<string>(null, Certainty.Unknown, path.Node, path.Span.Span, text);
        }

        Certainty certainty = current.Certainty > path.Certainty ? current.Certainty : path.Certainty;
        string combined = current.DisplayText.TrimEnd('/') + "/" + text;
        return new Fact<string>(combined, certainty, path.Node, path.Span.Span, combined);
    }

    private static bool IsRooted(string path) =>
        path.Length > 0 && (path[0] is '/' or '\\' || (path.Length > 1 && path[1] == ':'));

    private static Fact<string> GetCommand(InstructionSyntax instruction, CommandSyntax command) =>
        Create(instruction.Tree.Text.ToString(command.Span), instruction);

    private static Fact<T> Create<T>(T value, InstructionSyntax instruction) =>
        new(value, Certainty.Known, instruction, instruction.Span, displayText: null);
}
