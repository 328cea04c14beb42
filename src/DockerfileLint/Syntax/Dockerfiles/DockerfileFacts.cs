namespace DockerfileLint.Syntax.Dockerfiles;

/// <summary>
/// The words of the language: instruction names and the two classes of blanks that the reference builder tells apart.
/// </summary>
internal static class DockerfileFacts
{
    /// <summary>All instruction names, upper case, in the order of <see cref="InstructionKind"/>.</summary>
    private static readonly string[] Names =
    [
        "",
        "ADD",
        "ARG",
        "CMD",
        "COPY",
        "ENTRYPOINT",
        "ENV",
        "EXPOSE",
        "FROM",
        "HEALTHCHECK",
        "LABEL",
        "MAINTAINER",
        "ONBUILD",
        "RUN",
        "SHELL",
        "STOPSIGNAL",
        "USER",
        "VOLUME",
        "WORKDIR",
    ];

    internal static ReadOnlySpan<string> InstructionNames => Names.AsSpan(1);

    internal static string GetName(InstructionKind kind) => Names[(int)kind];

    /// <summary>Whether a word of the language is written in lower case throughout.</summary>
    internal static bool IsLowerCase(ReadOnlySpan<char> word)
    {
        foreach (char c in word)
        {
            if (c is >= 'A' and <= 'Z')
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a word of the language is written in upper case throughout.</summary>
    internal static bool IsUpperCase(ReadOnlySpan<char> word)
    {
        foreach (char c in word)
        {
            if (c is >= 'a' and <= 'z')
            {
                return false;
            }
        }

        return true;
    }

    internal static InstructionKind GetKind(ReadOnlySpan<char> name)
    {
        if (name.Length is < 3 or > 11)
        {
            return InstructionKind.Unknown;
        }

        for (int i = 1; i < Names.Length; i++)
        {
            if (name.Equals(Names[i].AsSpan(), StringComparison.OrdinalIgnoreCase))
            {
                return (InstructionKind)i;
            }
        }

        return InstructionKind.Unknown;
    }

    /// <summary>
    /// The narrow class: what separates an instruction from its arguments and the words of COPY, FROM, EXPOSE and
    /// VOLUME. Not NBSP and its kin.
    /// </summary>
    internal static bool IsBlank(char c) => c is ' ' or '\t' or '\v' or '\f' or '\r';

    internal static int SkipBlanks(ReadOnlySpan<char> text, int position)
    {
        while (position < text.Length && IsBlank(text[position]))
        {
            position++;
        }

        return position;
    }

    /// <summary>Skips the wide class, Unicode's white space.</summary>
    internal static int SkipWhiteSpace(ReadOnlySpan<char> text, int position)
    {
        while (position < text.Length && char.IsWhiteSpace(text[position]))
        {
            position++;
        }

        return position;
    }

    internal static int TrimEnd(ReadOnlySpan<char> text, int start, int end)
    {
        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return end;
    }
}
