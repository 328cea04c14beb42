using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Mounts;

[Rule("DC5013")]
internal sealed partial class SharedVolume : ComposeRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        foreach (Mount mount in service.Mounts)
        {
            IReadOnlyList<(Service Service, Mount Mount)> uses = context.Model.VolumeUses.Find(mount);
            (Service Service, Mount Mount) other = uses.FirstOrDefault(use => use.Service != service);

            // What nobody can write carries nothing from one container to the other.
            if (other.Service is not null && uses.Any(use => use.Mount.IsReadOnly.MayBe(false)))
            {
                string source = (mount.Source ?? mount.HostPath)!.Value.DisplayText;
                var related = new RelatedLocation(
                    other.Mount.Span,
                    $"The service '{other.Service.Name}' mounts it here."
                );
                context.Report(
                    mount.Span,
                    Message(service: service.Name, other: other.Service.Name, volume: source),
                    related: [related]
                );
            }
        }
    }
}
