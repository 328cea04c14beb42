using System.Collections.Concurrent;
using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Compose;

/// <summary>The profiles for system calls that services name, as far as they lie in the linted root.</summary>
internal sealed class SeccompProfiles
{
    private readonly ComposeModel _model;
    private readonly ConcurrentDictionary<string, bool> _known = new(StringComparer.Ordinal);

    private SeccompProfiles(ComposeModel model)
    {
        _model = model;
    }

    internal static SeccompProfiles Of(ComposeModel model) =>
        model.Indexes.Get(model, static model => new SeccompProfiles(model));

    /// <summary>
    /// Whether a profile lets all system calls pass that it does not name. <c>false</c> where it cannot be read.
    /// </summary>
    /// <param name="path">The path as it is written.</param>
    /// <param name="directory">The folder that it starts from.</param>
    /// <param name="cancellation">Ends the reading.</param>
    internal bool AllowsByDefault(string path, string directory, CancellationToken cancellation) =>
        ProjectPath.Resolve(directory, path) is { } resolved
        && _known.GetOrAdd(
            resolved,
            file =>
                _model.Project.Reader.FindOther(file) is { } profile
                && AllowsByDefault(profile.Text.ToString(), cancellation)
        );

    private bool AllowsByDefault(string text, CancellationToken cancellation)
    {
        // JSON is YAML but for tabs. Its reader in Go takes keys in any case, and of two the later one.
        var file = new SourceFile("profile.json", SourceText.From(text.Replace('\t', ' ')));
        YamlSyntaxTree tree = YamlSyntaxTree.Parse(file, _model.Project.Reader.Budget, cancellation);
        bool isAllowed = false;
        foreach (YamlDocumentSyntax document in tree.Root.Documents)
        {
            foreach (YamlPairSyntax pair in (document.Content as YamlMappingSyntax)?.Pairs ?? [])
            {
                if (string.Equals(pair.Name, "defaultAction", StringComparison.OrdinalIgnoreCase))
                {
                    isAllowed = pair.Value is YamlScalarSyntax { Value: "SCMP_ACT_ALLOW" or "SCMP_ACT_LOG" };
                }
            }
        }

        return isAllowed;
    }
}
