using DockerfileLint.LanguageServer.Protocol;
using DockerfileLint.LanguageServer.Workspaces;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.LanguageServer.Features;

/// <summary>What may be written in a Dockerfile.</summary>
internal sealed class DockerfileCompletions
{
    private static readonly string[] MountTypes = ["bind", "cache", "secret", "ssh", "tmpfs"];
    private static readonly Dictionary<string, string[]> MountOptions = new(StringComparer.Ordinal)
    {
        ["bind"] = ["source", "target", "from", "readwrite"],
        ["cache"] = ["target", "id", "sharing", "from", "source", "mode", "uid", "gid", "readonly"],
        ["secret"] = ["id", "target", "env", "required", "mode", "uid", "gid"],
        ["ssh"] = ["id", "target", "required", "mode", "uid", "gid"],
        ["tmpfs"] = ["target", "size"],
    };

    private static readonly Dictionary<string, string[]> FlagValues = new(StringComparer.Ordinal)
    {
        ["network"] = ["default", "none", "host"],
        ["security"] = ["sandbox", "insecure"],
        ["link"] = ["true", "false"],
        ["parents"] = ["true", "false"],
        ["keep-git-dir"] = ["true", "false"],
        ["unpack"] = ["true", "false"],
        ["platform"] = ["$BUILDPLATFORM", "$TARGETPLATFORM", "linux/amd64", "linux/arm64"],
    };

    private static readonly string[] Signals = ["SIGTERM", "SIGINT", "SIGQUIT", "SIGKILL", "SIGHUP", "SIGUSR1"];

    private readonly DocumentView _view;
    private readonly int _offset;
    private readonly DockerfileModel _model;
    private readonly CancellationToken _cancellation;

    private DockerfileCompletions(DocumentView view, int offset, CancellationToken cancellation)
    {
        _view = view;
        _offset = offset;
        _cancellation = cancellation;
        _model = view.GetDockerfile(cancellation);
    }

    internal static IEnumerable<Proposal> Find(DocumentView view, int offset, CancellationToken cancellation) =>
        new DockerfileCompletions(view, offset, cancellation).Find();

    private IEnumerable<Proposal> Find()
    {
        SourceText text = _view.Text;
        int line = text.GetLinePosition(_offset).Line;
        int lineStart = text.GetLineStart(line);
        string before = text.ToString(TextSpan.FromBounds(lineStart, _offset));
        SyntaxToken token = _offset > 0 ? _model.Tree.FindToken(_offset - 1) : default;
        if (token.Kind == SyntaxKind.HeredocBody)
        {
            return [];
        }

        if (FindVariable(before) is { } variable)
        {
            return Variables(variable);
        }

        if (before.TrimStart().StartsWith('#'))
        {
            return Directives(before, lineStart);
        }

        int index = _model.GetInstructionIndex(_offset);
        InstructionSyntax? instruction =
            index >= 0
            && _model.Tree.Root.Instructions[index] is var found
            && (_offset <= found.Span.End || text.GetLinePosition(found.Span.End).Line == line)
                ? found
                : null;
        string word = before[(before.LastIndexOfAny([' ', '\t']) + 1)..];
        int wordStart = _offset - word.Length;
        if (instruction is null || _offset <= instruction.KeywordSpan.End)
        {
            return before.TrimStart().Length == word.Length ? Keywords(word, wordStart) : [];
        }

        if (instruction is OnbuildInstructionSyntax onbuild)
        {
            if (onbuild.Trigger is null || _offset <= onbuild.Trigger.KeywordSpan.End)
            {
                return Keywords(word, wordStart);
            }

            instruction = onbuild.Trigger;
        }

        return word.StartsWith("--", StringComparison.Ordinal)
            ? Flags(instruction, word, wordStart)
            : Arguments(instruction, word, wordStart);
    }

    /// <summary>Where the name of a variable starts that is being written, or <c>null</c>.</summary>
    private int? FindVariable(string before)
    {
        int start = before.Length;
        while (start > 0 && (char.IsAsciiLetterOrDigit(before[start - 1]) || before[start - 1] == '_'))
        {
            start--;
        }

        return
            (start >= 1 && before[start - 1] == '$')
            || (start >= 2 && before[start - 1] == '{' && before[start - 2] == '$')
            ? _offset - (before.Length - start)
            : null;
    }

