using System.Collections.Immutable;
using DockerfileLint.Diagnostics;
using DockerfileLint.Rules.Style;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.Fixes;

/// <summary>Fixes that rewrite an instruction, its scripts aside.</summary>
internal static class InstructionFixes
{
    private const string AuthorsLabel = "org.opencontainers.image.authors";

    /// <summary>Flags that ADD and COPY have in common.</summary>
    private static readonly string[] CommonFlags = ["chown", "chmod", "link", "exclude"];

    private const string PlainScheme = "http://";

    private static readonly char[] Patterns = ['*', '?', '['];

    /// <summary>Copies what is not unpacked. A pattern may match an archive.</summary>
    internal static bool CopyInsteadOfAdd(InstructionSyntax instruction, DockerfileModel model, FixBuilder fix)
    {
        if (
            instruction is not AddInstructionSyntax add
            || add.Flags.Any(flag => !CommonFlags.Contains(flag.Name, StringComparer.OrdinalIgnoreCase))
            || model.FindStage(add) is not { } stage
        )
        {
            return false;
        }

        foreach (WordSyntax source in add.Sources)
        {
            if (
                !add.IsHeredoc(source)
                && !stage
                    .Expand(source)
                    .IsCertainly(static path =>
                        path.Length > 0
                        && path.IndexOfAny(Patterns) < 0
                        && !ContextPath.IsRemote(path)
                        && !ArchiveName.IsArchive(path)
                    )
            )
            {
                return false;
            }
        }

        ReplaceKeyword(add, "COPY", model, fix);
        fix.Declare(add.Span.Start, [nameof(InstructionKind.Add)], [nameof(InstructionKind.Copy)]);
        return true;
    }

    /// <summary>Writes the label for authors instead of MAINTAINER.</summary>
    internal static bool WriteLabel(InstructionSyntax instruction, DockerfileModel model, FixBuilder fix)
    {
        if (
            instruction is not MaintainerInstructionSyntax { Name: { IsVerbatim: true, Text: var written } name }
            || written.IndexOf('\n') >= 0
        )
        {
            return false;
        }

        string value = written;
        foreach (char quote in "\"'")
        {
            if (value.Length > 2 && value[0] == quote && value.IndexOf(quote, 1) == value.Length - 1)
            {
                value = value.Substring(1, value.Length - 2);
            }
        }

        char escape = model.Tree.Escape;
        if (value.IndexOf(escape) >= 0 || value.IndexOf('"') >= 0)
        {
            return false;
        }

        ReplaceKeyword(instruction, "LABEL", model, fix);
        fix.Replace(name.Span, $"{AuthorsLabel}=\"{value.Replace("$", escape + "$")}\"");
        fix.Declare(
            instruction.Span.Start,
            [nameof(InstructionKind.Maintainer), written],
            [nameof(InstructionKind.Label), $"{AuthorsLabel}={value}"]
        );
        return true;
    }

    /// <summary>Puts the sign between a name and its value, and quotes around one with spaces.</summary>
    internal static bool AddEqualsSign(
        Diagnostic diagnostic,
        InstructionSyntax instruction,
        DockerfileModel model,
        FixBuilder fix
    )
    {
        ImmutableArray<KeyValueSyntax> pairs = instruction switch
        {
            EnvInstructionSyntax { IsLegacy: true } env => env.Pairs,
            LabelInstructionSyntax { IsLegacy: true } label => label.Pairs,
            _ => [],
        };
        if (
            diagnostic.Tier is not null
            || pairs is not [{ Key: { IsVerbatim: true } key, Value: { IsVerbatim: true, Text: var text } value }]
            || text.Length == 0
            || text[0] == '='
            || text.IndexOf('\n') >= 0
        )
        {
            return false;
        }

        bool isQuoted = text.Length > 1 && text[0] is '"' or '\'' && text.IndexOf(text[0], 1) == text.Length - 1;
        bool hasBlank = text.Any(char.IsWhiteSpace);
        if (hasBlank && !isQuoted && (text.IndexOf('"') >= 0 || text.IndexOf('\'') >= 0 || text.IndexOf('\\') >= 0))
        {
            return false;
        }

        fix.Replace(
            TextSpan.FromBounds(key.Span.End, value.Span.End),
            hasBlank && !isQuoted ? $"=\"{text}\"" : "=" + text
        );
        return true;
    }

    /// <summary>Writes the keyword as the file writes most of them.</summary>
    internal static bool AdjustKeyword(InstructionSyntax instruction, DockerfileModel model, FixBuilder fix)
    {
        string written = model.Tree.Text.ToString(instruction.KeywordSpan);
        fix.Replace(
            instruction.KeywordSpan,
            KeywordCasing.Of(model).IsLowerCase ? written.ToLowerInvariant() : written.ToUpperInvariant()
        );
        if (instruction is FromInstructionSyntax { As: { IsVerbatim: true } keyword })
        {
            // It is to be written as its FROM is.
            fix.Replace(keyword.Span, KeywordCasing.Of(model).IsLowerCase ? "as" : "AS");
        }

        return true;
    }

