namespace DockerfileLint.Generators;

internal static class Placeholder
{
}
