using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Text;
using Sprache;
using Grammar = Sprache.Parse;

namespace DockerfileLint.Syntax.Compose;

/// <summary>
/// The short form of a device: <c>HOST[:CONTAINER[:PERMISSIONS]]</c>, or a CDI name <c>vendor/class=name</c>, which is
/// no path.
/// </summary>
[Experimental(ExperimentalApi.Id)]
public sealed class DeviceSpecification
{
    private static readonly Parser<IEnumerable<SpecificationPart>> Sections = SpecificationGrammar
        .Until(':')
        .Part()
        .DelimitedBy(Grammar.Char(':'))
        .End();

    private DeviceSpecification(
        SpecificationPart source,
        SpecificationPart target,
        SpecificationPart permissions,
        TextSpan? problem
    )
    {
        Source = source;
        Target = target;
        Permissions = permissions;
        Problem = problem;
    }

    /// <summary>Path on the host, or the CDI name.</summary>
    public SpecificationPart Source { get; }

    /// <summary>Path in the container; empty where it is the host's.</summary>
    public SpecificationPart Target { get; }

    /// <summary>Letters of <c>rwm</c>; empty where it is all of them.</summary>
    public SpecificationPart Permissions { get; }

    /// <summary>The empty or surplus section for which Compose refuses the specification, or <c>null</c>.</summary>
    public TextSpan? Problem { get; }

    /// <summary>Whether it is a CDI name.</summary>
    public bool IsCdiName =>
        !Source.IsEmpty
        && Source.Text[0] != '/'
        && Source.Text.IndexOf('=') > Source.Text.IndexOf('/')
        && Source.Text.IndexOf('/') > 0;

    /// <summary>
    /// Reads a specification whose variables are expanded; an unknown one may stand as <c>${NAME}</c>.
    /// </summary>
    public static DeviceSpecification Parse(string text)
    {
        if (text is null)
        {
            throw new ArgumentNullException(nameof(text));
        }

        SpecificationPart[] sections = [.. Sections.Parse(text)];
        TextSpan? problem = sections.Length > 3 ? sections[3].Span : null;
        foreach (SpecificationPart section in sections)
        {
            problem ??= section.IsEmpty ? section.Span : null;
        }

        return new DeviceSpecification(
            sections[0],
            sections.ElementAtOrDefault(1),
            sections.ElementAtOrDefault(2),
            problem
        );
    }
}
