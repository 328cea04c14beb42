using System.Diagnostics;
using DockerfileLint.Analysis.Languages;
using DockerfileLint.Configuration;
using DockerfileLint.Files;
using DockerfileLint.LanguageServer.Protocol;
using DockerfileLint.Text;

namespace DockerfileLint.LanguageServer.Workspaces;

/// <summary>
/// The folders and documents of a client. For the thread that takes messages, which hands out views of it.
/// </summary>
/// <param name="loadConfigurations">Makes the configurations of a folder anew.</param>
internal sealed class Workspace(LoadConfigurations loadConfigurations)
{
    private readonly List<WorkspaceFolder> _folders = [];

    // Folders of documents that lie in no folder of the workspace.
    private readonly List<WorkspaceFolder> _others = [];
    private readonly Dictionary<string, OpenDocument> _documents = new(StringComparer.Ordinal);
    private ServerSettings _settings = new();

    /// <summary>What a character of a position is.</summary>
    internal PositionEncoding Encoding { get; set; } = PositionEncoding.Utf16;

    internal IEnumerable<WorkspaceFolder> Folders => _folders;

    /// <summary>The documents that the client shows.</summary>
    internal IEnumerable<OpenDocument> Documents => _documents.Values;

    internal void AddFolder(string uri)
    {
        if (DocumentUri.GetPath(uri) is { } root && !_folders.Exists(folder => folder.Root == root))
        {
            _folders.Add(CreateFolder(root));
            Rearrange();
        }
    }

    internal void RemoveFolder(string uri)
    {
        if (DocumentUri.GetPath(uri) is { } root && _folders.RemoveAll(folder => folder.Root == root) > 0)
        {
            Rearrange();
        }
    }

    /// <summary>Takes other settings, and reads the configurations again.</summary>
    /// <exception cref="SettingsException">They mean nothing; those before stay.</exception>
    internal void Configure(ServerSettings settings)
    {
        loadConfigurations(folder: null, settings);
        _settings = settings;
        foreach (WorkspaceFolder folder in _folders.Concat(_others))
        {
            folder.Configurations = loadConfigurations(folder.Root, _settings);
        }
    }

    internal OpenDocument Open(DocumentItem item)
    {
        Close(item.Uri);
        (WorkspaceFolder folder, string path) = Place(item.Uri);
        var document = new OpenDocument
        {
            Uri = item.Uri,
            Folder = folder,
            Path = path,
            Language = GetLanguage(path, item.LanguageId),
            Version = item.Version,
            Text = SourceText.From(item.Text),
            ChangedAt = Stopwatch.GetTimestamp(),
        };
        _documents.Add(item.Uri, document);
        Show(document);
        return document;
    }

    /// <summary>Applies changes one after the other; <c>null</c> where the client shows no such document.</summary>
    internal OpenDocument? Change(VersionedIdentifier identifier, ContentChange[] changes)
    {
        if (!_documents.TryGetValue(identifier.Uri, out OpenDocument? document))
        {
            return null;
        }

        SourceText text = document.Text;
        foreach (ContentChange change in changes)
        {
            text = Apply(text, change);
        }

        document.Text = text;
        document.Version = identifier.Version ?? document.Version;
        document.ChangedAt = Stopwatch.GetTimestamp();
        Show(document);
        return document;
    }

    internal bool Close(string uri)
    {
        if (!_documents.Remove(uri, out OpenDocument? document))
        {
            return false;
        }

        document.Folder.Project = document.Folder.Project.WithoutDocument(document.Path);
        _others.RemoveAll(folder => _documents.Values.All(other => other.Folder != folder));
        return true;
    }

    /// <summary>Forgets what was read of files and folders that have changed on disk.</summary>
    /// <returns>Whether anything was read of them.</returns>
    internal bool ChangeFiles(IEnumerable<string> uris)
    {
        bool isAny = false;
        foreach (string path in uris.Select(DocumentUri.GetPath).OfType<string>())
        {
            foreach (WorkspaceFolder folder in _folders.Concat(_others))
            {
                isAny |= Forget(folder, path);
            }
        }

        return isAny;
    }

    /// <summary>Forgets all that was read from disk: for a client that does not watch it.</summary>
    internal void ForgetFiles()
    {
        foreach (WorkspaceFolder folder in _folders.Concat(_others))
        {
            folder.Configurations = loadConfigurations(folder.Root, _settings);
            Forget(folder, [.. folder.Project.ReadPaths]);
        }
    }

    private bool Forget(WorkspaceFolder folder, string fullPath)
    {
        if (IsConfiguration(Path.GetFileName(fullPath)))
        {
            // One above the folder counts as well.
            folder.Configurations = loadConfigurations(folder.Root, _settings);
            return true;
        }

        if (folder.GetPath(fullPath) is not { } path)
        {
            return false;
        }

        if (Forget(folder, [.. folder.Project.ReadPaths.Where(read => IsAtOrBelow(read, path))]))
        {
            return true;
        }

        // A configuration may extend a file of any name.
        bool isYaml =
            path.EndsWith(".yaml", StringComparison.Ordinal) || path.EndsWith(".yml", StringComparison.Ordinal);
        if (isYaml && !IsShown(folder, path))
        {
            folder.Configurations = loadConfigurations(folder.Root, _settings);
            return true;
        }

        return false;
    }

