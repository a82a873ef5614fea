using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Identity;
using Qingdan.Standards.Contracts.LegalBases;

namespace Qingdan.Workflow.Refusals;

/// <summary>不同意共享的数据项 that stand on a law.</summary>
internal sealed class RefusalsOfLaw(FindRefusals find, IOrganizationDirectory organizations) : ILawUse
{
    public int Place => 2;

    public async Task<LawUse> Of(long law, string name, Actor actor, CancellationToken cancel) =>
        LawUse.Of("不同意共享的数据项", [.. (await find.Citing(name, actor, await organizations.Tree(cancel), cancel)).Select(i => i.Clause)], $"/workflow/refusals?law={law}");
}
