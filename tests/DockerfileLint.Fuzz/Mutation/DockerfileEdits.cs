using DockerfileLint.Text;

namespace DockerfileLint.Fuzz.Mutation;

/// <summary>Changes and pieces of Dockerfiles and of scripts.</summary>
internal static class DockerfileEdits
{
    internal static readonly string[] Atoms =
    [
        "FROM a\n",
        "FROM a AS b\n",
        "FROM b\n",
        "FROM scratch\n",
        "FROM $X\n",
        "ONBUILD ",
        "ONBUILD RUN x\n",
        "RUN ",
        "RUN <<EOF\n",
        "\nEOF\n",
        "<<EOF",
        "<<-'E F'",
        "<<",
        "3<<A <<B",
        "ARG X\n",
        "ARG X=${X}\n",
        "ENV X=\n",
        "USER ${X}\n",
        "USER :\n",
        "SHELL []\n",
        "SHELL [\"\"]\n",
        "SHELL [\"pwsh\", \"-c\"]\n",
        "SHELL [\"cmd\", \"/S\", \"/C\"]\n",
        "WORKDIR \n",
        "EXPOSE 1-0\n",
        "EXPOSE 99999/\n",
        "COPY --from=0 . .\n",
        "COPY --from=-1 . .\n",
        "COPY --chmod= --chown=: a b\n",
        "ADD https:// /\n",
        "ADD https://[::1/x http://?a#b /\n",
        "ADD git@github.com:a/b.git#c:d /\n",
        "HEALTHCHECK NONE x\n",
        "HEALTHCHECK --interval= CMD\n",
        "VOLUME [\"\"]\n",
        "STOPSIGNAL \n",
        "LABEL \"\"=\n",
        "--mount=",
        "--mount=type=secret,id=,target= ",
        "--mount=type=cache,,=,target=\"a,b\" ",
        "--network=",
        "--platform=$X ",
        "--from=",
        "--x ",
        "# escape=`\n",
        "# syntax=docker/dockerfile:1\n",
        "# check=skip=all;error=true\n",
        "# dockerfile-lint ignore=all\n",
        "# hadolint ignore=\n",
        "# hadolint shell=\n",
        "pip install \"\"",
        "apt-get install -y \"\"",
        "zypper install \"\"",
        "npm install \"\"",
        "gem install \"\"",
        "go install \"\"",
        "curl \"\"",
        "chmod \"\" \"\"",
        "useradd -u \"\" \"\"",
        "tar -",
        "sudo -u \"\" ",
        "env -i A= ",
        "xargs ",
        "sh -c \"\"",
        "sh -c ",
        "eval ",
        "eval \"\"",
        "bash -ec \"$X\"",
        "su - \"\" -c ",
        "cd \"\"",
        "set -",
        "export =",
        "a=b ",
        "x=(",
        "[[ ",
        "case x in ",
        "if ",
        "for x in ",
        "f() { ",
        "2>&",
        "> \"\"",
        "| ",
        " && ",
        "||",
        "@sha256:",
        ":@",
        "https://u:p@/",
    ];

    internal static readonly TextEdit[] All =
    [
        context =>
            context.Text.IndexOf(' ', context.PickPosition()) is var at and >= 0
                ? context.Replace(
                    new TextSpan(at, 1),
                    context.Pick([" \\\n", "\\\n", " \\\n# c\n", " `\n", "\t", "\u00A0"])
                )
                : context.Text,
        AddToInstruction,
        AddToInstruction,
        TurnIntoHeredoc,
        TurnIntoJson,
        RunByShell,
        context =>
            context.Replace(
                new TextSpan(context.PickLine().Start, 0),
                context.Pick(["ONBUILD ", "RUN ", "CMD ", "# ", " "])
            ),
        context =>
            context.Pick(["# escape=`\n", "# syntax=x\n", "# check=skip=all\n", "#!/bin/sh\n", "\n"]) + context.Text,
        AddVariable,
    ];

    // Behind the keyword, where flags stand.
    private static string AddToInstruction(EditContext context)
    {
        TextSpan line = context.PickLine();
        int space = context.Text.IndexOf(' ', line.Start, line.Length);
        return space < 0 ? context.Text : context.Replace(new TextSpan(space + 1, 0), context.PickAtom());
    }

    private static string TurnIntoHeredoc(EditContext context)
    {
        (string keyword, string rest, TextSpan line) = SplitLine(context);
        string name = context.Pick(["EOF", "-EOF", "'EOF'", "\"\"", "E F", "EOF <<EOF"]);
        return context.Replace(line, $"{keyword} <<{name}\n{rest}\nEOF\n");
    }

    private static string TurnIntoJson(EditContext context)
    {
        (string keyword, string rest, TextSpan line) = SplitLine(context);
        string words = string.Join("\", \"", rest.Split(' '));
        return context.Replace(
            line,
            $"{keyword} {context.Pick(["[\"", "[ \"", "[\"\", \"", "[\"sh\", \"-c\", \""])}{words}\"]\n"
        );
    }

    private static string RunByShell(EditContext context)
    {
        (string keyword, string rest, TextSpan line) = SplitLine(context);
        (string open, string close) = context.Pick<(string, string)>([
            ("sh -c '", "'"),
            ("bash -c \"", "\""),
            ("eval ", ""),
            ("sudo sh -c \"", "\""),
            ("$(", ")"),
            ("pwsh -Command ", ""),
        ]);
        int depth = context.Random.Next(20) == 0 ? context.PickCount() : 1;
        return context.Replace(
            line,
            $"{keyword} {EditContext.Repeat(open, depth)}{rest}{EditContext.Repeat(close, depth)}\n"
        );
    }

    private static string AddVariable(EditContext context)
    {
        TextSpan part = context.PickPart().Span;
        string variable = context.Pick(["$X", "${X}", "${X:-y}", "${X:+}", "${X#*}", "${X//a/}", "$1", "$@"]);
        return context.Replace(new TextSpan(context.Random.Next(2) == 0 ? part.Start : part.End, 0), variable);
    }

    private static (string Keyword, string Arguments, TextSpan Line) SplitLine(EditContext context)
    {
        TextSpan line = context.PickLine();
        string[] words = context.Get(line).TrimEnd('\n').Split(' ', 2);
        return words is [var keyword, var rest] ? (keyword, rest, line) : ("RUN", words[0], line);
    }
}
