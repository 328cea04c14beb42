using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace DockerfileLint.Diagnostics;

/// <summary>
/// A setting of a rule. A rule of another assembly makes it once with one of the methods below, lists it in
/// <see cref="RuleDescriptor.Options"/>, and reads it from the context that it is given.
/// </summary>
public abstract class RuleOption
{
    private readonly Func<string, object?> _parse;

    private protected RuleOption(string name, string allowed, object defaultValue, Func<string, object?> parse)
    {
        Name = name ?? throw new ArgumentNullException(nameof(name));
        Allowed = allowed;
        DefaultValue = defaultValue;
        _parse = parse;
    }

    /// <summary>Kebab-case name, unique among the options of the rule.</summary>
    public string Name { get; }

    /// <summary>
    /// What it can be set to, for messages: a phrase such as <c>a whole number from 1 to 9</c>, or the words with
    /// commas between them.
    /// </summary>
    public string Allowed { get; }

    /// <summary>Its value when nothing sets it.</summary>
    internal object DefaultValue { get; }

    /// <summary>An option that is <c>true</c> or <c>false</c>.</summary>
    /// <param name="name">Kebab-case name.</param>
    /// <param name="defaultValue">The value when nothing sets it.</param>
    public static RuleOption<bool> Boolean(string name, bool defaultValue) =>
        new(
            name,
            "true or false",
            defaultValue,
            text =>
                text switch
                {
                    "true" => true,
                    "false" => false,
                    _ => null,
                }
        );

    /// <summary>An option that is a whole number.</summary>
    /// <param name="name">Kebab-case name.</param>
    /// <param name="defaultValue">The value when nothing sets it.</param>
    /// <param name="minimum">The smallest number that is allowed.</param>
    /// <param name="maximum">The largest number that is allowed.</param>
    /// <exception cref="ArgumentOutOfRangeException">The default is not between the bounds.</exception>
    public static RuleOption<int> Integer(
        string name,
        int defaultValue,
        int minimum = int.MinValue,
        int maximum = int.MaxValue
    )
    {
        if (defaultValue < minimum || defaultValue > maximum)
        {
            throw new ArgumentOutOfRangeException(
                nameof(defaultValue),
                defaultValue,
                $"The default is not between {ToText(minimum)} and {ToText(maximum)}."
            );
        }

        string allowed = (minimum, maximum) switch
        {
            (int.MinValue, int.MaxValue) => "a whole number",
            (_, int.MaxValue) => $"a whole number from {ToText(minimum)} up",
            (int.MinValue, _) => $"a whole number up to {ToText(maximum)}",
            _ => $"a whole number from {ToText(minimum)} to {ToText(maximum)}",
        };
        return new RuleOption<int>(
            name,
            allowed,
            defaultValue,
            text =>
                int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number)
                && number >= minimum
                && number <= maximum
                    ? number
                    : null
        );
    }

    /// <summary>An option that is any text.</summary>
    /// <param name="name">Kebab-case name.</param>
    /// <param name="defaultValue">The value when nothing sets it.</param>
    public static RuleOption<string> Text(string name, string defaultValue) =>
        new(name, "any text", defaultValue, text => text);

    /// <summary>An option that is a list of texts, written with commas between them.</summary>
    /// <param name="name">Kebab-case name.</param>
    /// <param name="defaultItems">The items when nothing sets it.</param>
    public static RuleOption<ImmutableArray<string>> List(string name, params string[] defaultItems) =>
        new(name, "a list of texts", ImmutableArray.Create(defaultItems), text => ReadList(text));

    /// <summary>
    /// An option that is one of some words: the members of an enum in kebab-case, so that <c>UpperCase</c> is written
    /// <c>upper-case</c>.
    /// </summary>
    /// <typeparam name="T">The enum.</typeparam>
    /// <param name="name">Kebab-case name.</param>
    /// <param name="defaultValue">The value when nothing sets it.</param>
    public static RuleOption<T> Choice<T>(string name, T defaultValue)
        where T : struct, Enum
    {
        string[] members = typeof(T).GetEnumNames();
        string[] words = Array.ConvertAll(members, ToKebabCase);
        return new RuleOption<T>(
            name,
            string.Join(", ", words),
            defaultValue,
            text =>
                Array.IndexOf(words, text) is >= 0 and var index && Enum.TryParse(members[index], out T value)
                    ? value
                    : null
        );
    }

    /// <summary>
    /// An option that is one of some words; its value is the number of the word, which is that of the member in the
    /// enum that is generated for it.
    /// </summary>
    internal static RuleOption<int> Choice(string name, string[] words, string defaultWord) =>
        new(
            name,
            string.Join(", ", words),
            Array.IndexOf(words, defaultWord),
            text => Array.IndexOf(words, text) is >= 0 and var index ? index : null
        );

    /// <summary>The value that a text stands for, or <c>null</c> where it is not allowed.</summary>
    internal object? Parse(string text) => _parse(text);

    private static ImmutableArray<string> ReadList(string text)
    {
        ImmutableArray<string>.Builder items = ImmutableArray.CreateBuilder<string>();
        foreach (string item in text.Split(','))
        {
            if (item.Trim() is { Length: > 0 } trimmed)
            {
                items.Add(trimmed);
            }
        }

        return items.ToImmutable();
    }

    private static string ToKebabCase(string member)
    {
        var result = new StringBuilder(member.Length + 4);
        foreach (char c in member)
        {
            if (char.IsUpper(c) && result.Length > 0)
            {
                result.Append('-');
            }

            result.Append(char.ToLowerInvariant(c));
        }

        return result.ToString();
    }

    private static string ToText(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A setting of a rule whose values have a type.</summary>
/// <typeparam name="T">The type of its values.</typeparam>
public sealed class RuleOption<T> : RuleOption
    where T : notnull
{
    internal RuleOption(string name, string allowed, T defaultValue, Func<string, object?> parse)
        : base(name, allowed, defaultValue, parse) { }

    /// <summary>Its value when nothing sets it.</summary>
    public T Default => (T)DefaultValue;
}
