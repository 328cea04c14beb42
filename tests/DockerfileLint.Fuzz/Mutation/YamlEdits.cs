using DockerfileLint.Text;

namespace DockerfileLint.Fuzz.Mutation;

/// <summary>Changes and pieces of YAML and of Compose files.</summary>
internal static class YamlEdits
{
    internal static readonly string[] Atoms =
    [
        "&a ",
        "*a",
        "*b ",
        "<<: *a\n",
        "<<: [*a, *b]\n",
        "<<: {privileged: true}\n",
        "<<:\n",
        "!reset ",
        "!override ",
        "!!merge ",
        "!!str ",
        "!!null ",
        "!!binary ",
        "!<tag:x> ",
        "! ",
        "? ",
        ": ",
        "- ",
        "-\n",
        "---\n",
        "...\n",
        "%YAML 1.2\n---\n",
        "%TAG ! tag:x\n",
        "|\n",
        "|+2\n",
        ">-\n",
        "|9\n",
        "{}",
        "[]",
        "[[",
        "{{",
        "[?]",
        "{: }",
        "{a: b, a: c}",
        "\"\\u12\"",
        "\"\\xZZ\"",
        "~",
        ".inf",
        "0x",
        "0o8",
        "1:2:3",
        "2001-01-01",
        "yes",
        "\t",
        " #",
        "${X:?}",
        "${X?",
        "${X:+y}",
        "${A-${B-${C}}}",
        "$${X}",
        "${1}",
        "x-a: ",
        "services:\n",
        "include: [compose.yaml]\n",
        "extends: {service: a}\n",
        "extends: a\n",
        "env_file: .env\n",
        "image: \"\"\n",
        "image: \":@\"\n",
        "build: .\n",
        "build: {dockerfile_inline: \"FROM \"}\n",
        "privileged: true\n",
        "ports: [\"\", \"-\", \":\", \"1-:2\", \"99999:1/x\", \"[::]:1:2\"]\n",
        "volumes: [\"\", \":\", \"::\", \"a:b:c:d\", \"/:/\", \"C:\\\\a:b\"]\n",
        "devices: [\"\", \":\", \"a:b:\"]\n",
        "environment: [\"\", \"=\", \"A=\", A]\n",
        "environment: {\"\": , A: ~}\n",
        "user: \"\"\n",
        "user: \":\"\n",
        "command: \"\"\n",
        "command: [\"\"]\n",
        "command: \"'\"\n",
        "healthcheck: {test: []}\n",
        "healthcheck: {test: [NONE, x], interval: 1}\n",
        "depends_on: {a: {condition: \"\"}}\n",
        "networks: {\"\": {external: true, name: \"\"}}\n",
        "ulimits: {nofile: -1, x: {soft: }}\n",
        "sysctls: [\"\", \"=\"]\n",
        "deploy: {resources: {limits: {cpus: \"\", memory: 1z}}}\n",
        "cap_add: [\"\"]\n",
        "security_opt: [\"\", \":\", \"seccomp:\"]\n",
        "network_mode: \"service:\"\n",
        "pid: \"container:\"\n",
        "configs: {a: {content: \"\"}}\n",
        "secrets: [\"\", {source: ~}]\n",
        "develop: {watch: [{path: ~}]}\n",
    ];

    internal static readonly TextEdit[] All =
    [
        Indent,
        Indent,
        InsertProperty,
        InsertProperty,
        InsertLine,
        InsertLine,
        TurnIntoFlow,
        TurnIntoBlockScalar,
        AnchorAndAlias,
        RepeatKey,
        context => context.Text + "\n---\n" + context.Pick(context.Mutator.Seeds),
    ];

    private static string Indent(EditContext context)
    {
        TextSpan first = context.PickLine();
        int end = first.End;
        for (int lines = context.Random.Next(4); lines > 0 && end < context.Text.Length; lines--)
        {
            int next = context.Text.IndexOf('\n', end);
            end = next < 0 ? context.Text.Length : next + 1;
        }

        var block = TextSpan.FromBounds(first.Start, end);
        string[] lineTexts = context.Get(block).Split('\n');
        string indentation = context.Pick([" ", "  ", "    ", "\t"]);
        bool isOut = context.Random.Next(2) == 0;
        return context.Replace(
            block,
            string.Join(
                '\n',
                lineTexts.Select(line =>
                    line.Length == 0 ? line
                    : isOut ? line[Math.Min(indentation.Length, line.Length - line.TrimStart(' ').Length)..]
                    : indentation + line
                )
            )
        );
    }

    // Anchors and tags stand before a value.
    private static string InsertProperty(EditContext context) =>
        context.Replace(
            new TextSpan(context.PickPart().Span.Start, 0),
            context.Pick([
                "&a ",
                "&b ",
                "!reset ",
                "!override ",
                "!!str ",
                "!!binary ",
                "!!merge ",
                "? ",
                "- ",
                "|\n",
                "*a ",
            ])
        );

    private static string InsertLine(EditContext context)
    {
        TextSpan line = context.PickLine();
        string text = context.Get(line);
        string indentation = text[..(text.Length - text.TrimStart(' ').Length)];
        string atom = context.PickAtom();
        return context.Replace(new TextSpan(line.Start, 0), indentation + atom + (atom.EndsWith('\n') ? "" : "\n"));
    }

    private static string TurnIntoFlow(EditContext context)
    {
        TextSpan part = context.PickPart().Span;
        string text = context.Get(part).Replace('\n', ',');
        return context.Replace(part, context.Random.Next(2) == 0 ? $"{{{text}}}" : $"[{text}]");
    }

    private static string TurnIntoBlockScalar(EditContext context)
    {
        TextSpan part = context.PickPart().Span;
        string header = context.Pick(["|", ">", "|-", ">+", "|2", ">1-"]);
        return context.Replace(
            part,
            $"{header}\n          {context.Get(part).Replace("\n", "\n          ", StringComparison.Ordinal)}\n"
        );
    }

    private static string AnchorAndAlias(EditContext context)
    {
        TextSpan part = context.PickPart().Span;
        var anchored = context with { Text = context.Replace(new TextSpan(part.Start, 0), "&a ") };
        return anchored.Replace(
            anchored.PickPart().Span,
            context.Pick(["*a", "{<<: *a}", "{<<: [*a, *a]}", "[*a, *a]"])
        );
    }

    private static string RepeatKey(EditContext context)
    {
        TextSpan line = context.PickLine();
        return context.Replace(new TextSpan(line.End, 0), context.Get(line));
    }
}
