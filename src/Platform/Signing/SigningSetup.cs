using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;

namespace Qingdan.Platform.Signing;

/// <summary>Registers the city's keys.</summary>
public static class SigningSetup
{
    /// <summary>Keys, their table and what they write into the audit log.</summary>
    public static IServiceCollection AddSigning(this IServiceCollection services) => services
        .AddSingleton<IStoreMap, SigningMap>().AddAuditActions(typeof(SigningAudit)).AddScoped<SigningKeys>()
        .AddSingleton(p => SigningOptions.Read(p.Configuration()));

    private sealed class SigningMap : IStoreMap
    {
        public void Build(ModelBuilder model) => model.Entity<SigningKey>().ToTable("platform_signing_keys");
    }
}

/// <summary>What keys write into the audit log.</summary>
internal static class SigningAudit
{
    public const string Kind = "platform.signing-key";

    public static readonly AuditAction Rotated = new("platform.signing-key.rotated", "更换数字校验密钥");
}

/// <summary>Which suite the city signs with, from the configuration under <c>Signing</c> (environment: <c>Signing__Suite</c>): the name of a <see cref="SigningSuite"/>, ECDSA unless told.</summary>
/// <param name="Suite">The suite.</param>
public sealed record SigningOptions(SigningSuite Suite)
{
    /// <summary>Reads it; a name that nothing has stops the program at its start.</summary>
    public static SigningOptions Read(IConfiguration configuration)
    {
        var name = configuration["Signing:Suite"] ?? SigningSuite.Ecdsa.Name;
        return new SigningOptions(SigningSuite.Find(name) ?? throw new InvalidOperationException($"Signing:Suite is {name}; it can be {string.Join(" or ", SigningSuite.All.Select(s => s.Name))}."));
    }
}
