namespace DockerfileLint.Semantics.Compose;

/// <summary>The files of a project as one model.</summary>
internal sealed class ComposeProject(ComposeProjectReader reader, ComposeMapping? root, ComposeEnvironment environment, HashSet<string> unresolved, IReadOnlyList<(ComposeEntry Earlier, ComposeEntry Later)> mismatches, bool isFragment, bool isLegacyLayout)
{
    /// <summary>The reader, which holds what was found wrong.</summary>
    internal ComposeProjectReader Reader => reader;

    /// <summary>The top level; <c>null</c> where the files hold nothing.</summary>
    internal ComposeMapping? Root => root;

    /// <summary>The variables of the project's own files.</summary>
    internal ComposeEnvironment Environment => environment;

    /// <summary>Values of different kinds that files, documents or services tried to merge.</summary>
    internal IReadOnlyList<(ComposeEntry Earlier, ComposeEntry Later)> Mismatches => mismatches;

    /// <summary>Whether nothing is left out that may define something.</summary>
    internal bool IsComplete => reader.IsComplete;

    /// <summary>Whether the only file of the project may be meant for being merged with others.</summary>
    internal bool IsFragment => isFragment;

    /// <summary>Whether the services stand at top level.</summary>
    internal bool IsLegacyLayout => isLegacyLayout;

    /// <summary>Whether a service extends something that is not known.</summary>
    internal bool IsUnresolved(string service) => unresolved.Contains(service);
}
