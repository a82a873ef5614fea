using Qingdan.Platform.Identity;
using Qingdan.Standards.Contracts.LegalBases;

namespace Qingdan.Standards.LegalBases;

/// <summary>What stands on a law, asked of whoever keeps such records.</summary>
internal sealed class FindLawUses(IEnumerable<ILawUse> sources)
{
    public async Task<IReadOnlyList<LawUse>> Run(long law, string name, Actor actor, CancellationToken cancel)
    {
        var uses = new List<LawUse>();
        foreach (var source in sources.OrderBy(s => s.Place)) uses.Add(await source.Of(law, name, actor, cancel));
        return uses;
    }
}
