using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.Privilege;

[Rule("DC3021")]
internal sealed partial class TmpfsAllowsPrograms : GrantRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        foreach (ComposeNode item in service.GetItems("tmpfs"))
        {
            if (item is not ComposeScalar { IsNull: false, Text: var text })
            {
                continue;
            }

            int colon = text.DisplayText.IndexOf(':');
            for (int start = colon + 1; colon > 0 && start < text.DisplayText.Length; )
            {
                int end = text.DisplayText.IndexOf(',', start);
                end = end < 0 ? text.DisplayText.Length : end;
                Fact<string> option = text.GetPart(TextSpan.FromBounds(start, end));
                if (option.IsCertainly(name => name is "exec" or "suid" or "dev"))
                {
                    context.Report(
                        option.Span,
                        Message(
                            path: text.DisplayText.Substring(0, colon),
                            service: service.Name,
                            option: option.DisplayText
                        )
                    );
                }

                start = end + 1;
            }
        }
    }
}