    private IEnumerable<Proposal> Variables(int start)
    {
        int index = _model.GetInstructionIndex(_offset);
        InstructionSyntax? instruction = index < 0 ? null : _model.Tree.Root.Instructions[index];
        Stage? stage = instruction is null or FromInstructionSyntax ? null : _model.FindStage(instruction);
        VariableScope scope = stage?.Variables ?? _model.GlobalVariables;
        IEnumerable<string> names = scope.GetNames(1000).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        if (stage is null)
        {
            names = names.Concat(VariableScope.PlatformNames);
        }

        foreach (string name in names)
        {
            Variable value = scope.LookUp(name, _offset);
            if (value.State != VariableState.Undefined)
            {
                yield return new Proposal(name, CompletionItemKind.Variable, start)
                {
                    Detail = value.Guess.Length > 0 ? value.Guess : null,
                };
            }
        }
    }

    private static IEnumerable<Proposal> Directives(string before, int lineStart)
    {
        string content = before.TrimStart('#', ' ');
        int start = lineStart + before.Length - content.Length;
        const string Check = "check=";
        if (content.StartsWith(Check, StringComparison.OrdinalIgnoreCase))
        {
            int skip = content.IndexOf("skip=", StringComparison.Ordinal);
            int comma = content.LastIndexOfAny(['=', ',', ';']);
            int valueStart = start + comma + 1;
            return skip < 0 || content.LastIndexOf(';') > skip
                ? new[] { "skip=", "error=true" }.Select(option => new Proposal(
                    option,
                    CompletionItemKind.Keyword,
                    valueStart
                ))
                : Checks(valueStart);
        }

        return new[] { "syntax=docker/dockerfile:1", "escape=`", "check=skip=" }.Select(directive => new Proposal(
            directive,
            CompletionItemKind.Keyword,
            start
        )
        {
            Documentation = DocumentationTexts.OfDockerfile("directive " + directive.Split('=')[0]),
        });
    }

    private static IEnumerable<Proposal> Checks(int start) =>
        Configuration
            .Preset.Load(Configuration.Preset.Default)
            .Descriptors.Where(rule => SuppressionEdits.GetCheck(rule) is not null)
            .Select(rule => new Proposal(SuppressionEdits.GetCheck(rule)!, CompletionItemKind.Value, start)
            {
                Documentation = rule.Summary,
            })
            .OrderBy(proposal => proposal.Text, StringComparer.Ordinal);

    private IEnumerable<Proposal> Keywords(string word, int start)
    {
        // As the file spells them, or as the writer has begun to.
        bool isLower =
            word.Length > 0
                ? DockerfileFacts.IsLowerCase(word)
                : _model.Tree.Root.Instructions is [var first, ..]
                    && DockerfileFacts.IsLowerCase(_view.Text.AsSpan(first.KeywordSpan));
        var proposals = new List<Proposal>();
        foreach (string name in DockerfileFacts.InstructionNames)
        {
            if (name != "MAINTAINER")
            {
                proposals.Add(
                    new Proposal(isLower ? name.ToLowerInvariant() : name, CompletionItemKind.Keyword, start)
                    {
                        Documentation = DocumentationTexts.OfDockerfile(name),
                    }
                );
            }
        }

        return proposals;
    }

    private IEnumerable<Proposal> Flags(InstructionSyntax instruction, string word, int start)
    {
        int equals = word.IndexOf('=', StringComparison.Ordinal);
        string keyword = DockerfileFacts.GetName(instruction.Kind);
        if (equals < 0)
        {
            var flags = new List<Proposal>();
            foreach (InstructionFlag flag in InstructionFlags.Of(instruction.Kind))
            {
                if (flag.IsList || instruction.GetFlag(flag.Name) is null || word == "--" + flag.Name)
                {
                    flags.Add(
                        new Proposal($"--{flag.Name}{(flag.IsBoolean ? "" : "=")}", CompletionItemKind.Property, start)
                        {
                            Documentation = DocumentationTexts.OfDockerfile($"{keyword} --{flag.Name}"),
                        }
                    );
                }
            }

            return flags;
        }

        string name = word[2..equals];
        int valueStart = start + equals + 1;
        return name switch
        {
            "from" => Stages(instruction, valueStart, includesImages: true),
            "mount" => Mounts(instruction, word[(equals + 1)..], valueStart),
            _ => FlagValues.TryGetValue(name, out string[]? values)
                ? values.Select(value => new Proposal(value, CompletionItemKind.Value, valueStart))
                : [],
        };
    }

