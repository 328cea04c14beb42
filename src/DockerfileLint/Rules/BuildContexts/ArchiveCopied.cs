using DockerfileLint.Semantics.Commands;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.BuildContexts;

[Rule("DL3010")]
internal sealed partial class ArchiveCopied : DockerfileRule
{
    public override IReadOnlyCollection<string> Programs =>
        ["tar", "unzip", "gunzip", "bunzip2", "unlzma", "unxz", "zgz", "uncompress", "zcat", "gzcat"];

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        if (command.Instruction.IsTrigger || !(IsExtraction(command) || IsExtractionWithoutDash(command)))
        {
            return;
        }

        foreach ((WordSyntax source, string name) in FindSources(command, context))
        {
            context.Report(source.Span, Message(file: name));
        }
    }

    /// <summary>The copied archives that a command names, with their names.</summary>
    internal static IEnumerable<(WordSyntax Source, string Name)> FindSources(
        RunCommand command,
        DockerfileRuleContext context
    )
    {
        foreach (CommandWord word in command.Arguments)
        {
            if (
                word.Text.Length > 0
                && word.Text[0] != '-'
                && CopiedArchives.GetBaseName(word.Text) is var name
                && ArchiveName.IsArchive(name)
                && CopiedArchives.Of(context.Model).Find(command.Instruction, name) is { } source
            )
            {
                yield return (source, name);
            }
        }
    }

    /// <summary>Whether a command extracts, as its name or an option says.</summary>
    internal static bool IsExtraction(RunCommand command) =>
        command.Name switch
        {
            "tar" => command.Arguments.Any(word =>
                word.Text is "--extract" or "--get"
                || (word.Text.Length > 1 && word.Text[0] == '-' && word.Text[1] != '-' && word.Text.IndexOf('x') > 0)
            ),
            "unzip" or "gunzip" or "bunzip2" or "unlzma" or "unxz" or "zgz" or "uncompress" or "zcat" or "gzcat" =>
                true,
            _ => false,
        };

    /// <summary>Whether it is <c>tar xzf</c>.</summary>
    private static bool IsExtractionWithoutDash(RunCommand command) =>
        command.Name == "tar"
        && !command.Arguments.IsEmpty
        && command.Arguments[0].Text is { Length: > 0 } first
        && first[0] != '-'
        && first.IndexOf('x') >= 0
        && first.All(char.IsLetter);
}
