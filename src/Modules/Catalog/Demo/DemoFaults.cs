using Qingdan.Catalog.Contracts;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Catalog.Demo;

/// <summary>What real catalogues suffer from, put into the demo city on purpose so that checks and findings have something to show.</summary>
internal static class DemoFaults
{
    /// <summary>How many of the resources come twice.</summary>
    public const int Pairs = 5;

    /// <summary>The resource as it is, spoilt, or with its double; one in nine has a fault.</summary>
    public static IEnumerable<DemoResource> Spoil(DemoResource r, int n)
    {
        if (n % 9 != 5) return [r];
        var content = r.Content;
        return (n / 9 % 8) switch
        {
            0 => [r with { Content = content with { Summary = "" } }],
            1 => [r with { Content = content with { Items = [] } }],
            // Items in prose instead of rows.
            2 => [r with { Content = content with { Items = [], Summary = $"{content.Summary}包括{string.Join('、', content.Items.Take(6).Select(i => i.Name))}等。" } }],
            // Never stated: the proposal follows from the open type and is not in force.
            3 => [r with { Content = content with { Share = Domains.InferShare(content.OpenType), ShareStated = false, ShareCondition = "" } }],
            4 => [r with { Content = content with { Share = null, ShareStated = false, ShareCondition = "", OpenType = null } }],
            // A real-time station that says yearly.
            5 => [r with { Content = content with { Frequency = UpdateFrequency.Yearly, SystemName = "" } }],
            6 => [r with { Content = content with { Share = ShareProperty.NotShared, ShareReason = "", ShareCondition = "", ShareWays = "" } }],
            _ => Double(r),
        };
    }

    private static DemoResource[] Double(DemoResource r) =>
        [r, r with { Content = r.Content with { Name = $"{r.Content.Name}。", Summary = r.Content.Name }, State = ResourceState.Draft }];
}
