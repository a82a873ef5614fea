using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Qingdan.Platform.Database;

/// <summary>A part of the program with its own migrations and its own English dictionary (<c>en.json</c>).</summary>
public sealed record Module(Assembly Assembly);

/// <summary>Registers modules; the order of registration is the order of their migrations.</summary>
public static class ModuleSetup
{
    /// <summary>Makes the assembly's migrations and dictionary known.</summary>
    public static IServiceCollection AddModule(this IServiceCollection services, Assembly assembly) => services.AddSingleton(new Module(assembly));
}
