using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DockerfileLint.Analyzers;

/// <summary>
/// Judges what containers of Aspire are given. Image, tag and registry are set one by one, so that the calls on one
/// container are read together: those of a chain, and those on the local that holds it.
/// </summary>
internal sealed class AspireCalls(ConstantValues values, ContainerSettings settings, ImageJudge images)
{
    private readonly ConstantValues _values = values;
    private readonly ContainerSettings _settings = settings;
    private readonly ImageJudge _images = images;
    private readonly RuntimeArguments _runtimeArguments = new(settings, values);

    /// <summary>The chains that calls belong to, each entered when the call around it was visited.</summary>
    private readonly Dictionary<IOperation, Chain> _chains = [];
    private readonly List<Chain> _imageChains = [];

    /// <summary>Takes note of a call; those around it have been visited before.</summary>
    /// <param name="call">A call of whatever method.</param>
    /// <param name="isKnown">Whether Aspire declares the method.</param>
    internal void Collect(IInvocationOperation call, bool isKnown)
    {
        if (GetReceiver(call) is not { } receiver)
        {
            return;
        }

        if (!_chains.TryGetValue(call, out Chain? chain))
        {
            chain = new Chain(FindResult(call));
        }

        switch (receiver)
        {
            case IInvocationOperation:
                _chains[receiver] = chain;
                break;
            case ILocalReferenceOperation local:
                chain.Start = local.Local;
                break;
        }

        if (
            isKnown
            && call.TargetMethod.Name
                is "AddContainer"
                    or "WithImage"
                    or "WithImageTag"
                    or "WithImageSHA256"
                    or "WithImageRegistry"
        )
        {
            if (chain.ImageCalls.Count == 0)
            {
                _imageChains.Add(chain);
            }

            chain.ImageCalls.Add(call);
        }
    }

    /// <summary>Judges a call by itself, when all operations have been visited.</summary>
    internal void Judge(IInvocationOperation call)
    {
        switch (call.TargetMethod.Name)
        {
            case "WithBindMount" when Find(call, "source") is { } source && _values.GetText(source) is { } path:
                _settings.JudgeBindMount(source, path, _values.GetBoolean(Find(call, "isReadOnly")));
                break;
            case "WithContainerRuntimeArgs" when Find(call, "args") is { } arguments:
                _runtimeArguments.Judge(ConstantValues.GetElements(arguments));
                break;
            case "WithEnvironment"
                when Find(call, "value") is { } value
                    && _values.GetText(value) is { } text
                    && _values.GetText(Find(call, "name")) is { } name:
                _settings.JudgeVariable(value, name, text);
                break;
        }
    }

    /// <summary>Judges an argument that a callback adds.</summary>
    internal void JudgeRuntimeArgument(IOperation argument) => _runtimeArguments.Judge([argument]);

    /// <summary>Judges the images, when all operations have been visited.</summary>
    internal void JudgeImages()
    {
        var laterCalls = new Dictionary<ILocalSymbol, ImageState>(SymbolEqualityComparer.Default);
        var results = new HashSet<ILocalSymbol>(SymbolEqualityComparer.Default);
        foreach (Chain chain in _imageChains)
        {
            if (chain.Result is { } result)
            {
                results.Add(result);
            }
        }

        // What starts at a local comes after the chain that the local holds.
        foreach (Chain chain in _imageChains)
        {
            if (chain.Start is { } start)
            {
                laterCalls.TryGetValue(start, out ImageState state);
                laterCalls[start] = JudgeChain(chain, state);
            }
        }

        foreach (Chain chain in _imageChains)
        {
            if (chain.Start is null)
            {
                ImageState later = default;
                if (chain.Result is { } result)
                {
                    laterCalls.TryGetValue(result, out later);
                }

                JudgeTag(JudgeChain(chain, later));
            }
        }

        foreach (KeyValuePair<ILocalSymbol, ImageState> later in laterCalls)
        {
            if (!results.Contains(later.Key))
            {
                JudgeTag(later.Value);
            }
        }
    }

    /// <summary>Judges the images of a chain, and gives what its calls leave to those before them.</summary>
    private ImageState JudgeChain(Chain chain, ImageState state)
    {
        // The outermost call is the last one that runs.
        foreach (IInvocationOperation call in chain.ImageCalls)
        {
            switch (call.TargetMethod.Name)
            {
                case "WithImageSHA256":
                    state.HasDigest = true;
                    break;
                case "WithImageTag":
                    state.Tag ??= Find(call, "tag");
                    break;
                case "WithImageRegistry":
                    state.Registry ??= Find(call, "registry");
                    break;
                default:
                    if (!state.IsReplaced && !state.HasDigest)
                    {
                        JudgeImage(call, state);
                    }

                    state = new ImageState { IsReplaced = true };
                    break;
            }
        }

        return state;
    }

    private void JudgeImage(IInvocationOperation call, ImageState state)
    {
        // AddContainer has an overload whose image is an object.
        if (Find(call, "image") is not { } image || _values.GetText(image) is not { } text)
        {
            return;
        }

        string? registry = _values.GetText(state.Registry);
        if (state.Registry is null || registry is not null)
        {
            IOperation? tag = state.Tag ?? Find(call, "tag");
            _images.JudgeParts(image, text, tag, _values.GetText(tag), registry);
        }
    }

    /// <summary>A tag that no image in sight belongs to.</summary>
    private void JudgeTag(ImageState state)
    {
        if (!state.HasDigest && state.Tag is { } tag && _values.GetText(tag) is { } text)
        {
            _images.JudgeTag(tag, text);
        }
    }

    /// <summary>What a method is called on, as its instance or its first argument.</summary>
    private static IOperation? GetReceiver(IInvocationOperation call) =>
        ConstantValues.Unwrap(
            call.TargetMethod.IsExtensionMethod && call.Arguments.Length > 0 ? call.Arguments[0].Value : call.Instance
        );

    /// <summary>The local that holds what a chain gives.</summary>
    private static ILocalSymbol? FindResult(IInvocationOperation call)
    {
        IOperation? parent = call.Parent;
        while (parent is IConversionOperation)
        {
            parent = parent.Parent;
        }

        return parent switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => declarator.Symbol,
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation local } => local.Local,
            _ => null,
        };
    }

    private static IOperation? Find(IInvocationOperation call, string parameter)
    {
        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (argument.Parameter?.Name == parameter)
            {
                IOperation? value = ConstantValues.Unwrap(argument.Value);
                bool isNull = value?.ConstantValue is { HasValue: true, Value: null };
                return isNull ? null : argument.Value;
            }
        }

        return null;
    }

    private sealed class Chain(ILocalSymbol? result)
    {
        /// <summary>The calls that tell the image, the last one first.</summary>
        internal List<IInvocationOperation> ImageCalls { get; } = [];

        /// <summary>The local that it starts at, or <c>null</c>.</summary>
        internal ILocalSymbol? Start { get; set; }

        /// <summary>The local that holds what it gives, or <c>null</c>.</summary>
        internal ILocalSymbol? Result { get; } = result;
    }

    /// <summary>What later calls say of an image.</summary>
    private struct ImageState
    {
        internal IOperation? Tag;
        internal IOperation? Registry;
        internal bool HasDigest;
        internal bool IsReplaced;
    }
}
