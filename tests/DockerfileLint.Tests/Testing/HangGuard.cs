namespace DockerfileLint.Tests.Testing;

/// <summary>Ends a test that would never end; no assertion about how long something takes.</summary>
internal static class HangGuard
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <exception cref="TimeoutException">The action does not end.</exception>
    internal static T Run<T>(Func<T> action) =>
        Task
            .Factory.StartNew(action, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)
            .WaitAsync(Patience)
            .GetAwaiter()
            .GetResult();
}
