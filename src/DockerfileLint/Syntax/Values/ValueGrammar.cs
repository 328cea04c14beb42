using DockerfileLint.Text;
using Sprache;

namespace DockerfileLint.Syntax.Values;

/// <summary>The form of a text value: says where a text leaves it.</summary>
internal sealed class ValueGrammar
{
    private readonly Func<string, TextSpan?> _findProblem;

    /// <param name="form">The form for people: a pattern or an example.</param>
    /// <param name="findProblem">
    /// Gives the offending part of a text, 0-based in it, or <c>null</c> where it is valid.
    /// </param>
    internal ValueGrammar(string form, Func<string, TextSpan?> findProblem)
    {
        Form = form;
        _findProblem = findProblem;
    }

    /// <summary>The form for people, such as <c>30s or 1m30s</c>.</summary>
    internal string Form { get; }

    /// <summary>The offending part of a text, 0-based in it; <c>null</c> where the text is valid.</summary>
    internal TextSpan? FindProblem(string text) => _findProblem(text);

    /// <summary>A form that a text has or has not as a whole.</summary>
    internal static ValueGrammar Of(string form, Func<string, bool> isValid) =>
        new(form, text => isValid(text) ? null : new TextSpan(0, text.Length));

    /// <summary>
    /// A form that a parser reads. What it cannot read is the problem; where it misses something at the end, the whole
    /// text is.
    /// </summary>
    internal static ValueGrammar Of<T>(string form, Parser<T> parser)
    {
        Parser<T> whole = parser.End();
        return new ValueGrammar(
            form,
            text =>
            {
                IResult<T> result = whole.TryParse(text);
                if (result.WasSuccessful)
                {
                    return null;
                }

                int position = Math.Min(result.Remainder.Position, text.Length);
                return position == text.Length
                    ? new TextSpan(0, text.Length)
                    : TextSpan.FromBounds(position, text.Length);
            }
        );
    }
}