    /// <summary>Fetches from the same host through TLS. ADD does without a checksum as ill there.</summary>
    internal static bool FetchWithTls(
        TextSpan place,
        InstructionSyntax instruction,
        DockerfileModel model,
        FixBuilder fix
    )
    {
        ReadOnlySpan<char> written = model.Tree.Text.AsSpan(place);
        int scheme = written.IndexOf(PlainScheme.AsSpan());
        if (scheme < 0 || instruction is not RunInstructionSyntax)
        {
            return false;
        }

        // Behind another port there is another service.
        ReadOnlySpan<char> host = written.Slice(scheme + PlainScheme.Length);
        int end = host.IndexOfAny("/?# ".AsSpan());
        host = end < 0 ? host : host.Slice(0, end);
        if (host.IsEmpty || host.IndexOfAny(":$\\\"".AsSpan()) >= 0)
        {
            return false;
        }

        fix.Insert(place.Start + scheme + "http".Length, "s");
        fix.Rewrite(instruction);
        return true;
    }

    /// <summary>Writes AS as its FROM is written.</summary>
    internal static bool AdjustAs(InstructionSyntax instruction, DockerfileModel model, FixBuilder fix)
    {
        if (instruction is not FromInstructionSyntax { As: { IsVerbatim: true } keyword } from)
        {
            return false;
        }

        fix.Replace(keyword.Span, DockerfileFacts.IsLowerCase(model.Tree.Text.AsSpan(from.KeywordSpan)) ? "as" : "AS");
        return true;
    }

    /// <summary>Writes a word that is taken in any case in lower case.</summary>
    internal static bool LowerCase(TextSpan place, DockerfileModel model, FixBuilder fix)
    {
        string written = model.Tree.Text.ToString(place);
        if (!IsPlain(written))
        {
            return false;
        }

        fix.Replace(place, written.ToLowerInvariant());
        return true;
    }

    /// <summary>Removes the lines that the builder drops.</summary>
    internal static bool RemoveBlankLines(InstructionSyntax instruction, FixBuilder fix)
    {
        SourceText text = instruction.Tree.Text;
        bool isAny = false;
        foreach (TextSpan line in instruction.BlankLines)
        {
            int end = text.AsSpan().Slice(line.End).IndexOf('\n');
            if (end < 0)
            {
                return isAny;
            }

            fix.Remove(TextSpan.FromBounds(line.Start, line.End + end + 1));
            isAny = true;
        }

        return isAny;
    }

    /// <summary>Writes the whole path of a folder below one that an earlier WORKDIR of the stage names.</summary>
    internal static bool CompleteWorkdir(InstructionSyntax instruction, DockerfileModel model, FixBuilder fix)
    {
        if (
            instruction is not WorkdirInstructionSyntax { Path: { IsVerbatim: true } path }
            || !IsPlain(path.Text)
            || model.FindStage(instruction) is not { } stage
        )
        {
            return false;
        }

        string? folder = null;
        foreach (InstructionSyntax other in stage.Instructions)
        {
            if (other.Span.Start >= instruction.Span.Start)
            {
                break;
            }

            if (other is WorkdirInstructionSyntax { Path: { } outer })
            {
                if (!stage.Expand(outer).TryGetKnown(out string? value) || !IsPlain(value))
                {
                    return false;
                }

                folder =
                    value.StartsWith("/", StringComparison.Ordinal) ? value
                    : folder is null ? null
                    : ContextPath.Clean($"{folder}/{value}");
            }
        }

        if (folder is null || folder.IndexOf(':') >= 0)
        {
            return false;
        }

        string whole = ContextPath.Clean($"{folder}/{path.Text}");
        fix.Replace(path.Span, whole);
        fix.Declare(path.Span.Start, [path.Text], [whole]);
        return true;
    }

    /// <summary>Sets a variable for the build alone.</summary>
    internal static bool ArgInsteadOfEnv(InstructionSyntax instruction, DockerfileModel model, FixBuilder fix)
    {
        if (instruction is not EnvInstructionSyntax { IsLegacy: false, Pairs.Length: 1 } env || env.IsTrigger)
        {
            return false;
        }

        ReplaceKeyword(env, "ARG", model, fix);
        fix.Rewrite(env);
        return true;
    }

    /// <summary>Whether a word stands for itself, wherever it is written.</summary>
    private static bool IsPlain(string word)
    {
        foreach (char c in word)
        {
            if (c is '$' or '"' or '\'' or '\\' or '`' or '~' or <= ' ')
            {
                return false;
            }
        }

        return true;
    }

    private static void ReplaceKeyword(
        InstructionSyntax instruction,
        string keyword,
        DockerfileModel model,
        FixBuilder fix
    ) =>
        fix.Replace(
            instruction.KeywordSpan,
            DockerfileFacts.IsLowerCase(model.Tree.Text.AsSpan(instruction.KeywordSpan))
                ? keyword.ToLowerInvariant()
                : keyword
        );
}
