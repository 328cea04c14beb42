using System.Collections.Immutable;
using DockerfileLint.Diagnostics;
using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Text;

namespace DockerfileLint.Configuration;

/// <summary>A <c>.hadolint.yaml</c>: what it sets, and what is wrong with it.</summary>
public sealed class HadolintConfigurationFile
{
    private HadolintConfigurationFile(
        string path,
        HadolintConfiguration configuration,
        ImmutableArray<Notification> problems
    )
    {
        Path = path;
        Configuration = configuration;
        Problems = problems;
    }

    /// <summary>The path under which messages name the file.</summary>
    public string Path { get; }

    /// <summary>What the file sets, as far as it could be read.</summary>
    public HadolintConfiguration Configuration { get; }

    /// <summary>
    /// What is wrong, in text order. An error means that nobody knows what is wanted; what is less only changes
    /// nothing, such as the id of a rule that does not exist.
    /// </summary>
    public ImmutableArray<Notification> Problems { get; }

    /// <summary>Whether the configuration can be applied: no problem is an error.</summary>
    public bool IsValid => Problems.All(problem => problem.Severity != Severity.Error);

    /// <summary>Reads a file. Never throws on its content.</summary>
    /// <param name="file">The file.</param>
    /// <param name="rules">The rules that its ids may name.</param>
    public static HadolintConfigurationFile Read(SourceFile file, RuleSet rules)
    {
        if (file is null)
        {
            throw new ArgumentNullException(nameof(file));
        }

        if (rules is null)
        {
            throw new ArgumentNullException(nameof(rules));
        }

        if (file.Text.Length > AnalysisBudget.MaxConfigurationLength)
        {
            return Unreadable(file.Path, ConfigurationFile.TooLong);
        }

        var reader = new HadolintConfigurationReader(YamlSyntaxTree.Parse(file), rules);
        HadolintConfiguration configuration = reader.Read();
        return new HadolintConfigurationFile(file.Path, configuration, reader.GetProblems());
    }

    /// <summary>A file that is there and cannot be read.</summary>
    /// <param name="path">The path under which messages name the file.</param>
    /// <param name="reason">Why, as a phrase such as <c>access is denied</c>.</param>
    public static HadolintConfigurationFile Unreadable(string path, string reason)
    {
        var problem = new Notification(
            RuleDescriptors.InvalidConfiguration,
            InvalidConfigurationMessages.Unreadable(path, reason),
            path,
            Location: null
        );
        return new HadolintConfigurationFile(path, HadolintConfiguration.Empty, [problem]);
    }
}
