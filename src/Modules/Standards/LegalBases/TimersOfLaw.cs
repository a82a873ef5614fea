using Qingdan.Platform.Identity;
using Qingdan.Standards.Contracts.LegalBases;
using Qingdan.Standards.Contracts.Rules;

namespace Qingdan.Standards.LegalBases;

/// <summary>期限 that follow from a law, their extensions with them.</summary>
internal sealed class TimersOfLaw(RuleProfiles profiles) : ILawUse
{
    public int Place => 3;

    public Task<LawUse> Of(long law, string name, Actor actor, CancellationToken cancel)
    {
        var clauses = profiles.All.SelectMany(p => p.Timers).Where(t => Citation.Cites($"《{t.Anchor.Law}》", name))
            .Select(t => string.Concat(new[] { t.Anchor.Article, t.Extension?.Anchor.Article ?? t.Anchor.Article }.Select(LegalNames.ArticleName))).ToList();
        return Task.FromResult(LawUse.Of("期限规则", clauses, "/standards"));
    }
}
