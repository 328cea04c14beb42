using System.Collections.Immutable;
using DockerfileLint.Syntax.Compose;

namespace DockerfileLint.Semantics.Compose;

/// <summary>The files of a project as one model.</summary>
internal sealed class ComposeProject(ComposeProjectReader reader, ComposeMapping? root, ComposeEnvironment environment)
{
    /// <summary>The reader, which holds what was found wrong.</summary>
    internal ComposeProjectReader Reader => reader;

    /// <summary>The project's own files in the order in which they are merged, each once.</summary>
    internal required ImmutableArray<ComposeFileSyntax> Files { get; init; }

    /// <summary>The top level; <c>null</c> where the files hold nothing.</summary>
    internal ComposeMapping? Root => root;

    /// <summary>The variables of the project's own files.</summary>
    internal ComposeEnvironment Environment => environment;

    /// <summary>Whether nothing is left out that may define something.</summary>
    internal bool IsComplete => reader.IsComplete;

    /// <summary>Services that extend something that is not known.</summary>
    internal required HashSet<string> Unresolved { get; init; }

    /// <summary>Values of different kinds that files, documents or services tried to merge.</summary>
    internal required IReadOnlyList<(ComposeEntry Earlier, ComposeEntry Later)> Mismatches { get; init; }

    /// <summary>The active profiles; empty where they are not known.</summary>
    internal required ImmutableArray<string> Profiles { get; init; }

    /// <summary>Whether the only file of the project may be meant for being merged with others.</summary>
    internal required bool IsFragment { get; init; }

    /// <summary>Whether the only file of the project is named like one that lies over another.</summary>
    internal required bool IsPartial { get; init; }

    /// <summary>Whether the services stand at top level.</summary>
    internal required bool IsLegacyLayout { get; init; }

    /// <summary>Finds the files of the project that a file belongs to, whether this one or that of the file.</summary>
    internal required Func<string, ComposeProjectFiles> FindFiles { get; init; }

    /// <summary>What the variables of the project may add to its texts.</summary>
    internal required ExpansionAllowance Allowance { get; init; }

    /// <summary>Whether a file lies over another one, or may do so: what it lacks may stand there.</summary>
    internal bool IsOverride(ComposeFileSyntax file) => IsPartial || file != Files[0];

    /// <summary>Whether a service extends something that is not known.</summary>
    internal bool IsUnresolved(string service) => Unresolved.Contains(service);

    /// <summary>
    /// Whether a service may run while another one, which it needs, does not: Compose refuses that. Where the active
    /// profiles are not known, those that the needing service asks for are taken for the only ones.
    /// </summary>
    internal bool MayRunWithout(Service service, Service other)
    {
        if (!Profiles.IsEmpty)
        {
            return IsActive(service) && !IsActive(other);
        }

        List<Fact<string>> needed = [.. other.Profiles];
        List<Fact<string>> own = [.. service.Profiles];
        return needed.Count > 0
            && needed.TrueForAll(profile => profile.TryGetValue(out _))
            && own.TrueForAll(profile =>
                profile.TryGetValue(out string? name) && !needed.Exists(other => other.IsCertainly(name))
            );
    }

    /// <summary>Whether a service runs with the active profiles, as far as that is known.</summary>
    internal bool IsActive(Service service)
    {
        if (Profiles.IsEmpty || Profiles.Contains("*"))
        {
            return true;
        }

        List<Fact<string>> own = [.. service.GetTexts("profiles")];
        return own.Count == 0 || own.Exists(profile => profile.MayBe(Profiles.Contains));
    }
}
