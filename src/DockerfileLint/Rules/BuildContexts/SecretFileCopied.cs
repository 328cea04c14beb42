using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.BuildContexts;

[Rule("DL5004")]
internal sealed partial class SecretFileCopied : DockerfileRule
{
    private static readonly string[] PackageKeyFolders = ["/etc/apt", "keyring", "rpm-gpg", "/etc/apk/keys"];
    private static readonly string[] KeyImporters = ["apt-key", "gpg", "rpm --import", "rpmkeys"];
    private static readonly char[] WordBoundaries =
    [
        ' ',
        '\t',
        '\r',
        '\n',
        '/',
        '\'',
        '"',
        ';',
        '&',
        '|',
        '=',
        '<',
        '>',
        '(',
        ')',
    ];

    public override void VisitStage(Stage stage, DockerfileRuleContext context)
    {
        HashSet<string>? importedNames = null;
        foreach (InstructionSyntax instruction in stage.Instructions)
        {
            if (instruction is not FileTransferInstructionSyntax transfer)
            {
                continue;
            }

            foreach (ContextSource source in ContextSource.Find(transfer, stage))
            {
                string path = ContextPath.Resolve(source.Value);
                if (
                    !SecretFiles.IsSecret(path)
                    || IsPackageKey(ContextPath.GetName(path), transfer, stage, ref importedNames)
                )
                {
                    continue;
                }

                if (context.BuildContext.IgnoreFile?.FindExcludingAll(source.Value) is null)
                {
                    context.Report(
                        source.Word.Span,
                        Message(source: source.Value),
                        FinalImage.Of(context.Model).HasLayersOf(stage) ? null : BuildStageTier
                    );
                }
            }
        }
    }

    /// <summary>
    /// Whether a key is the public one of a package repository: it goes where such keys lie, or a step hands it to what
    /// checks signatures.
    /// </summary>
    private static bool IsPackageKey(
        string name,
        FileTransferInstructionSyntax transfer,
        Stage stage,
        ref HashSet<string>? importedNames
    )
    {
        if (!SecretFiles.IsAmbiguousKey(name))
        {
            return false;
        }

        string destination = transfer.Destination?.Text ?? "";
        return Array.Exists(PackageKeyFolders, folder => destination.IndexOf(folder, StringComparison.Ordinal) >= 0)
            || (importedNames ??= FindImportedNames(stage)).Contains(name);
    }

    /// <summary>The words of the steps that import keys.</summary>
    private static HashSet<string> FindImportedNames(Stage stage)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (RunInstructionSyntax run in stage.Instructions.OfType<RunInstructionSyntax>())
        {
            string text = run.ToString();
            if (Array.Exists(KeyImporters, importer => text.IndexOf(importer, StringComparison.Ordinal) >= 0))
            {
                names.UnionWith(text.Split(WordBoundaries));
            }
        }

        return names;
    }
}
