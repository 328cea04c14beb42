using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.Mounts;

[Rule("DC2015")]
internal sealed partial class HostDataMounted : GrantRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        foreach (Mount mount in service.Mounts)
        {
            if (mount is not { HostPath: { } hostPath, Source: { } source })
            {
                continue;
            }

            // The home folder mostly comes from a variable.
            string path = hostPath.DisplayText;
            bool isReadOnly = mount.IsReadOnly.IsCertainly(true);
            if (HostPaths.IsEngineSocket(path) || IsBelowVariable(service, source))
            {
                continue;
            }

            if (HostPaths.IsCredentials(path))
            {
                context.Report(
                    source.Span,
                    MessageCredentials(service: service.Name, path: path),
                    isReadOnly ? ReadOnlyTier : null
                );
            }
            else if (HostPaths.IsData(path))
            {
                context.Report(
                    source.Span,
                    isReadOnly
                        ? MessageReadOnly(service: service.Name, path: path)
                        : Message(service: service.Name, path: path),
                    isReadOnly ? ReadOnlyTier : null
                );
            }
        }
    }

    /// <summary>
    /// Whether the folder is one only where nobody sets the variable in front of it: that is the folder of somebody's
    /// data, and the rest a name in it.
    /// </summary>
    private static bool IsBelowVariable(Service service, Fact<string> source)
    {
        SourceSpan place = source.Span;
        return service.OpenVariables == OpenVariables.Unset
            && place.Span.Start > 0
            && place.File.Text[place.Span.Start - 1] is var c
            && (c is '}' or '_' || char.IsLetterOrDigit(c));
    }
}
