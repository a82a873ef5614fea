using System.Reflection;
using Qingdan.Platform.Database;
using Qingdan.Platform.Signing;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace Qingdan.Tests.Support;

/// <summary>Runs a theory once on each engine with each signing suite, by its name: for what signs or verifies.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EnginesAndSuitesAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. from engine in Enum.GetValues<Engine>() from suite in SigningSuite.All select new TheoryDataRow(engine, suite.Name)]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
