using NUnit.Framework;

// Tests of different classes share nothing that changes; tests of one class may share its fields.
[assembly: Parallelizable(ParallelScope.Fixtures)]
