using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Database;
using Qingdan.Records.Contracts;

namespace Qingdan.Records;

/// <summary>The module's tables.</summary>
internal sealed class RecordsMap : IStoreMap
{
    public void Build(ModelBuilder model)
    {
        model.Entity<SignOff>().ToTable("records_sign_offs");
        model.Entity<Decision>().ToTable("records_decisions");
        model.Entity<DecisionRow>().ToTable("records_decision_rows").HasKey(r => new { r.DecisionId, r.TargetKind, r.TargetId });
    }
}
