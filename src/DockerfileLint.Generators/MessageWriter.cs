using System.Globalization;

namespace DockerfileLint.Generators;

/// <summary>Writes the methods that make messages: a missing or misspelt value is a compile error.</summary>
internal static class MessageWriter
{
    private const string MessageType = "global::DockerfileLint.Diagnostics.DiagnosticMessage";

    /// <summary>The class <c>&lt;Name&gt;Messages</c> for a page that has no rule class.</summary>
    internal static string WriteMessagesClass(RulePage page)
    {
        CodeWriter code = new CodeWriter()
            .Line("namespace DockerfileLint.Diagnostics;")
            .Line()
            .Line($"/// <summary>The messages of {page.Id} {page.Name}.</summary>")
            .Open($"internal static class {page.PropertyName}Messages");
        WriteMethods(code, page, "internal", message => Names.ToPascalCase(message.Id));
        return code.Close().ToString();
    }

    internal static void WriteMethods(
        CodeWriter code,
        RulePage page,
        string accessibility,
        Func<RulePageMessage, string> getName
    )
    {
        for (int i = 0; i < page.Messages.Length; i++)
        {
            RulePageMessage message = page.Messages[i];
            string name = getName(message);
            string template =
                $"global::DockerfileLint.Diagnostics.RuleDescriptors.{page.PropertyName}"
                + $".Messages[{i.ToString(CultureInfo.InvariantCulture)}]";
            if (i > 0)
            {
                code.Line();
            }

            if (message.Parameters.Length == 0)
            {
                code.Line($"private static readonly {MessageType} Cached{name} = new({template});")
                    .Line()
                    .Line(Summarize(message))
                    .Line($"{accessibility} static {MessageType} {name}() => Cached{name};");
                continue;
            }

            string parameters = string.Join(
                ", ",
                message.Parameters.Select(parameter => "string " + Names.Escape(parameter))
            );
            string arguments = string.Join(", ", message.Parameters.Select(Names.Escape));
            code.Line(Summarize(message))
                .Line($"{accessibility} static {MessageType} {name}({parameters}) => new({template}, {arguments});");
        }
    }

    // Hovering over a call shows what the user will read.
    private static string Summarize(RulePageMessage message)
    {
        string text = message.Template.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
        for (int i = 0; i < message.Parameters.Length; i++)
        {
            text = text.Replace($"'{{{i.ToString(CultureInfo.InvariantCulture)}}}'", $"'{message.Parameters[i]}'");
        }

        return $"/// <summary>{text}</summary>";
    }
}
