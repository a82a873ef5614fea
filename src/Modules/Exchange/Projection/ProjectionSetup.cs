using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.ObjectPool;

namespace Qingdan.Exchange.Projection;

/// <summary>Registers what projects answers.</summary>
internal static class ProjectionSetup
{
    /// <summary>A pool of projectors: each serves one answer at a time and keeps its room for the next.</summary>
    public static IServiceCollection AddProjection(this IServiceCollection services) => services.AddSingleton(ObjectPool.Create<Projector>());
}
