using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Text;

namespace DockerfileLint.Rules;

/// <summary>What a rule may ask and say while it visits one file.</summary>
[Experimental(ExperimentalApi.Id)]
public abstract class RuleContext
{
    private protected RuleContext(SourceFile file)
    {
        File = file;
    }

    /// <summary>The file that is visited.</summary>
    public SourceFile File { get; }

    /// <summary>The configured value of an option that the rule's page declares.</summary>
    public abstract string GetOption(string name);
}
