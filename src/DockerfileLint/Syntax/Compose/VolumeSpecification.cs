using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Text;

namespace DockerfileLint.Syntax.Compose;

/// <summary>
/// The short form of a service volume: <c>TARGET</c>, <c>SOURCE:TARGET</c> or <c>SOURCE:TARGET:OPTION,…</c>.
/// </summary>
[Experimental(ExperimentalApi.Id)]
public sealed class VolumeSpecification
{
    private VolumeSpecification(
        SpecificationPart source,
        SpecificationPart target,
        IReadOnlyList<SpecificationPart> options,
        TextSpan? problem
    )
    {
        Source = source;
        Target = target;
        Options = options;
        Problem = problem;
    }

    /// <summary>Host path or volume name; empty for an anonymous volume.</summary>
    public SpecificationPart Source { get; }

    /// <summary>Path in the container.</summary>
    public SpecificationPart Target { get; }

    /// <summary>The options, unknown ones included; Compose ignores those without a word.</summary>
    public IReadOnlyList<SpecificationPart> Options { get; }

    /// <summary>The empty or surplus section for which Compose refuses the specification, or <c>null</c>.</summary>
    public TextSpan? Problem { get; }

    /// <summary>Whether the source is a path on the host; otherwise it names a volume.</summary>
    public bool IsBind => IsHostPath(Source.Text);

    /// <summary>
    /// Reads a specification whose variables are expanded; an unknown one may stand as <c>${NAME}</c>.
    /// </summary>
    public static VolumeSpecification Parse(string text)
    {
        if (text is null)
        {
            throw new ArgumentNullException(nameof(text));
        }

        if (text.Length <= 2)
        {
            return new VolumeSpecification(
                default,
                new SpecificationPart(text, new TextSpan(0, text.Length)),
                [],
                text.Length == 0 ? default(TextSpan) : null
            );
        }

        List<SpecificationPart> sections = SplitSections(text);
        TextSpan? problem = sections.Count > 3 ? sections[3].Span : null;
        foreach (SpecificationPart section in sections)
        {
            problem ??= section.IsEmpty ? section.Span : null;
        }

        return sections.Count == 1
            ? new VolumeSpecification(default, sections[0], [], problem)
            : new VolumeSpecification(
                sections[0],
                sections[1],
                sections.Count > 2
                    ? SpecificationGrammar.Split(text, sections[2].Span.Start, sections[2].Span.End, ',')
                    : [],
                problem
            );
    }

    // A single letter before a colon is a Windows drive.
    private static List<SpecificationPart> SplitSections(string text)
    {
        var sections = new List<SpecificationPart>(3);
        int start = 0;
        while (true)
        {
            bool hasDrive = start + 1 < text.Length && char.IsLetter(text[start]) && text[start + 1] == ':';
            int end = SpecificationGrammar.FindSeparator(text, start + (hasDrive ? 2 : 0), text.Length, ':');
            sections.Add(new SpecificationPart(text.Substring(start, end - start), TextSpan.FromBounds(start, end)));
            if (end == text.Length)
            {
                return sections;
            }

            start = end + 1;
        }
    }

    internal static bool IsHostPath(string? source) =>
        source is { Length: > 0 }
        && (
            source[0] is '.' or '/' or '~' or '\\'
            || (source.Length > 1 && source[1] == ':' && char.IsLetter(source[0]))
        );
}
