using System.CommandLine;
using System.Globalization;

namespace DockerfileLint.CommandLine.Commands;

/// <summary>The option for the number of threads.</summary>
internal static class JobsOption
{
    private const int Most = 1024;

    internal static Option<int> Create()
    {
        var option = new Option<int>("--jobs", "-j")
        {
            Description = "Number of threads. Default: one per processor.",
            HelpName = "N",
        };
        option.Validators.Add(result =>
        {
            if (
                result.Tokens is [{ } token]
                && !(
                    int.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out int jobs)
                    && jobs is >= 1 and <= Most
                )
            )
            {
                result.AddError($"--jobs: '{token.Value}' is not a number from 1 to {Most}.");
            }
        });
        return option;
    }

    /// <summary>What the option says, or one thread for each processor.</summary>
    internal static int Get(ParseResult result, Option<int> option) =>
        result.GetValue(option) is > 0 and var jobs ? jobs : Environment.ProcessorCount;
}
