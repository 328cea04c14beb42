using System.Collections.Immutable;
using DockerfileLint.Text;

namespace DockerfileLint.Analysis.Suppressions;

/// <summary>A comment that suppresses findings.</summary>
/// <param name="Dialect">Whose syntax it is.</param>
/// <param name="Scope">How far it reaches.</param>
/// <param name="Span">The comment.</param>
/// <param name="Rules">
/// The ids or names with their spans; <c>all</c> in BuildKit's syntax stands for all its rules.
/// </param>
/// <param name="Until">The text after <c>until=</c> with its span, or <c>null</c>.</param>
/// <param name="Reason">The text after <c>reason=</c>, or <c>null</c>.</param>
internal sealed partial record SuppressionComment(
    SuppressionDialects Dialect,
    SuppressionScope Scope,
    TextSpan Span,
    ImmutableArray<NamedSpan> Rules,
    NamedSpan? Until = null,
    string? Reason = null
)
{
    private const string OwnPrefix = "dockerfile-lint";
    private const string HadolintPrefix = "hadolint";
    private const string BuildKitPrefix = "check=";
    private const int BuildKitOptions = 3;

    /// <summary>Whether BuildKit's options make the build fail on any finding of a check.</summary>
    internal bool FailsBuild { get; private init; }

    /// <summary>BuildKit's experimental checks that the comment turns on; <c>all</c> stands for all.</summary>
    internal ImmutableArray<NamedSpan> Experimental { get; private init; } = [];

    /// <summary>
    /// The first of BuildKit's check options that cannot be read, which voids all of them; or <c>null</c>.
    /// </summary>
    internal NamedSpan? Malformed { get; private init; }

    /// <summary>What stands in the place of <c>ignore</c> and means nothing, or <c>null</c>.</summary>
    internal NamedSpan? UnknownVerb { get; private init; }

    /// <summary>Reads a comment, or gives <c>null</c> where it suppresses nothing.</summary>
    /// <param name="text">The file.</param>
    /// <param name="span">The comment with its <c>#</c>.</param>
    /// <param name="allowance">How many names are read; those beyond are left out.</param>
    internal static SuppressionComment? Parse(SourceText text, TextSpan span, SuppressionAllowance allowance)
    {
        var cursor = new Cursor(text, span.Start + 1, span.End);
        cursor.SkipBlanks();
        if (cursor.TrySkip(OwnPrefix))
        {
            return cursor.TrySkip(":") | cursor.SkipBlanks() ? ParseOwn(cursor, span, allowance) : null;
        }

        if (cursor.TrySkip(HadolintPrefix))
        {
            return cursor.SkipBlanks() ? ParseHadolint(cursor, span, allowance) : null;
        }

        return cursor.TrySkip(BuildKitPrefix)
            ? ParseBuildKit(text, TextSpan.FromBounds(cursor.Position, span.End), span, allowance)
            : ParsePeer(cursor, span, allowance);
    }

    /// <summary>Reads the value of BuildKit's check options: up to three pairs, which end at the first blank.</summary>
    internal static SuppressionComment? ParseBuildKit(
        SourceText text,
        TextSpan value,
        TextSpan span,
        SuppressionAllowance allowance
    )
    {
        var cursor = new Cursor(text, value.Start, value.End);
        cursor.CutAtBlank();
        ImmutableArray<NamedSpan> skipped = [];
        ImmutableArray<NamedSpan> experimental = [];
        bool failsBuild = false;
        for (int i = 1; i <= BuildKitOptions && !cursor.IsAtEnd; i++)
        {
            Cursor option = i == BuildKitOptions ? cursor : cursor.Split(';');
            NamedSpan whole = option.Rest();
            NamedSpan key = option.Split('=').Rest();

            // A repeated key: the last one counts.
            switch (key.Name.ToLowerInvariant())
            {
                case "skip" when key.Span != whole.Span:
                    skipped = ReadList(option, allowance);
                    break;
                case "experimental" when key.Span != whole.Span:
                    experimental = ReadList(option, allowance);
                    break;
                case "error" when IsBoolean(option.Rest().Name):
                    failsBuild = option.Rest().Name[0] is '1' or 't' or 'T';
                    break;
                default:
                    return new SuppressionComment(SuppressionDialects.BuildKit, SuppressionScope.Next, span, [])
                    {
                        Malformed = whole,
                    };
            }

            if (i == BuildKitOptions)
            {
                break;
            }
        }

        return skipped.IsEmpty && experimental.IsEmpty && !failsBuild
            ? null
            : new SuppressionComment(SuppressionDialects.BuildKit, SuppressionScope.Next, span, skipped)
            {
                Experimental = experimental,
                FailsBuild = failsBuild,
            };
    }

    private static bool IsBoolean(string text) =>
        text is "1" or "t" or "T" or "true" or "TRUE" or "True" or "0" or "f" or "F" or "false" or "FALSE" or "False";

    private static SuppressionComment? ParseOwn(Cursor cursor, TextSpan span, SuppressionAllowance allowance)
    {
        Cursor verb = cursor.Copy();
        SuppressionScope scope;
        if (cursor.TrySkip("ignore-file"))
        {
            scope = SuppressionScope.File;
        }
        else if (cursor.TrySkip("ignore-stage"))
        {
            scope = SuppressionScope.Stage;
        }
        else if (cursor.TrySkip("ignore"))
        {
            scope = SuppressionScope.Next;
        }
        else
        {
            return ParseUnknown(cursor, span);
        }

        cursor.SkipBlanks();
        if (!cursor.TrySkip("="))
        {
            return ParseUnknown(verb, span);
        }

        ImmutableArray<NamedSpan> rules = ReadList(cursor.SplitList(), allowance);
        NamedSpan? until = null;
        string? reason = null;
        while (!cursor.IsAtEnd)
        {
            cursor.SkipBlanks();
            if (cursor.TrySkip("until="))
            {
                until = cursor.SplitWord().Rest();
            }
            else if (cursor.TrySkip("reason="))
            {
                reason = cursor.Rest().Name.Trim().Trim('"');
                break;
            }
            else
            {
                cursor.SplitWord();
            }
        }

        return new SuppressionComment(
            SuppressionDialects.Own,
            scope,
            span,
            rules,
            until,
            string.IsNullOrEmpty(reason) ? null : reason
        );
    }

    /// <summary>
    /// A comment that has the form of a suppression and a verb that is none; prose about the tool is no suppression.
    /// </summary>
    private static SuppressionComment? ParseUnknown(Cursor cursor, TextSpan span)
    {
        NamedSpan verb = cursor.SplitVerb().Rest();
        cursor.SkipBlanks();
        return verb.Name.Length > 0 && (cursor.TrySkip("=") || cursor.TrySkip(":"))
            ? new SuppressionComment(SuppressionDialects.Own, SuppressionScope.Next, span, []) { UnknownVerb = verb }
            : null;
    }

    private static SuppressionComment? ParseHadolint(Cursor cursor, TextSpan span, SuppressionAllowance allowance)
    {
        SuppressionScope scope = SuppressionScope.Next;
        if (cursor.TrySkip("global"))
        {
            scope = SuppressionScope.File;
            cursor.SkipBlanks();
        }
        else if (cursor.TrySkip("stage"))
        {
            scope = SuppressionScope.Stage;
            cursor.SkipBlanks();
        }

        if (!cursor.TrySkip("ignore"))
        {
            return null;
        }

        cursor.SkipBlanks();
        if (!cursor.TrySkip("="))
        {
            return null;
        }

        ImmutableArray<NamedSpan> rules = ReadList(cursor.Split('#'), allowance);

        // One bad code voids the whole comment.
        foreach (NamedSpan rule in rules)
        {
            foreach (char c in rule.Name)
            {
                if (c is not ('D' or 'L' or 'S' or 'C' or (>= '0' and <= '9')))
                {
                    return null;
                }
            }
        }

        return rules.IsEmpty ? null : new SuppressionComment(SuppressionDialects.Hadolint, scope, span, rules);
    }

    private static ImmutableArray<NamedSpan> ReadList(Cursor list, SuppressionAllowance allowance)
    {
        ImmutableArray<NamedSpan>.Builder items = ImmutableArray.CreateBuilder<NamedSpan>();
        while (!list.IsAtEnd)
        {
            NamedSpan item = list.Split(',').Rest();
            if (item.Name.Length == 0)
            {
                continue;
            }

            if (!allowance.TryTake(item.Span))
            {
                break;
            }

            items.Add(item);
        }

        return items.ToImmutable();
    }

    /// <summary>A place in a comment.</summary>
    private sealed class Cursor(SourceText text, int position, int end)
    {
        private int _end = end;

        internal int Position { get; private set; } = position;

        internal bool IsAtEnd => Position >= _end;

        internal bool SkipBlanks()
        {
            int start = Position;
            while (Position < _end && text[Position] is ' ' or '\t')
            {
                Position++;
            }

            return Position > start;
        }

        internal bool TrySkip(string word)
        {
            bool isHere =
                _end - Position >= word.Length
                && text.AsSpan(new TextSpan(Position, word.Length)).Equals(word.AsSpan(), StringComparison.Ordinal);
            Position += isHere ? word.Length : 0;
            return isHere;
        }

        internal Cursor Copy() => new(text, Position, _end);

        /// <summary>Takes letters and hyphens.</summary>
        internal Cursor SplitVerb()
        {
            int found = Position;
            while (found < _end && text[found] is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '-' or '_')
            {
                found++;
            }

            var part = new Cursor(text, Position, found);
            Position = found;
            return part;
        }

        internal void CutAtBlank() => _end = FindBlank(Position);

        /// <summary>Takes what stands before a separator, or everything.</summary>
        internal Cursor Split(char separator)
        {
            int found = Position;
            while (found < _end && text[found] != separator)
            {
                found++;
            }

            var part = new Cursor(text, Position, found);
            Position = Math.Min(_end, found + 1);
            return part;
        }

        /// <summary>Takes what stands before the next blank.</summary>
        internal Cursor SplitWord()
        {
            int found = FindBlank(Position);
            var part = new Cursor(text, Position, found);
            Position = found;
            return part;
        }

        /// <summary>
        /// Takes a list whose commas may have blanks around them; it ends at a blank that no comma touches.
        /// </summary>
        internal Cursor SplitList()
        {
            SkipBlanks();
            int start = Position;
            int found = start;
            while (found < _end)
            {
                found = FindBlank(found);
                int next = found;
                while (next < _end && text[next] is ' ' or '\t')
                {
                    next++;
                }

                bool continues = next < _end && (text[next] == ',' || (found > start && text[found - 1] == ','));
                if (!continues)
                {
                    break;
                }

                found = next + (text[next] == ',' ? 1 : 0);
            }

            Position = found;
            return new Cursor(text, start, found);
        }

        /// <summary>The rest without blanks around it.</summary>
        internal NamedSpan Rest()
        {
            int first = Position;
            int last = _end;
            while (first < last && text[first] is ' ' or '\t')
            {
                first++;
            }

            while (last > first && text[last - 1] is ' ' or '\t' or '\r')
            {
                last--;
            }

            var span = TextSpan.FromBounds(first, last);
            return new NamedSpan(text.ToString(span), span);
        }

        private int FindBlank(int from)
        {
            while (from < _end && text[from] is not (' ' or '\t'))
            {
                from++;
            }

            return from;
        }
    }
}

/// <summary>A word of a comment and where it stands.</summary>
internal sealed record NamedSpan(string Name, TextSpan Span);
