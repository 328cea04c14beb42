using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Dockerfiles;

/// <summary>
/// The folder that COPY and ADD take files from. The Dockerfile does not name it, so it is its own folder unless
/// something speaks against that.
/// </summary>
internal sealed class BuildContext
{
    internal const string IgnoreFileName = ".dockerignore";

    // The folder itself may be named without its content: '.git/*' leaves out all that matters.
    private const string GitFolder = ".git";
    private const string GitFile = ".git/config";

    private static readonly BuildContext Unknown = new(isKnown: false, ignoreFile: null, folder: "", files: null);

    private readonly string _folder;
    private readonly ISourceFiles? _files;
    private List<string>? _copiedSecrets;

    private BuildContext(bool isKnown, IgnoreFile? ignoreFile, string folder, ISourceFiles? files)
    {
        IsKnown = isKnown;
        IgnoreFile = ignoreFile;
        _folder = folder;
        _files = files;
    }

    /// <summary>
    /// Whether it is known which paths the build leaves out: either <see cref="IgnoreFile"/> is well-formed and says
    /// so, or there is none.
    /// </summary>
    internal bool IsKnown { get; }

    /// <summary>
    /// What the build leaves out, or <c>null</c> where that is nothing or unknown. Well-formed or not.
    /// </summary>
    internal IgnoreFile? IgnoreFile { get; }

    /// <summary>Finds the context of a Dockerfile.</summary>
    internal static BuildContext Find(DockerfileSyntaxTree tree, ISourceFiles? files)
    {
        if (files is null)
        {
            return Unknown;
        }

        SourceFile dockerfile = tree.File;
        int slash = dockerfile.Path.LastIndexOf('/');
        string folder = dockerfile.Path.Substring(0, slash + 1);
        SourceFileLookup found = files.Find(dockerfile.Path + IgnoreFileName);
        if (found.Status == SourceFileStatus.Missing)
        {
            found = files.Find(folder + IgnoreFileName);
        }

        if (found.Status == SourceFileStatus.Unknown)
        {
            return Unknown;
        }

        if (found.File is { } file)
        {
            return IgnoreFile.Parse(file, CountSources(tree)) is { } ignoreFile
                ? new BuildContext(isKnown: ignoreFile.InvalidPattern is null, ignoreFile, folder, files)
                : Unknown;
        }

        // A folder further up with such a file may well be the context: 'docker build -f build/Dockerfile .' is common.
        while (slash > 0)
        {
            slash = dockerfile.Path.LastIndexOf('/', slash - 1);
            string parent = dockerfile.Path.Substring(0, slash + 1);
            if (files.Find(parent + IgnoreFileName).Status != SourceFileStatus.Missing)
            {
                return Unknown;
            }
        }

        return new BuildContext(isKnown: true, ignoreFile: null, folder, files);
    }

    /// <summary>
    /// What should stay out of an image and passes <see cref="IgnoreFile"/>: the history of the repository and the
    /// settings of one machine, which come and go with the checkout and so need not be there now, and private
    /// keys that are there.
    /// </summary>
    internal IReadOnlyList<string> FindCopiedSecrets()
    {
        if (_copiedSecrets is { } known)
        {
            return known;
        }

        var secrets = new List<string>();
        if ((_folder.Length == 0 || IsThere(GitFolder + "/HEAD")) && IsCopied(GitFile))
        {
            secrets.Add(GitFolder);
        }

        if (IsCopied(SecretFiles.DotEnv))
        {
            secrets.Add(SecretFiles.DotEnv);
        }

        secrets.AddRange(SecretFiles.KeyNames.Where(name => IsCopied(name) && IsThere(name)));
        return InterlockedOperations.Initialize(ref _copiedSecrets, secrets);
    }

    private static int CountSources(DockerfileSyntaxTree tree)
    {
        int count = 0;
        foreach (InstructionSyntax instruction in tree.Root.Instructions)
        {
            InstructionSyntax? each = instruction is OnbuildInstructionSyntax onbuild ? onbuild.Trigger : instruction;
            count += each is FileTransferInstructionSyntax transfer ? transfer.Sources.Length : 0;
        }

        return count;
    }

    private bool IsCopied(string path) => IgnoreFile?.FindExcluding(path) is null;

    private bool IsThere(string path) => _files?.Find(_folder + path).Status == SourceFileStatus.Found;
}
