using System.Collections.Concurrent;
using System.Collections.Immutable;
using DockerfileLint.Syntax;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Semantics.Dockerfiles;

/// <summary>
/// Commands that compare what was fetched with a checksum or a signature. Which file they compare is not asked, since
/// its name often comes from a list or a variable.
/// </summary>
internal sealed class ContentVerification
{
    // Offset of the last RUN of a stage that compares something, or -1.
    private readonly ConcurrentDictionary<Stage, int> _lastPlaces = new(concurrencyLevel: 1, capacity: 7);
    private readonly DockerfileModel _model;

    private ContentVerification(DockerfileModel model) => _model = model;

    internal static ContentVerification Of(DockerfileModel model) =>
        model.Indexes.Get(model, static model => new ContentVerification(model));

    /// <summary>Whether one of the commands of a script compares something.</summary>
    internal static bool IsIn(InstructionScript? script) => script?.ComparesContent == true;

    /// <summary>Looks at each command of a script.</summary>
    internal static bool IsAmong(ImmutableArray<RunCommand> commands)
    {
        foreach (RunCommand command in commands)
        {
            if (IsVerification(command))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a later RUN of the same stage compares something.</summary>
    internal bool Follows(InstructionSyntax instruction, Stage stage) =>
        (_lastPlaces.TryGetValue(stage, out int place) ? place : _lastPlaces.GetOrAdd(stage, FindLastPlace(stage)))
        > instruction.Span.Start;

    private int FindLastPlace(Stage stage)
    {
        for (int i = stage.Instructions.Length - 1; i >= 0; i--)
        {
            InstructionSyntax instruction = stage.Instructions[i];
            if (instruction.Kind == InstructionKind.Run && IsIn(_model.GetScript(instruction)))
            {
                return instruction.Span.Start;
            }
        }

        return -1;
    }

    /// <summary>
    /// Whether a command compares something: by itself, or, of a checksum that it prints, with a test around it or a
    /// search behind it.
    /// </summary>
    internal static bool IsVerification(RunCommand command) =>
        command.Name switch
        {
            "gpgv" or "gpgv2" or "sqv" => true,
            "gpg" or "gpg2" => command.HasArgument("--verify", "--verify-files"),
            "cosign" => command.HasArgument("verify-blob"),
            "minisign" => command.Line.HasOption("-V"),
            "signify" => command.Line.HasOption("-C", "-V"),
            "openssl" => command.HasArgument("-verify"),
            var name => IsChecksum(name) && (command.Line.HasOption("-c", "--check") || IsCompared(command.Syntax)),
        };

    private static bool IsChecksum(string program) =>
        program
            is "sha1sum"
                or "sha224sum"
                or "sha256sum"
                or "sha384sum"
                or "sha512sum"
                or "shasum"
                or "md5sum"
                or "b2sum"
                or "b3sum"
                or "cksum"
                or "rhash";

    private static bool IsCompared(ShellSimpleCommandSyntax command)
    {
        if (
            command.Pipeline is { Commands.Length: > 1 } pipeline
            && pipeline.Commands[pipeline.Commands.Length - 1] is ShellSimpleCommandSyntax { Name: { } last }
            && (last.Is("grep") || last.Is("fgrep") || last.Is("egrep") || last.Is("cmp") || last.Is("diff"))
        )
        {
            return true;
        }

        if (!command.IsInSubstitution)
        {
            return false;
        }

        SyntaxNode? node = command.Parent;
        while (node is not (null or ShellScriptSyntax or ShellSimpleCommandSyntax or ShellTestSyntax))
        {
            node = node.Parent;
        }

        return node is ShellTestSyntax
            || (node is ShellSimpleCommandSyntax { Name: { } name } && (name.Is("[") || name.Is("test")));
    }
}
