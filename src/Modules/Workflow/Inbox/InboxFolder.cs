namespace Qingdan.Workflow.Inbox;

/// <summary>Where a matter stands in a person's inbox when it is not his turn.</summary>
internal enum InboxFolder
{
    /// <summary>在办: the unit has a part in it, and others have to act.</summary>
    Waiting,

    /// <summary>已办: the person has acted on it, and it is still under way.</summary>
    Handled,

    /// <summary>办结: it has ended.</summary>
    Ended,

    /// <summary>关注.</summary>
    Followed,
}
