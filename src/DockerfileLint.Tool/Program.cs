return await DockerfileLint.CommandLine.LintCommandLine.RunAsync(args);