    private bool Forget(WorkspaceFolder folder, List<string> paths)
    {
        bool isAny = false;
        foreach (string path in paths)
        {
            if (!IsShown(folder, path))
            {
                folder.Project = folder.Project.WithChangedFile(path);
                isAny = true;
            }
        }

        return isAny;
    }

    private bool IsShown(WorkspaceFolder folder, string path) =>
        _documents.Values.Any(open => open.Folder == folder && open.Path == path);

    private static bool IsAtOrBelow(string path, string folder) =>
        path.StartsWith(folder, StringComparison.Ordinal)
        && (path.Length == folder.Length || path[folder.Length] == '/');

    /// <summary>
    /// A document of the client as it is now; <c>null</c> where the server has nothing to say about it.
    /// </summary>
    internal DocumentView? Find(string uri) =>
        _documents.TryGetValue(uri, out OpenDocument? document) ? CreateView(document) : null;

    /// <summary>All documents about which the server has something to say, as they are now.</summary>
    internal List<DocumentView> FindAll() => [.. _documents.Values.Select(CreateView).OfType<DocumentView>()];

    /// <summary>The folders as they are now.</summary>
    internal List<FolderView> FindFolders() =>
        [
            .. _folders.Select(folder => new FolderView(
                folder.Root!,
                folder.Project,
                folder.Configurations,
                Encoding,
                GetAddresses(folder)
            )),
        ];

    private DocumentView? CreateView(OpenDocument document) =>
        // There is no file where the text is longer than any that is linted.
        document.Language
            is { } language
        && document.Folder.Project.Find(document.Path).File is { } file
            ? CreateView(document.Folder, file, language, document)
            : null;

    private DocumentView CreateView(
        WorkspaceFolder folder,
        SourceFile file,
        Language language,
        OpenDocument document
    ) =>
        new()
        {
            Uri = document.Uri,
            Version = document.Version,
            Project = folder.Project,
            Path = document.Path,
            Language = language,
            File = file,
            Setup = folder.Configurations.Find(folder.GetFullPath(document.Path), language),
            Encoding = Encoding,
            Root = folder.Root,
            Open = GetAddresses(folder),
            ChangedAt = document.ChangedAt,
        };

    private Dictionary<string, OpenAddress> GetAddresses(WorkspaceFolder folder)
    {
        var addresses = new Dictionary<string, OpenAddress>(StringComparer.Ordinal);
        foreach (OpenDocument document in _documents.Values)
        {
            if (document.Folder == folder)
            {
                addresses[document.Path] = new OpenAddress(document.Uri, document.Version);
            }
        }

        return addresses;
    }

    private SourceText Apply(SourceText text, ContentChange change)
    {
        if (change.Range is not { } range)
        {
            return SourceText.From(change.Text);
        }

        // A byte order mark is a character of the client's text.
        string whole = text.HasByteOrderMark ? "\uFEFF" + text : text.ToString();
        int start = GetOffset(range.Start);
        int end = Math.Max(start, GetOffset(range.End));
        return SourceText.From(string.Concat(whole.AsSpan(0, start), change.Text, whole.AsSpan(end)));

        int GetOffset(Position position) =>
            !text.HasByteOrderMark ? Encoding.GetOffset(text, position)
            : position is { Line: 0, Character: <= 0 } ? 0
            : Encoding.GetOffset(text, position) + 1;
    }

    private static void Show(OpenDocument document) =>
        document.Folder.Project = document.Folder.Project.WithDocument(
            new SourceFile(document.Path, document.Text),
            document.Language
        );

    /// <summary>
    /// What a client calls a language decides where the name says nothing: YAML of any name is no Compose file.
    /// </summary>
    private static Language? GetLanguage(string path, string languageId) =>
        Language.FromPath(path)
        ?? languageId switch
        {
            "dockerfile" or "containerfile" => Language.Dockerfile,
            "dockercompose" or "docker-compose" or "yaml.docker-compose" or "compose" => Language.Compose,
            _ => null,
        };

    private static bool IsConfiguration(string name) =>
        ConfigurationNames.Own.Contains(name) || ConfigurationNames.Hadolint.Contains(name);

    private (WorkspaceFolder Folder, string Path) Place(string uri)
    {
        if (DocumentUri.GetPath(uri) is not { } path)
        {
            // Not saved yet, or an older state of a file: nothing lies beside it.
            string name = uri[(uri.LastIndexOfAny(['/', ':', '\\']) + 1)..];
            WorkspaceFolder none = CreateFolder(root: null);
            _others.Add(none);
            return (none, name.Length == 0 ? "Dockerfile" : name);
        }

        WorkspaceFolder? nearest = _folders
            .Concat(_others)
            .Where(folder => folder.GetPath(path) is not null)
            .MaxBy(folder => folder.Root!.Length);
        if (nearest is null)
        {
            string parent = Path.GetDirectoryName(path) ?? path;
            nearest = CreateFolder(RepositoryRoot.Find(parent) ?? parent);
            _others.Add(nearest);
        }

        return (nearest, nearest.GetPath(path)!);
    }

    /// <summary>Puts each document into the folder that it lies in now.</summary>
    private void Rearrange()
    {
        foreach (OpenDocument document in _documents.Values)
        {
            document.Folder.Project = document.Folder.Project.WithoutDocument(document.Path);
        }

        _others.Clear();
        foreach (OpenDocument document in _documents.Values)
        {
            (document.Folder, document.Path) = Place(document.Uri);
            Show(document);
        }
    }

    private WorkspaceFolder CreateFolder(string? root) => new(root, loadConfigurations(root, _settings));
}