    private IEnumerable<Proposal> Mounts(InstructionSyntax instruction, string value, int start)
    {
        int comma = value.LastIndexOf(',');
        string field = value[(comma + 1)..];
        int fieldStart = start + comma + 1;
        int equals = field.IndexOf('=', StringComparison.Ordinal);
        if (equals >= 0)
        {
            int valueStart = fieldStart + equals + 1;
            return field[..equals] switch
            {
                "type" => MountTypes.Select(type => new Proposal(type, CompletionItemKind.Value, valueStart)),
                "from" => Stages(instruction, valueStart, includesImages: true),
                "sharing" => new[] { "shared", "private", "locked" }.Select(sharing => new Proposal(
                    sharing,
                    CompletionItemKind.Value,
                    valueStart
                )),
                "required" => new[] { "true", "false" }.Select(flag => new Proposal(
                    flag,
                    CompletionItemKind.Value,
                    valueStart
                )),
                _ => [],
            };
        }

        string[] fields = value.Split(',');
        string type =
            fields.LastOrDefault(each => each.StartsWith("type=", StringComparison.Ordinal))?["type=".Length..]
            ?? "bind";
        IEnumerable<string> names = MountOptions.TryGetValue(type, out string[]? known) ? known : [];
        return names
            .Prepend("type")
            .Where(name => !fields.Any(each => each.StartsWith(name + "=", StringComparison.Ordinal)))
            .Select(name => new Proposal(
                name is "readonly" or "readwrite" ? name : name + "=",
                CompletionItemKind.Property,
                fieldStart
            )
            {
                Documentation = DocumentationTexts.OfDockerfile("mount " + name),
            });
    }

    private IEnumerable<Proposal> Arguments(InstructionSyntax instruction, string word, int start)
    {
        switch (instruction)
        {
            case FromInstructionSyntax from when from.Image is null || _offset <= from.Image.Span.End:
                return Stages(instruction, start, includesImages: true)
                    .Append(new Proposal("scratch", CompletionItemKind.Reference, start));
            case FromInstructionSyntax from when from.As is null:
                return [new Proposal("AS", CompletionItemKind.Keyword, start)];
            case StopsignalInstructionSyntax:
                return Signals.Select(signal => new Proposal(signal, CompletionItemKind.Value, start));
            case HealthcheckInstructionSyntax { Command: null }:
                return new[] { "CMD", "NONE" }.Select(type => new Proposal(type, CompletionItemKind.Keyword, start));
            case UserInstructionSyntax:
                return new[] { "nobody", "nonroot", "1000" }.Select(user => new Proposal(
                    user,
                    CompletionItemKind.Value,
                    start
                ));
            default:
                // An instruction may still get a flag, before its first argument.
                return word.StartsWith('-') ? Flags(instruction, word, start) : [];
        }
    }

    /// <summary>The stages before an instruction, and the images that the workspace uses.</summary>
    private IEnumerable<Proposal> Stages(InstructionSyntax instruction, int start, bool includesImages)
    {
        Stage? own = _model.FindStage(instruction);
        foreach (Stage stage in _model.Stages)
        {
            if (stage.Index < (own?.Index ?? int.MaxValue) && stage.Name is { } name)
            {
                yield return new Proposal(name, CompletionItemKind.Module, start)
                {
                    Detail = $"stage on {stage.BaseName.DisplayText}",
                };
            }
        }

        if (includesImages)
        {
            foreach ((string image, string path) in WorkspaceImages.Find(_view, _cancellation))
            {
                yield return new Proposal(image, CompletionItemKind.Reference, start) { Detail = $"used in {path}" };
            }
        }
    }
}
