using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Text;

namespace DockerfileLint.Syntax.Shell;

/// <summary>What a shell would refuse in a script. It is kept on the script and not reported by itself.</summary>
/// <param name="Span">Where, in the source.</param>
/// <param name="Message">A whole sentence.</param>
[Experimental(ExperimentalApi.Id)]
public readonly record struct ShellSyntaxError(TextSpan Span, string Message);
