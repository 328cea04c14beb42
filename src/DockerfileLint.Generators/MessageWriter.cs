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
        WriteMethods(code, page, "internal", isShared: false, message => Names.ToPascalCase(message.Id));
        return code.Close().ToString();
    }

    /// <summary>The descriptor of a page as an expression.</summary>
    internal static string GetDescriptor(RulePage page) =>
        $"global::DockerfileLint.Diagnostics.RuleDescriptors.{page.PropertyName}";

    /// <summary>Writes a method for each message of a page.</summary>
    /// <param name="code">Where they are written.</param>
    /// <param name="page">The page, or the first of several that share a class.</param>
    /// <param name="accessibility">That of the methods.</param>
    /// <param name="isShared">Whether the instance knows whose templates are meant.</param>
    /// <param name="getName">Names a method.</param>
    internal static void WriteMethods(
        CodeWriter code,
        RulePage page,
        string accessibility,
        bool isShared,
        Func<RulePageMessage, string> getName
    )
    {
        for (int i = 0; i < page.Messages.Length; i++)
        {
            RulePageMessage message = page.Messages[i];
            string name = getName(message);
            string descriptor = isShared ? "Descriptor" : GetDescriptor(page);
            string template = $"{descriptor}.Messages[{i.ToString(CultureInfo.InvariantCulture)}]";
            if (i > 0)
            {
                code.Line();
            }

            if (message.Parameters.Length == 0 && !isShared)
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
            string arguments = string.Concat(message.Parameters.Select(parameter => ", " + Names.Escape(parameter)));
            string modifiers = isShared ? accessibility : accessibility + " static";
            code.Line(Summarize(message))
                .Line($"{modifiers} {MessageType} {name}({parameters}) => new({template}{arguments});");
        }
    }

    // Hovering over a call shows what the user will read.
    private static string Summarize(RulePageMessage message)
    {
        string text = (message.Template + (message.Help is null ? "" : " " + message.Help))
            .Replace("&", "&amp;")
            .Replace("<", "&lt;")
            .Replace(">", "&gt;");
        for (int i = 0; i < message.Parameters.Length; i++)
        {
            text = text.Replace($"{{{i.ToString(CultureInfo.InvariantCulture)}}}", message.Parameters[i]);
        }

        return $"/// <summary>{text}</summary>";
    }
}
