using DockerfileLint.Fuzz;

return new FuzzCommand(Console.Out).Parse(args).Invoke();
