using Qingdan.Lists.Demands;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;

namespace Qingdan.Lists.Contracts;

/// <summary>指定提供单位 for other modules: the minutes of a meeting say it as well as the page of the demand.</summary>
public sealed class ProviderNaming
{
    private readonly DesignateProvider _designate;

    internal ProviderNaming(DesignateProvider designate) => _designate = designate;

    /// <summary>Names the provider of a demand that has none, within the caller's transaction where one runs; <paramref name="to"/> is a name or code of the unit.</summary>
    public Task<Result<Done>> Run(long id, string to, Actor actor, CancellationToken cancel) => _designate.Run(id, to, actor, cancel);
}
