namespace Qingdan.Catalog.Contracts;

/// <summary>Where a resource stands: 草稿 → 待审核 → 已发布 → 变更中 → 已下线.</summary>
public enum ResourceState
{
    /// <summary>Being imported; seen by nobody until the batch is switched on.</summary>
    Staged,

    /// <summary>草稿: seen by its own unit.</summary>
    Draft,

    /// <summary>待审核: handed in, the authority's turn (政务数据共享条例 16).</summary>
    InReview,

    /// <summary>已发布: in force.</summary>
    Published,

    /// <summary>变更中: in force as published, with a draft of its next version.</summary>
    Changing,

    /// <summary>变更待审核: in force as published, the next version with the authority.</summary>
    ChangeInReview,

    /// <summary>已下线: no longer offered; kept for its history.</summary>
    Withdrawn,

    /// <summary>已撤销: came with an import that was undone.</summary>
    Removed,
}
