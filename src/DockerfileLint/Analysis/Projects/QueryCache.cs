using System.Collections.Concurrent;
using DockerfileLint.Semantics;

namespace DockerfileLint.Analysis.Projects;

/// <summary>
/// What was computed of a snapshot, each answer once, with the paths that were read for it: a change of one of these
/// makes the answer void, any other change leaves it as it is.
/// </summary>
internal sealed class QueryCache
{
    private readonly ConcurrentDictionary<string, Subject> _subjects = new(StringComparer.Ordinal);

    /// <summary>Answers a question.</summary>
    /// <param name="subject">What is asked about, such as a path.</param>
    /// <param name="question">Who asks: two questions about one subject differ by it.</param>
    /// <param name="reader">Through whom the answer is read; it remembers what the answer was read from.</param>
    /// <param name="compute">Computes the answer from what it reads through a reader of its own.</param>
    /// <param name="cancellation">Ends the waiting for another thread that computes the answer.</param>
    internal T Get<T>(
        string subject,
        object question,
        ProjectReader reader,
        Func<ProjectReader, T> compute,
        CancellationToken cancellation
    )
        where T : class
    {
        Answer answer = _subjects.GetOrAdd(subject, static _ => new Subject()).GetAnswer(question);
        object value = Volatile.Read(ref answer.Value) ?? Compute(answer, reader, compute, cancellation);
        reader.Reads?.UnionWith(answer.Reads!);
        return (T)value;
    }

    /// <summary>Lets go of all answers about a subject; they are computed again on demand.</summary>
    /// <returns>The paths that each was read from.</returns>
    internal IReadOnlyList<HashSet<string>> Release(string subject) =>
        _subjects.TryRemove(subject, out Subject? released) ? released.GetReads() : [];

    /// <summary>The answers that hold whatever stands at a path.</summary>
    internal QueryCache Without(string path)
    {
        var kept = new QueryCache();
        foreach (KeyValuePair<string, Subject> subject in _subjects)
        {
            if (subject.Value.Without(path) is { } rest)
            {
                kept._subjects[subject.Key] = rest;
            }
        }

        return kept;
    }

    private static object Compute<T>(
        Answer answer,
        ProjectReader reader,
        Func<ProjectReader, T> compute,
        CancellationToken cancellation
    )
        where T : class
    {
        using var gate = Gate.Enter(answer, cancellation);
        if (answer.Value is null)
        {
            var inner = new ProjectReader(reader.Project, cancellation);
            object value = compute(inner);
            answer.Reads = inner.Reads!;
            Volatile.Write(ref answer.Value, value);
        }

        return answer.Value!;
    }

    /// <summary>The answers to the few questions about one subject.</summary>
    private sealed class Subject
    {
        private readonly List<(object Question, Answer Answer)> _answers = [];

        internal Answer GetAnswer(object question)
        {
            lock (_answers)
            {
                foreach ((object known, Answer answer) in _answers)
                {
                    if (ReferenceEquals(known, question))
                    {
                        return answer;
                    }
                }

                var added = new Answer();
                _answers.Add((question, added));
                return added;
            }
        }

        internal List<HashSet<string>> GetReads()
        {
            var reads = new List<HashSet<string>>();
            lock (_answers)
            {
                foreach ((_, Answer answer) in _answers)
                {
                    if (answer.Reads is { } paths)
                    {
                        reads.Add(paths);
                    }
                }
            }

            return reads;
        }

        /// <summary>The answers that were not read from a path, or <c>null</c> where there is none.</summary>
        internal Subject? Without(string path)
        {
            Subject? rest = null;
            lock (_answers)
            {
                foreach ((object question, Answer answer) in _answers)
                {
                    if (Volatile.Read(ref answer.Value) is not null && !answer.Reads!.Contains(path))
                    {
                        rest ??= new Subject();
                        rest._answers.Add((question, answer));
                    }
                }
            }

            return rest;
        }
    }

    private sealed class Answer
    {
        // Written before the value, and never changed after it.
        internal HashSet<string>? Reads;

        internal object? Value;
    }
}
