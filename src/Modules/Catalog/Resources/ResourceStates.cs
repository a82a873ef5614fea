using Qingdan.Catalog.Contracts;
using Qingdan.Platform.Web;

namespace Qingdan.Catalog.Resources;

/// <summary>How a state is shown: word, tone and icon.</summary>
internal static class ResourceStates
{
    /// <summary>The states a person can meet, in the order of a resource's life.</summary>
    public static IReadOnlyList<ResourceState> Shown { get; } =
        [ResourceState.Draft, ResourceState.InReview, ResourceState.Published, ResourceState.Changing, ResourceState.ChangeInReview, ResourceState.Withdrawn];

    /// <summary>In force: what the lists see.</summary>
    public static IReadOnlyList<ResourceState> InForce { get; } = [ResourceState.Published, ResourceState.Changing, ResourceState.ChangeInReview];

    /// <summary>In review by hand: what is handed in stands still until the authority has decided.</summary>
    public static bool StandsStill(this Resource row) => row is { State: ResourceState.InReview or ResourceState.ChangeInReview, ByReport: false };

    /// <summary>The Chinese word.</summary>
    public static string Name(this ResourceState state) => state switch
    {
        ResourceState.Draft => "草稿",
        ResourceState.InReview => "待审核",
        ResourceState.Published => "已发布",
        ResourceState.Changing => "变更中",
        ResourceState.ChangeInReview => "变更待审核",
        ResourceState.Withdrawn => "已下线",
        ResourceState.Staged => "导入中",
        _ => "已撤销",
    };

    /// <summary>The colour.</summary>
    public static Tone Tone(this ResourceState state) => state switch
    {
        ResourceState.Published => Platform.Web.Tone.Ok,
        ResourceState.InReview or ResourceState.ChangeInReview => Platform.Web.Tone.Warn,
        ResourceState.Changing => Platform.Web.Tone.Info,
        _ => Platform.Web.Tone.Idle,
    };

    /// <summary>The icon, where the tone's own says something else.</summary>
    public static string? Icon(this ResourceState state) => state switch
    {
        ResourceState.Draft => "pencil",
        ResourceState.InReview or ResourceState.ChangeInReview => "hourglass-split",
        ResourceState.Changing => "arrow-repeat",
        ResourceState.Withdrawn => "archive",
        _ => null,
    };
}
