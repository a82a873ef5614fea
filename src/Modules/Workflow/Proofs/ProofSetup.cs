using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Platform.Audit;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Database;

namespace Qingdan.Workflow.Proofs;

/// <summary>履职凭证: tables, services and verb.</summary>
internal static class ProofSetup
{
    public static IServiceCollection AddProofs(this IServiceCollection services) => services
        .AddSingleton<IStoreMap, ProofMap>().AddAuditActions(typeof(ProofAudit)).AddScoped<IssueProof>().AddSingleton<IVerb, ProofVerb>();
}

/// <summary>The table of proofs.</summary>
internal sealed class ProofMap : IStoreMap
{
    public void Build(ModelBuilder model) => model.Entity<Proof>().ToTable("workflow_proofs");
}
