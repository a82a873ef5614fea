using System.Reflection;
using Qingdan.Platform.Database;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace Qingdan.Tests.Support;

/// <summary>Runs a theory once on each engine; further values follow the engine.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class EnginesAttribute(params object?[] values) : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. Enum.GetValues<Engine>().Select(engine => new TheoryDataRow([engine, .. values]))]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
