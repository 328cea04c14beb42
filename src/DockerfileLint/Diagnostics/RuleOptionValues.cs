using System.Collections.Immutable;

namespace DockerfileLint.Diagnostics;

/// <summary>The values of a rule's options, in the order of its descriptor. Immutable.</summary>
internal sealed class RuleOptionValues
{
    private readonly ImmutableArray<object> _values;
    private object? _index;

    private RuleOptionValues(RuleDescriptor rule, ImmutableArray<object> values)
    {
        Rule = rule;
        _values = values;
    }

    /// <summary>Whose options they are.</summary>
    internal RuleDescriptor Rule { get; }

    /// <summary>The defaults.</summary>
    internal static RuleOptionValues Create(RuleDescriptor rule) =>
        new(rule, ImmutableArray.CreateRange(rule.Options, option => option.DefaultValue));

    /// <summary>The value of the option with a number, which is of type <typeparamref name="T"/>.</summary>
    internal T Get<T>(int index) => (T)_values[index];

    /// <summary>
    /// What the rule makes of a list among its options: made once, and finished before others see it. A rule has one.
    /// </summary>
    /// <param name="items">The list.</param>
    /// <param name="create">Makes it; the same function for each call.</param>
    internal TIndex GetIndex<TIndex>(ImmutableArray<string> items, Func<ImmutableArray<string>, TIndex> create)
        where TIndex : class
    {
        if (Volatile.Read(ref _index) is TIndex known)
        {
            return known;
        }

        TIndex index = create(items);
        return Interlocked.CompareExchange(ref _index, index, null) as TIndex ?? index;
    }

    /// <summary>The value of an option.</summary>
    /// <exception cref="ArgumentException">The rule's descriptor does not list it.</exception>
    internal T Get<T>(RuleOption<T> option)
        where T : notnull
    {
        if (option is null)
        {
            throw new ArgumentNullException(nameof(option));
        }

        for (int i = 0; i < _values.Length; i++)
        {
            if (Rule.Options[i] == option)
            {
                return Get<T>(i);
            }
        }

        throw new ArgumentException(
            $"The descriptor of {Rule.Id} does not list the option '{option.Name}'.",
            nameof(option)
        );
    }

    /// <summary>The same values but for one, from a text.</summary>
    /// <exception cref="ArgumentException">There is no such option, or it cannot have this value.</exception>
    internal RuleOptionValues With(string name, string value)
    {
        if (name is null)
        {
            throw new ArgumentNullException(nameof(name));
        }

        if (value is null)
        {
            throw new ArgumentNullException(nameof(value));
        }

        if (Rule.FindOption(name) is not { } option)
        {
            string names = string.Join(", ", Rule.Options.Select(each => each.Name));
            throw new ArgumentException(
                Rule.Options.IsEmpty
                    ? $"{Rule.Id} has no options."
                    : $"{Rule.Id} has no option '{name}'. Its options: {names}.",
                nameof(name)
            );
        }

        return With(
            option,
            option.Parse(value)
                ?? throw new ArgumentException(
                    $"'{value}' is no value of the option '{name}' of {Rule.Id}. Allowed: {option.Allowed}.",
                    nameof(value)
                )
        );
    }

    /// <summary>The same values but for one of the rule's options.</summary>
    internal RuleOptionValues With(RuleOption option, object value) =>
        new(Rule, _values.SetItem(Rule.Options.IndexOf(option), value));
}
