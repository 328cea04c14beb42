using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Syntax.Values;
using DockerfileLint.Text;
using Sprache;
using Grammar = Sprache.Parse;

namespace DockerfileLint.Syntax.Compose;

/// <summary>The short form of a port: <c>[IP:][HOST[-HOST]:]CONTAINER[-CONTAINER][/PROTOCOL]</c>.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed class PortSpecification
{
    private static readonly Parser<string> Address =
        from open in Grammar.Char('[')
        from address in Grammar.CharExcept("[]").Many().Text()
        from close in Grammar.Char(']')
        select address;

    private static readonly Parser<IEnumerable<SpecificationPart>> Sections = Address
        .Or(SpecificationGrammar.Until(':', '/'))
        .Part()
        .DelimitedBy(Grammar.Char(':'));

    private static readonly Parser<PortSpecification> Specification =
        from sections in Sections
        from slash in Grammar.Char('/').Optional()
        from protocol in Grammar.AnyChar.Many().Text().Part()
        select Create([.. sections], protocol);

    private PortSpecification(
        SpecificationPart address,
        SpecificationPart published,
        SpecificationPart target,
        SpecificationPart protocol
    )
    {
        HostAddress = address;
        Published = published;
        Target = target;
        Protocol = protocol;
    }

    /// <summary>Address on the host without brackets; empty for all of them.</summary>
    public SpecificationPart HostAddress { get; }

    /// <summary>Port or range on the host; empty where the engine chooses.</summary>
    public SpecificationPart Published { get; }

    /// <summary>Port or range in the container.</summary>
    public SpecificationPart Target { get; }

    /// <summary><c>tcp</c>, <c>udp</c> or <c>sctp</c>; empty for TCP.</summary>
    public SpecificationPart Protocol { get; }

    /// <summary>
    /// Reads a specification whose variables are expanded; an unknown one may stand as <c>${NAME}</c>.
    /// </summary>
    public static PortSpecification Parse(string text)
    {
        if (text is null)
        {
            throw new ArgumentNullException(nameof(text));
        }

        return text.AsSpan().IndexOfAny('[', ']', '$') >= 0 ? ParseWithGrammar(text) : ParsePlain(text);
    }

    internal static PortSpecification ParseWithGrammar(string text) => Specification.Parse(text);

    // Nearly every port has no brackets and no variable, and then a split says the same as the grammar.
    private static PortSpecification ParsePlain(string text)
    {
        int slash = text.IndexOf('/');
        int end = slash < 0 ? text.Length : slash;
        SpecificationPart protocol =
            slash < 0
                ? new SpecificationPart("", new TextSpan(end, 0))
                : new SpecificationPart(text.Substring(slash + 1), TextSpan.FromBounds(slash + 1, text.Length));
        return Create([.. SpecificationGrammar.Split(text, 0, end, ':')], protocol);
    }

    // From the right: the last section is the container's, the one before it the host's, the rest an address, which may
    // be an IPv6 one without brackets.
    private static PortSpecification Create(SpecificationPart[] sections, SpecificationPart protocol)
    {
        int count = sections.Length;
        SpecificationPart address = default;
        if (count > 2)
        {
            address =
                count == 3
                    ? sections[0]
                    : new SpecificationPart(
                        string.Join(":", sections.Take(count - 2).Select(section => section.Text)),
                        TextSpan.FromBounds(sections[0].Span.Start, sections[count - 3].Span.End)
                    );
        }

        return new PortSpecification(address, count > 1 ? sections[count - 2] : default, sections[count - 1], protocol);
    }

    /// <summary>First and last port of a section; <c>false</c> where it is none, or not known.</summary>
    public static bool TryGetRange(SpecificationPart section, out int first, out int last)
    {
        PortRange? range = section.IsEmpty ? null : PortRange.TryParse(section.Text);
        (first, last) = range is { } ports ? (ports.First, ports.Last) : (0, 0);
        return range is not null;
    }
}
