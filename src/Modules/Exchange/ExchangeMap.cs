using Microsoft.EntityFrameworkCore;
using Qingdan.Exchange.Applications;
using Qingdan.Exchange.Grants;
using Qingdan.Exchange.Tokens;
using Qingdan.Exchange.Usage;
using Qingdan.Platform.Database;

namespace Qingdan.Exchange;

/// <summary>The tables of applications and grants.</summary>
internal sealed class ExchangeMap : IStoreMap
{
    public void Build(ModelBuilder model)
    {
        model.Entity<Application>().ToTable("exchange_applications").Property(a => a.Edit).IsConcurrencyToken();
        model.Entity<ApplicationSecret>().ToTable("exchange_secrets");
        model.Entity<AccessToken>().ToTable("exchange_tokens").HasKey(t => t.Digest);
        model.Entity<Grant>().ToTable("exchange_grants").Property(g => g.Edit).IsConcurrencyToken();
        model.Entity<FollowUp>().ToTable("exchange_followups");
        model.Entity<GrantStep>().ToTable("exchange_grant_steps");
    }
}
