using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.ObjectPool;

namespace Qingdan.Exchange.Projection;

/// <summary>Registers what projects answers.</summary>
internal static class ProjectionSetup
{
    // As many as calls wait for their providers at once, usually; more are made and dropped.
    private const int Kept = 256;

    /// <summary>A pool of projectors: each serves one answer at a time and keeps its room for the next.</summary>
    public static IServiceCollection AddProjection(this IServiceCollection services) => services.AddSingleton(new DefaultObjectPoolProvider { MaximumRetained = Kept }.Create<Projector>());
}
