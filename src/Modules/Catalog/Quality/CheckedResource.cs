using Qingdan.Catalog.Systems;
using Qingdan.Catalog.Versions;

namespace Qingdan.Catalog.Quality;

/// <summary>What the rules see of a resource in force.</summary>
/// <param name="Id">Its key.</param>
/// <param name="ProviderId">Its unit.</param>
/// <param name="Content">What the unit says about it.</param>
/// <param name="Today">The legal day of the check.</param>
internal sealed record CheckedResource(long Id, long ProviderId, ResourceContent Content, DateOnly Today)
{
    /// <summary>Shanghai's code; null until the provider has an organization code.</summary>
    public string? Code { get; init; }

    /// <summary>The national code.</summary>
    public string? NationalCode { get; init; }

    /// <summary>What its 来源系统 means.</summary>
    public SystemMatch Systems { get; init; } = new([], []);

    /// <summary>True when the head's consent is on record (政务数据共享条例 13).</summary>
    public bool Consented { get; init; } = true;

    /// <summary>Names of other resources in force of its unit that differ from its own in nothing that counts.</summary>
    public IReadOnlyList<string> Namesakes { get; init; } = [];

    /// <summary>数源单位 other than its own unit, by the key of the meaning they are named for.</summary>
    public IReadOnlyDictionary<string, string> Sources { get; init; } = new Dictionary<string, string>();
}
